import { z } from 'zod';
import { type Field, type FormSchema, type SubTableField, fieldIdSchema } from '@/forms/schema/schema';
import { allFields, isComputed } from '@/forms/schema/walk';
import { configOf } from '@/forms/fields/registry';
import { fromFeel } from '@/forms/runtime/defaults';
import { AppError } from '@/lib/errors';
import { evaluateSource } from '@/lib/expression/evaluate-source';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { takeAttempt } from '@/server/auth/attempts';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { getPublishedForm } from '@/server/form/published';
import { requireStartable } from '@/server/instance/startable';
import { callConnector } from './call';
import { loadConnector } from './load';
import { line } from '@/server/input';

export const LookUpInput = z.strictObject({
  processId: z.uuid(),
  /** Id of a field or column with a look-up. */ field: fieldIdSchema,
  value: line(200, 1),
});
export type LookUpInput = z.infer<typeof LookUpInput>;

/** What is to be filled in, by field or column id. */
export type LookedUp = { outcome: 'found' | 'missing' | 'unavailable'; values: Readonly<Record<string, Json>> };

const NAMES = { response: 'any', status: 'number' } as const;
/** Enough for a day at a counter, too few to read a whole outside system out through the form. */
const MAX_IN_A_QUARTER_HOUR = 120;

/** Asks the outside system about what was typed into a field of a request, and tells what the form says is to be filled in; nothing else of the answer. */
export async function lookUp(ctx: Ctx, input: LookUpInput): Promise<LookedUp> {
  const { userId } = requireUser(ctx);
  const { version } = await requireStartable(ctx, input.processId);
  const schema = version.formVersionId === null ? null : (await getPublishedForm(version.formVersionId)).schema;
  const rule = schema ? ruleOf(schema, input.field) : undefined;
  if (!rule) throw new AppError('NOT_FOUND', { path: 'field' });
  await takeAttempt([{ subject: `look-up:${userId}`, max: MAX_IN_A_QUARTER_HOUR }]);
  const loaded = await loadConnector(rule.connectorId);
  if (loaded.kind !== 'ok') return { outcome: 'unavailable', values: {} };
  const path = rule.path.replaceAll(`{${rule.key}}`, () => encodeURIComponent(input.value));
  const answer = await callConnector(loaded.connector, { method: 'GET', path, body: undefined, idempotencyKey: newId() });
  if (answer.kind === 'failure' || answer.status >= 500) return { outcome: 'unavailable', values: {} };
  if (answer.status < 200 || answer.status >= 300) return { outcome: 'missing', values: {} };
  return { outcome: 'found', values: filled(rule, { response: answer.json, status: answer.status, now: ctx.now().toISOString() }) };
}

// helpers //////////////////////

type Rule = {
  key: string;
  connectorId: string;
  path: string;
  fill: readonly { field: string; expression: string }[];
  /** What it may fill: the fields of the form, and the other columns of its own sub-table. */
  targets: readonly Field[];
};

function ruleOf(schema: FormSchema, id: string): Rule | undefined {
  const fields = allFields(schema);
  const found = fields.find(({ field }) => field.id === id);
  if (found?.field.type !== 'text' || !found.field.lookup) return undefined;
  const near = (table: SubTableField | null) => fields.filter(({ parent }) => parent?.id === table?.id).map(({ field }) => field);
  const targets = found.parent === null ? near(null) : [...near(found.parent), ...near(null)];
  return { ...found.field.lookup, key: found.field.key, targets };
}

/** What cannot be read out of the answer, or does not fit its field, stays as it is in the form. */
function filled({ fill, targets }: Rule, { response, status, now }: { response: Json; status: number; now: string }): Record<string, Json> {
  return Object.fromEntries(
    fill.flatMap(({ field: name, expression }) => {
      const value = evaluateSource(expression, { names: NAMES, values: { response, status }, now });
      // The form may name the field by its id or its key.
      const target = targets.find(({ id, key }) => id === name || key === name);
      if (!value.ok || !target || target.type === 'subTable' || isComputed(target)) return [];
      const fit = configOf(target).check(target, fromFeel(target, value.value), undefined);
      return fit.ok ? [[target.id, fit.value]] : [];
    }),
  );
}
