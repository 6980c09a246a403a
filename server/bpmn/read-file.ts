import { z } from 'zod';
import { runningProcess } from '@/lib/bpmn/process-model';
import { clampDiagram } from './layout/clamp-diagram';
import { withDiagram } from './layout/with-diagram';
import { parseModel, type Parsed } from './parse';
import { xmlError } from './xml/xml-error';

/** Wider than a model may be, so that reading it says MODEL_TOO_LARGE; the body of the call is what ends it. */
export const modelText = z.string().max(4_000_000);
export const modelBytes = z.base64().max(4_000_000);

/** A BPMN file: its text, or its bytes when its encoding matters. */
export const modelFileSchema = z.union([z.strictObject({ xml: modelText }), z.strictObject({ base64: modelBytes })]);
export type ModelFile = z.infer<typeof modelFileSchema>;

/** Reads a file of any tool as a draft: its own bytes, with a drawing added when it has none and coordinates that a screen can show. */
export async function readModelFile(file: ModelFile): Promise<Parsed & { draft: string; hadDiagram: boolean }> {
  const parsed = await parseModel('xml' in file ? file.xml : Buffer.from(file.base64, 'base64'));
  // A canvas without a process has nothing to draw on.
  if (!runningProcess(parsed.definitions)) throw xmlError('MODEL_PROCESS_COUNT', 'process');
  const drawn = withDiagram(parsed);
  return { ...parsed, draft: clampDiagram(drawn), hadDiagram: drawn === parsed.text };
}
