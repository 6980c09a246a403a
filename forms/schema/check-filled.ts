import type { Issue } from '@/lib/errors';
import type { Json } from '@/lib/json';
import { configOf } from '../fields/registry';
import { rowsOf } from '../fields/sub-table/config';
import { type ComputeEnv, type FieldState, type FormState, stateOf } from '../runtime/compute';
import type { FormExpression } from '../runtime/expression';
import { type PlanNode, columnName, expand, planOf } from '../runtime/plan';
import { valuesOf } from './feel';
import { own } from './same';
import type { Field, FormSchema, SubTableField } from './schema';
import { fieldsOf } from './walk';

export type CheckContext = { schema: FormSchema; state: FormState; env: ComputeEnv; issues: Issue[]; warnings: Issue[] };

/** Where a field's rules run; the values that they may read are put together when there is a rule: most fields have none. */
type Place = { values: () => Readonly<Record<string, Json>>; path: string; table: SubTableField | null };
/** A field as it is filled. */
type Filled = { field: Field; value: Json; state: FieldState };

/** What can only be said of the whole: what is missing, bounds that are computed, and the author's own rules. Only what this person sees counts. */
export function checkFilled(context: CheckContext): void {
  const { schema, state } = context;
  const fields = fieldsOf(schema);
  const place: Place = { values: once(() => shownValues(fields, state, state.values)), path: '', table: null };
  for (const field of fields) {
    const fieldState = stateOf(state, field.id);
    if (!fieldState.visible) continue;
    checkField(context, { field, value: own(state.values, field.key) ?? null, state: fieldState }, place);
    if (field.type === 'subTable') checkRows(context, field, place);
  }
}

function checkRows(context: CheckContext, table: SubTableField, outer: Place): void {
  for (const [index, row] of rowsOf(own(context.state.values, table.key)).entries()) {
    const rowId = row._id;
    const values = once(() => ({ ...outer.values(), ...shownValues(table.columns, context.state, row, rowId) }));
    for (const column of table.columns) {
      const state = stateOf(context.state, column.id, rowId);
      if (state.visible)
        checkField(
          context,
          { field: column, value: own(row, column.key) ?? null, state },
          { values, path: `${table.key}[${index}].`, table },
        );
    }
  }
}

function checkField(context: CheckContext, { field, value, state }: Filled, place: Place): void {
  const path = place.path + field.key;
  const missing = configOf(field).isEmpty(value);
  if (missing && state.required) context.issues.push({ code: 'FIELD_REQUIRED', path });
  else if (field.type === 'subTable' && state.editable && rowsOf(value).length < (field.minRows ?? 0)) {
    context.issues.push({ code: 'FIELD_LIMIT', path, params: { kind: 'minRows', min: field.minRows ?? 0 } });
  }
  if (!state.editable && field.type !== 'formula') return;
  const node = planOf(context.schema).byName.get(place.table ? columnName(place.table.key, field.key) : field.key);
  if (!node) return;
  if (field.type === 'date' && typeof value === 'string') checkDateBounds(context, node, value, place);
  checkRules(context, node, place);
}

function checkDateBounds(context: CheckContext, { field, bounds }: PlanNode, value: string, place: Place): void {
  const min = run(context, bounds.min, place);
  const max = run(context, bounds.max, place);
  const early = typeof min === 'string' && value < min;
  const late = typeof max === 'string' && value > max;
  if (!early && !late) return;
  const kind = typeof min !== 'string' ? 'max' : typeof max !== 'string' ? 'min' : 'both';
  context.issues.push({
    code: 'FIELD_RANGE',
    path: place.path + field.key,
    params: { kind, min: typeof min === 'string' ? min : '', max: typeof max === 'string' ? max : '' },
  });
}

/** A rule says what must hold; only `false` breaks it, so that a blank is the business of `required`. */
function checkRules(context: CheckContext, { field, rules }: PlanNode, place: Place): void {
  for (const { rule, expression } of rules) {
    if (run(context, expression, place) !== false) continue;
    const issue: Issue = {
      code: 'FIELD_RULE',
      path: place.path + field.key,
      params: { zh: rule.message.zh || rule.message.en, en: rule.message.en || rule.message.zh },
    };
    (rule.level === 'error' ? context.issues : context.warnings).push(issue);
  }
}

/** Null when there is no expression, when it fails, and when it reads what this reader was not sent. */
function run({ env, schema, state }: CheckContext, expression: FormExpression | null, { values, table }: Place): Json {
  if (!expression) return null;
  if (state.withheld.size > 0 && expand(expression, table, planOf(schema).tables).some((name) => state.withheld.has(name))) return null;
  const result = expression.run(values(), env);
  return result.ok ? result.value : null;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function shownValues(
  fields: readonly Field[],
  state: FormState,
  values: Readonly<Record<string, Json>>,
  rowId?: string,
): Record<string, Json> {
  const shown = fields.map((field): [string, Json] => [
    field.key,
    stateOf(state, field.id, rowId).shown ? (own(values, field.key) ?? null) : configOf(field).empty(field),
  ]);
  return valuesOf(fields, Object.fromEntries(shown));
}
