import { z } from 'zod';
import { readSettings } from '@/lib/bpmn/element-settings';
import { readProcess } from '@/lib/bpmn/process-model';
import { AppError, type Issue } from '@/lib/errors';
import { problemCodes, type Problem } from '@/lib/bpmn/problem';
import { requirePermission } from '@/server/auth/require';
import { compileModel, type Compiled } from '@/server/bpmn/compile';
import { parseModel } from '@/server/bpmn/parse';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { activeConnectorIds, type FormContext, loadFormContext } from './form-context';

export const CheckProcessInput = z.strictObject({ id: z.uuid(), xml: z.string().max(2_000_000).optional() });
export type CheckProcessInput = z.infer<typeof CheckProcessInput>;

/** Everything that stands against publishing a model (the stored draft, or the text given), and what is only worth a look. */
export async function checkProcess(ctx: Ctx, input: CheckProcessInput): Promise<readonly Problem[]> {
  requirePermission(ctx, 'process.design');
  const { rows } = await query<{ draft_xml: string; key: string }>({
    name: 'process_draft',
    text: 'select draft_xml, key from portal.process where id = $1',
    values: [input.id],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  return (await compileDraft(input.xml ?? row.draft_xml, row.key)).compiled.problems;
}

/** Compiles a model against the form that it names itself. */
export async function compileDraft(xml: string, processKey: string): Promise<{ compiled: Compiled; form: FormContext | null }> {
  const formId = await formIdOf(xml);
  const [form, connectorIds] = await Promise.all([loadFormContext(formId), activeConnectorIds()]);
  const compiled = await compileModel(xml, { form: form?.context ?? null, connectorIds, processKey });
  if (formId && !form)
    return {
      compiled: {
        definition: null,
        problems: [{ code: 'formUnpublished', level: 'error', elementId: null, params: {} }, ...compiled.problems],
      },
      form,
    };
  return { compiled, form };
}

/** A refusal that names every element in the way, the first one's code in front. */
export function problemsRefusal(problems: readonly Problem[]): AppError {
  const issues = problems
    .filter((problem) => problem.level === 'error')
    .map(
      (problem): Issue => ({
        code: problemCodes[problem.code],
        path: problem.elementId ?? '',
        params: { ...problem.params, problem: problem.code },
      }),
    );
  const first = issues[0] ?? { code: 'MODEL_XML_INVALID', path: '' };
  return new AppError(first.code, { path: first.path, issues, ...(first.params ? { params: first.params } : {}) });
}

/** The form that a model's process settings name. */
export async function formIdOf(xml: string): Promise<string | undefined> {
  const parsed = await parseModel(xml);
  const model = parsed.definitions ? readProcess(parsed.definitions) : null;
  if (!model) return undefined;
  const settings = readSettings(model.process, 'process');
  return settings.state === 'invalid' ? undefined : settings.value?.formId;
}
