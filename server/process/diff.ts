import { z } from 'zod';
import { readSettings } from '@/lib/bpmn/element-settings';
import { type ProcessModel, readProcess } from '@/lib/bpmn/process-model';
import { AppError } from '@/lib/errors';
import { requirePermission } from '@/server/auth/require';
import { parseModel } from '@/server/bpmn/parse';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { settingLabel, settingText } from './internal/describe-setting';
import { diffModels, type SettingChange, type StructureChange } from './internal/diff-models';
import { namesIn } from './internal/names-in';
import { type Words, wordsFor } from './internal/setting-words';

export const DiffProcessInput = z.strictObject({
  id: z.uuid(),
  /** null = the draft. */ fromVersionId: z.uuid().nullable(),
  toVersionId: z.uuid().nullable(),
});
export type DiffProcessInput = z.infer<typeof DiffProcessInput>;

/** `label` and the texts of a setting are in the reader's language; null = not set. */
export type ModelChange = StructureChange | (SettingChange & { label: string; beforeText: string | null; afterText: string | null });

/** What changed between two versions of a process, or a version and its draft, element by element; positions on the canvas do not count. */
export async function diffProcess(ctx: Ctx, input: DiffProcessInput): Promise<readonly ModelChange[]> {
  requirePermission(ctx, 'process.design');
  const [before, after] = await Promise.all([loadModel(input.id, input.fromVersionId), loadModel(input.id, input.toVersionId)]);
  const changes = diffModels(before, after);
  const values = changes.flatMap((change) => (change.kind === 'setting' ? [change.before, change.after] : []));
  const names = await namesIn(values, { models: [before, after], formId: formOf(after) ?? formOf(before), locale: ctx.locale });
  const words = await wordsFor(ctx.locale, names);
  return changes.map((change) => inWords(change, words));
}

// helpers //////////////////////

function inWords(change: SettingChange | StructureChange, words: Words): ModelChange {
  const flow = (condition: string | null) => (condition === 'default' ? words.designer('defaultFlow') : condition);
  if (change.kind === 'condition') return { ...change, before: flow(change.before), after: flow(change.after) };
  if (change.kind !== 'setting') return change;
  const { path, before, after } = change;
  return {
    ...change,
    label: settingLabel(path, words),
    beforeText: settingText(path, before, words),
    afterText: settingText(path, after, words),
  };
}

async function loadModel(processId: string, versionId: string | null): Promise<ProcessModel> {
  const { rows } = await query<{ xml: string }>(
    versionId === null
      ? { name: 'diff_draft', text: 'select draft_xml as xml from portal.process where id = $1', values: [processId] }
      : {
          name: 'diff_version',
          text: 'select xml from portal.process_version where process_id = $1 and id = $2',
          values: [processId, versionId],
        },
  );
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  const { definitions } = await parseModel(row.xml);
  const model = readProcess(definitions);
  if (!model) throw new AppError('MODEL_PROCESS_COUNT');
  return model;
}

function formOf(model: ProcessModel): string | undefined {
  const settings = readSettings(model.process, 'process');
  return settings.state === 'invalid' ? undefined : settings.value?.formId;
}
