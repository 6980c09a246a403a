import { z } from 'zod';
import { readProcess } from '@/lib/bpmn/process-model';
import { checkModel } from '@/lib/bpmn/check';
import type { Problem } from '@/lib/bpmn/problem';
import { requirePermission } from '@/server/auth/require';
import { parseModel } from '@/server/bpmn/parse';
import type { Ctx } from '@/server/context';

export const ImportModelInput = z.strictObject({ xml: z.string().min(1).max(2_000_000) });
export type ImportModelInput = z.infer<typeof ImportModelInput>;

/** Reads a BPMN file of any tool: hostile or broken ones are refused; for the rest, what it is called and everything the engine would not run. Nothing is stored. */
export async function importModel(
  ctx: Ctx,
  input: ImportModelInput,
): Promise<{ xml: string; name: string; hasDiagram: boolean; problems: readonly Problem[] }> {
  requirePermission(ctx, 'process.design');
  const parsed = await parseModel(input.xml);
  const checked = checkModel(parsed.definitions, { form: null, connectorIds: null });
  return {
    xml: parsed.text,
    name: readProcess(parsed.definitions)?.name ?? '',
    hasDiagram: parsed.text.includes('BPMNPlane'),
    problems: [...parsed.problems, ...checked.problems],
  };
}
