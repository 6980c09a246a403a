import type { z } from 'zod';
import { checkModel } from '@/lib/bpmn/check';
import type { Problem } from '@/lib/bpmn/problem';
import { readProcess } from '@/lib/bpmn/process-model';
import { requirePermission } from '@/server/auth/require';
import { type Loss, lossesOf } from '@/server/bpmn/losses';
import { modelFileSchema, readModelFile } from '@/server/bpmn/read-file';
import type { Ctx } from '@/server/context';
import { formIdIn } from './check';
import { activeConnectorIds, loadFormContext } from './form-context';

export const ImportModelInput = modelFileSchema;
export type ImportModelInput = z.infer<typeof ImportModelInput>;

export type ImportedModel = {
  /** The text to begin with, its bytes as they were but for a drawing where there was none. */
  xml: string;
  name: string;
  hasDiagram: boolean;
  /** Its encoding was not the one it declares; it was read as windows-1252. */
  repaired: boolean;
  elementCount: number;
  problems: readonly Problem[];
  /** What the designer cannot show; it stays in the file. */
  notUnderstood: readonly Loss[];
};

const MOST = 200;

/** Reads a BPMN file of any tool: hostile or broken ones are refused; for the rest, what it is called and everything the engine would not run. Nothing is stored. */
export async function importModel(ctx: Ctx, input: ImportModelInput): Promise<ImportedModel> {
  requirePermission(ctx, 'process.design');
  const file = await readModelFile(input);
  const [form, connectorIds] = await Promise.all([loadFormContext(formIdIn(file.definitions)), activeConnectorIds()]);
  const { model, problems } = checkModel(file.definitions, { form: form?.context ?? null, connectorIds });
  return {
    xml: file.draft,
    name: readProcess(file.definitions)?.name ?? '',
    hasDiagram: file.hadDiagram,
    repaired: file.repaired,
    elementCount: model?.nodes.size ?? 0,
    problems: [...file.problems, ...problems],
    notUnderstood: (await lossesOf(file)).slice(0, MOST),
  };
}
