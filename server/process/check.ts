import { z } from 'zod';
import { readSettings } from '@/lib/bpmn/element-settings';
import { readProcess } from '@/lib/bpmn/process-model';
import type { LocalText } from '@/lib/json';
import { AppError, type Issue } from '@/lib/errors';
import { problemCodes, type Problem } from '@/lib/bpmn/problem';
import { requirePermission } from '@/server/auth/require';
import { compileModel, type Compiled } from '@/server/bpmn/compile';
import { parseModel, type Parsed } from '@/server/bpmn/parse';
import { modelText } from '@/server/bpmn/read-file';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { activeConnectorIds, type FormContext, loadFormContext } from './form-context';

export const CheckProcessInput = z.strictObject({ id: z.uuid(), xml: modelText.optional() });
export type CheckProcessInput = z.infer<typeof CheckProcessInput>;

/** Everything that stands against publishing a model (the stored draft, or the text given), and what is only worth a look. */
export async function checkProcess(ctx: Ctx, input: CheckProcessInput): Promise<readonly Problem[]> {
  requirePermission(ctx, 'process.design');
  const { rows } = await query<{ draft_xml: string; key: string; name_zh: string; name_en: string }>({
    name: 'process_draft',
    text: 'select draft_xml, key, name_zh, name_en from portal.process where id = $1',
    values: [input.id],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  const draft = { key: row.key, name: { zh: row.name_zh, en: row.name_en }, draftXml: input.xml ?? row.draft_xml };
  return (await compileDraft(draft)).compiled.problems;
}

type Draft = { key: string; name: LocalText; draftXml: string };

/** Compiles a draft against the latest version of the form that it names itself. */
export async function compileDraft({ key, name, draftXml }: Draft): Promise<{ compiled: Compiled; form: FormContext | null }> {
  const [form, connectorIds] = await Promise.all([loadFormContext(await formIdOf(draftXml)), activeConnectorIds()]);
  const compiled = await compileModel(draftXml, {
    form: form?.context ?? null,
    connectorIds,
    processKey: key,
    processName: name.zh || name.en,
  });
  return { compiled, form };
}

/** A refusal that names every element in the way, the first one's code in front. */
export function problemsRefusal(problems: readonly Problem[]): AppError {
  const issues = problems.filter((problem) => problem.level === 'error').map(issueOf);
  const [first = { code: 'MODEL_XML_INVALID' as const, path: '', params: { name: '', line: 1 } }] = issues;
  return new AppError(first.code, { path: first.path, params: first.params, issues });
}

function issueOf({ code, elementId, line, params }: Problem): Issue & { params: Record<string, string | number> } {
  return { code: problemCodes[code], path: elementId ?? '', params: { name: '', line: line ?? 1, ...params, problem: code } };
}

/** The form that a model's process settings name. */
export async function formIdOf(xml: string): Promise<string | undefined> {
  return formIdIn((await parseModel(xml)).definitions);
}

export function formIdIn(definitions: Parsed['definitions']): string | undefined {
  const model = readProcess(definitions);
  if (!model) return undefined;
  const settings = readSettings(model.process, 'process');
  return settings.state === 'invalid' ? undefined : settings.value?.formId;
}
