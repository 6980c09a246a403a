import { checkModel } from '@/lib/bpmn/check';
import type { CheckContext } from '@/lib/bpmn/check-context';
import type { Problem } from '@/lib/bpmn/problem';
import { parseModel } from '@/server/bpmn/parse';
import { type ModelOptions, modelText } from './model-text';

/** A form with a few fields of the types that rules ask for. */
export const testForm: NonNullable<CheckContext['form']> = {
  names: { amount: 'number', reason: 'string', dept: { list: 'string' }, who: { list: 'string' }, total: 'number' },
  fields: [
    { id: 'f00000amnt', key: 'amount', type: 'money' },
    { id: 'f00000rsnn', key: 'reason', type: 'text' },
    { id: 'f00000dptt', key: 'dept', type: 'department' },
    { id: 'f00000whoo', key: 'who', type: 'user' },
    { id: 'f00000ttll', key: 'total', type: 'formula', readonly: true, shows: ['f00000amnt'] },
    { id: 'f00000lnss', key: 'lines', type: 'subTable' },
  ],
};

export async function problemsOf(
  notation: string,
  options: ModelOptions & { context?: Partial<CheckContext> } = {},
): Promise<readonly Problem[]> {
  const { definitions } = await parseModel(modelText(notation, options));
  return checkModel(definitions, { form: testForm, connectorIds: null, ...options.context }).problems.filter(
    (problem) => problem.code !== 'formMissing',
  );
}

/** `code element` of every problem, warnings with `?`. */
export async function codesOf(notation: string, options: Parameters<typeof problemsOf>[1] = {}): Promise<string[]> {
  const problems = await problemsOf(notation, options);
  return problems.map(({ code, elementId, level }) => `${code}${level === 'warning' ? '?' : ''} ${elementId ?? '-'}`);
}
