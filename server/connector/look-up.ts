import { z } from 'zod';
import type { FormSchema } from '@/forms/schema/schema';
import { fieldByKey, fieldsOf } from '@/forms/schema/walk';
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

export const LookUpInput = z.strictObject({
  processId: z.uuid(),
  /** Key of a field with a look-up. */ field: z.string().min(1).max(100),
  value: z.string().trim().min(1).max(200),
});
export type LookUpInput = z.infer<typeof LookUpInput>;

export type LookedUp = { outcome: 'found'; values: Readonly<Record<string, Json>> } | { outcome: 'missing' | 'unavailable' };

const NAMES = { response: 'any', status: 'number' } as const;
/** Enough for a day at a counter, too few to read a whole outside system out through the form. */
const MAX_IN_A_QUARTER_HOUR = 120;

/** Asks the outside system about what was typed into a field of a request, and tells what the form says is to be filled in; nothing else of the answer. */
export async function lookUp(ctx: Ctx, input: LookUpInput): Promise<LookedUp> {
  const { userId } = requireUser(ctx);
  const { version } = await requireStartable(ctx, input.processId);
  const schema = version.formVersionId === null ? null : (await getPublishedForm(version.formVersionId)).schema;
  const rule = schema ? ruleOf(schema, input.field) : undefined;
  if (!schema || !rule) throw new AppError('NOT_FOUND', { path: 'field' });
  await takeAttempt([{ subject: `look-up:${userId}`, max: MAX_IN_A_QUARTER_HOUR }]);
  const loaded = await loadConnector(rule.connectorId);
  if (loaded.kind !== 'ok') return { outcome: 'unavailable' };
  const path = rule.path.replaceAll(`{${input.field}}`, encodeURIComponent(input.value));
  const answer = await callConnector(loaded.connector, { method: 'GET', path, body: undefined, idempotencyKey: newId() });
  if (answer.kind === 'failure' || answer.status >= 500) return { outcome: 'unavailable' };
  if (answer.status < 200 || answer.status >= 300) return { outcome: 'missing' };
  return { outcome: 'found', values: filled(rule, schema, { response: answer.json, status: answer.status, now: ctx.now().toISOString() }) };
}

// helpers //////////////////////

type Rule = { connectorId: string; path: string; fill: readonly { field: string; expression: string }[] };

function ruleOf(schema: FormSchema, key: string): Rule | undefined {
  const field = fieldByKey(schema, key);
  return field?.type === 'text' ? field.lookup : undefined;
}

/** What cannot be read out of the answer stays as it is in the form. */
function filled(
  rule: Rule,
  schema: FormSchema,
  { response, status, now }: { response: Json; status: number; now: string },
): Record<string, Json> {
  return Object.fromEntries(
    rule.fill.flatMap(({ field, expression }) => {
      const value = evaluateSource(expression, { names: NAMES, values: { response, status }, now });
      // The form may name the field by its id or its key.
      const target = fieldsOf(schema).find(({ id, key }) => id === field || key === field);
      return value.ok && target ? [[target.key, value.value]] : [];
    }),
  );
}
