import { z } from 'zod';
import { type Field, type FormSchema, type SubTableField, fieldIdSchema } from '@/forms/schema/schema';
import { allFields, isComputed } from '@/forms/schema/walk';
import { canWrite, effectiveAccess } from '@/forms/access/access';
import { configOf } from '@/forms/fields/registry';
import { fromFeel } from '@/forms/runtime/defaults';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { AppError } from '@/lib/errors';
import { evaluateSource } from '@/lib/expression/evaluate-source';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { takeAttempt } from '@/server/auth/attempts';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { getPublishedForm } from '@/server/form/published';
import { isOpen } from '@/server/engine/core/live';
import { getVersion } from '@/server/engine/runtime/definitions';
import { accessAt } from '@/server/instance/access-at';
import { requireStartable } from '@/server/instance/startable';
import { requireOwnItem } from '@/server/task/own-item';
import { callConnector } from './call';
import { loadConnector } from './load';
import { line } from '@/server/input';

const asked = {
  /** Id of a field or column with a look-up. */
  field: fieldIdSchema,
  value: line(200, 1),
};
export const LookUpInput = z.discriminatedUnion('at', [
  /** While a new request is filled in. */
  z.strictObject({ at: z.literal('start'), processId: z.uuid(), ...asked }),
  /** While the person's own open item is: a resubmission, or a step that may change the field. */
  z.strictObject({ at: z.literal('item'), workItemId: z.uuid(), ...asked }),
]);
export type LookUpInput = z.infer<typeof LookUpInput>;

/** What is to be filled in, by field or column id. */
export type LookedUp = { outcome: 'found' | 'missing' | 'unavailable'; values: Readonly<Record<string, Json>> };

const NAMES = { response: 'any', status: 'number' } as const;
/** Enough for a day at a counter, too few to read a whole outside system out through the form. */
const MAX_IN_A_QUARTER_HOUR = 120;

/** Asks the outside system about what was typed into a field of a request, and tells what the form says is to be filled in; nothing else of the answer. */
export async function lookUp(ctx: Ctx, input: LookUpInput): Promise<LookedUp> {
  const { userId } = requireUser(ctx);
  const { formVersionId, access } = input.at === 'start' ? await atStart(ctx, input.processId) : await atItem(userId, input.workItemId);
  const schema = formVersionId === null ? null : (await getPublishedForm(formVersionId)).schema;
  const rule = schema ? ruleOf(schema, access, input) : undefined;
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

type Place = { formVersionId: string | null; access: FieldAccess };

async function atStart(ctx: Ctx, processId: string): Promise<Place> {
  const { version } = await requireStartable(ctx, processId);
  return { formVersionId: version.formVersionId, access: version.definition.settings.startAccess };
}

/** Whoever only reads, or has decided already, has nothing to look up. */
async function atItem(userId: string, workItemId: string): Promise<Place> {
  const item = await requireOwnItem(userId, workItemId);
  if (item.kind === 'read' || !isOpen(item)) throw new AppError('NOT_FOUND', { path: 'workItemId' });
  const { formVersionId, definition } = await getVersion(item.versionId);
  return { formVersionId, access: accessAt(definition, item.elementId) };
}

type Rule = {
  key: string;
  connectorId: string;
  path: string;
  fill: readonly { field: string; expression: string }[];
  /** What it may fill: the fields of the form, and the other columns of its own sub-table. */
  targets: readonly Field[];
};

function ruleOf(schema: FormSchema, access: FieldAccess, { at, field: id }: LookUpInput): Rule | undefined {
  // What the person may not see is neither asked about nor told.
  const { fields: levels } = effectiveAccess(schema, access);
  const fields = allFields(schema).filter(({ field }) => levels[field.id] !== 'hidden' && levels[field.id] !== 'masked');
  const found = fields.find(({ field }) => field.id === id);
  if (found?.field.type !== 'text' || !found.field.lookup) return undefined;
  // A default that may only be read is looked up in a new request; later nobody has put anything there.
  if (at === 'item' && !canWrite(levels[id])) return undefined;
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
