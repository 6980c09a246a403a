import type { ModdleElement } from '@/lib/bpmn/moddle';
import type { Problem } from '@/lib/bpmn/problem';
import { moddle } from './moddle';

export type Parsed = { definitions: ModdleElement | null; problems: readonly Problem[] };

/** Reads a BPMN file. Every warning of the parser is a problem: it has dropped something. */
export async function parseModel(xml: string | Uint8Array): Promise<Parsed> {
  const source = typeof xml === 'string' ? xml : new TextDecoder().decode(xml);
  try {
    const { rootElement, warnings } = await moddle.fromXML(source);
    return { definitions: rootElement, problems: warnings.map((warning) => ({ code: 'contentLost', level: 'error', elementId: warning.element?.id ?? null, params: { detail: warning.message } })) };
  } catch (error) {
    return { definitions: null, problems: [{ code: 'xmlInvalid', level: 'error', elementId: null, params: { detail: error instanceof Error ? error.message : '' } }] };
  }
}
