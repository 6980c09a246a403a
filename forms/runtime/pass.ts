import type { Json } from '@/lib/json';
import { type AccessLevel, levelAllows } from '../access/access';
import { configOf } from '../fields/registry';
import { rowsOf } from '../fields/sub-table/config';
import { own, sameJson } from '../schema/same';
import type { Field, FormSchema, SubTableField } from '../schema/schema';
import type { FormValues } from '../schema/values';
import { isComputed } from '../schema/walk';
import type { ComputeEnv, ComputeError, FieldState, FormState } from './compute';
import type { FormExpression } from './expression';
import { formulaResult } from './formula-result';
import { type FormPlan, type PlanNode, columnName, expand, planOf } from './plan';

type Row = {
  readonly source: Readonly<Record<string, Json>>;
  readonly id: string;
  readonly before: Readonly<Record<string, Json>> | undefined;
  values: Record<string, Json>;
  feel: Record<string, Json>;
};
/** Where an expression runs: in the form, or in one row of a sub-table. */
type Place = { field: Field; row: Row | null; table: SubTableField | null };

type FieldRights = ReturnType<typeof levelAllows>;
type Known = { current: Json | undefined; before: Json | undefined; shown: boolean };

/** One computation of a form; see compute.ts. */
export class Pass {
  readonly #plan: FormPlan;
  readonly #env: ComputeEnv;
  readonly #levels: Readonly<Record<string, AccessLevel>>;
  readonly #schema: FormSchema;
  readonly #values: Record<string, Json>;
  readonly #feel: Record<string, Json> = {};
  readonly #rows = new Map<string, Row[]>();
  readonly #fields: Record<string, FieldState> = {};
  readonly #rowStates: Record<string, Record<string, FieldState>> = {};
  readonly #visible: Record<string, boolean> = {};
  readonly #errors: ComputeError[] = [];
  /** Names of nodes whose values were not sent to this reader. */
  readonly #unknown = new Set<string>();
  #evaluations = 0;

  constructor(schema: FormSchema, values: FormValues, env: ComputeEnv, levels: Readonly<Record<string, AccessLevel>>) {
    this.#schema = schema;
    this.#plan = planOf(schema);
    this.#env = env;
    this.#levels = levels;
    this.#values = { ...values };
    if (env.masked)
      for (const node of this.#plan.nodes) if (node.field.type !== 'formula' && this.#isWithheld(node)) this.#unknown.add(node.name);
  }

  run(): FormState {
    for (const section of this.#schema.sections)
      for (const child of section.children) if (child.type === 'divider') this.#visible[child.id] = true;
    for (const node of this.#plan.nodes) {
      if (node.kind === 'field') this.#field(node);
      else this.#column(node);
    }
    for (const node of this.#plan.nodes) this.#finish(node);
    for (const [id, expression] of this.#plan.visibility) this.#visible[id] ??= this.#condition(id, expression, null) ?? true;
    for (const [key, rows] of this.#rows) this.#values[key] = this.#rowValues(key, rows);
    return {
      values: this.#values,
      fields: this.#fields,
      rows: this.#rowStates,
      visible: this.#visible,
      errors: this.#errors,
      withheld: this.#unknown,
      evaluations: this.#evaluations,
    };
  }

  #field(node: Extract<PlanNode, { kind: 'field' }>): void {
    const { field, section } = node;
    const place: Place = { field, row: null, table: null };
    this.#visible[section.id] ??= this.#condition(section.id, this.#plan.visibility.get(section.id) ?? null, place) ?? true;
    const shown = this.#visible[section.id] !== false && this.#shown(node, place);
    const value = this.#valueOf(node, place, {
      current: own(this.#values, field.key),
      before: own(this.#env.before ?? {}, field.key),
      shown,
    });
    this.#fields[field.id] = { visible: shown, editable: value.editable, required: false, shown };
    if (field.type === 'subTable') this.#openRows(field, shown);
    else {
      if (value.value !== undefined) this.#values[field.key] = value.value;
      this.#feel[field.key] = feelOf(field, shown ? (value.value ?? null) : configOf(field).empty(field));
    }
  }

  #openRows(table: SubTableField, shown: boolean): void {
    const before = new Map(rowsOf(own(this.#env.before ?? {}, table.key)).map((row) => [row._id, row]));
    const rows = rowsOf(own(this.#values, table.key)).map(
      (source): Row => ({ source, id: source._id, before: before.get(source._id), values: { ...source }, feel: {} }),
    );
    this.#rows.set(table.key, rows);
    this.#feel[table.key] = shown ? rows.map((row) => row.feel) : [];
  }

  #column(node: Extract<PlanNode, { kind: 'column' }>): void {
    const { field, table } = node;
    const tableShown = this.#fields[table.id]?.visible ?? false;
    const varies = node.visibleWhen !== null || node.requiredWhen !== null || node.editableWhen !== null;
    const editable = levelAllows(this.#levels[field.id]).editable && !isComputed(field);
    this.#fields[field.id] = { visible: tableShown, editable, required: false, shown: tableShown };
    for (const row of this.#rows.get(table.key) ?? []) {
      const place: Place = { field, row, table };
      const shown = tableShown && this.#shown(node, place);
      const preset = row.before ? own(row.before, field.key) : field.default?.kind === 'value' ? field.default.value : undefined;
      const value = this.#valueOf(node, place, { current: own(row.source, field.key), before: preset, shown });
      if (value.value !== undefined) row.values[field.key] = value.value;
      row.feel[field.key] = feelOf(field, shown ? (value.value ?? null) : configOf(field).empty(field));
      if (varies) (this.#rowStates[row.id] ??= {})[field.id] = { visible: shown, editable: value.editable, required: false, shown };
    }
  }

  /** Visible to expressions: by its own condition; what the matrix hides from this person still counts where the whole data is known. */
  #shown(node: PlanNode, place: Place): boolean {
    return node.cyclic ? node.visibleWhen === null : (this.#condition(`${node.field.id} visible`, node.visibleWhen, place) ?? true);
  }

  #valueOf(node: PlanNode, place: Place, { current, before, shown }: Known): { value: Json | undefined; editable: boolean } {
    const { field } = node;
    if (field.type === 'formula') return { value: this.#formula(node, place, current, shown), editable: false };
    const may = levelAllows(this.#levels[field.id]).editable && !isComputed(field);
    if (!may || node.editableWhen === null) return { value: current, editable: may };
    const open = this.#condition(`${field.id} editable`, node.editableWhen, place) ?? true;
    return { value: open || this.#env.before === undefined ? current : (before ?? configOf(field).empty(field)), editable: open };
  }

  #formula(node: PlanNode, place: Place, current: Json | undefined, shown: boolean): Json | undefined {
    if (node.field.type !== 'formula') return current;
    if (this.#readsUnknown(node.formula, place)) {
      if (this.#isWithheld(node)) this.#unknown.add(node.name);
      return current;
    }
    if (!shown || node.cyclic || node.formula === null) return null;
    const key = `${node.field.id} formula ${place.row?.id ?? ''}`;
    const { field, formula } = node;
    return this.#memoized(key, formula, place, (value) => formulaResult(field, value)) ?? null;
  }

  /** Required and editable, once everything that they may read is known. */
  #finish(node: PlanNode): void {
    const { field } = node;
    const level = levelAllows(this.#levels[field.id]);
    const form = this.#fields[field.id];
    if (form) this.#finishState(node, form, { level, place: node.kind === 'column' ? null : { field, row: null, table: null } });
    if (node.kind === 'column') {
      for (const row of this.#rows.get(node.table.key) ?? []) {
        const state = this.#rowStates[row.id]?.[field.id];
        if (state) this.#finishState(node, state, { level, place: { field, row, table: node.table } });
      }
    }
  }

  /** A state was made by this pass. Without a place it is that of a whole column, to which a condition does not apply. */
  #finishState({ field, requiredWhen }: PlanNode, state: FieldState, { level, place }: { level: FieldRights; place: Place | null }): void {
    state.visible = state.shown && level.visible;
    if (!state.shown || !state.editable) return;
    const always = level.required || field.required === true;
    state.required = always || (place !== null && (this.#condition(`${field.id} required`, requiredWhen, place) ?? false));
  }

  /** Only `true` is yes. Null when there is no condition, or when it reads what this reader was not sent, or failed. */
  #condition(key: string, expression: FormExpression | null, place: Place | null): boolean | null {
    if (expression === null || this.#readsUnknown(expression, place)) return null;
    return this.#memoized(`${key} ${place?.row?.id ?? ''}`, expression, place, (value) => value === true);
  }

  /** Null when the expression fails; that it did is remembered with its result. */
  #memoized<T>(key: string, expression: FormExpression, place: Place | null, read: (value: Json) => T): T | null {
    const { memo } = this.#env;
    const evaluate = () => this.#evaluated(expression, place, read);
    const known = memo ? memo.use(key, this.#inputs(expression, place), evaluate) : evaluate();
    if (known.error !== null && place) this.#errors.push({ fieldId: place.field.id, rowId: place.row?.id ?? null, code: known.error });
    return known.value;
  }

  #evaluated<T>(expression: FormExpression, place: Place | null, read: (value: Json) => T): { value: T | null; error: string | null } {
    this.#evaluations += 1;
    const inputs: Record<string, Json> = {};
    for (const reference of expression.references) {
      const head = headOf(reference);
      inputs[head] = this.#read(head, place);
    }
    const result = expression.run(inputs, this.#env);
    return result.ok ? { value: read(result.value), error: null } : { value: null, error: result.error.code };
  }

  #inputs(expression: FormExpression, place: Place | null): Json[] {
    return expression.references.flatMap((reference): Json[] => {
      const head = headOf(reference);
      const rows = place?.row && Object.hasOwn(place.row.feel, head) ? undefined : this.#rows.get(head);
      const shown = this.#feel[head];
      if (!rows || !Array.isArray(shown)) return [this.#read(head, place)];
      if (expression.countsOnly(reference)) return [shown.length];
      const column = reference.slice(head.length + 1).split('.')[0] ?? '';
      return [
        shown.length,
        ...(shown.length === 0 ? [] : rows.flatMap((row) => (column === '' ? Object.values(row.feel) : [row.feel[column] ?? null]))),
      ];
    });
  }

  #read(head: string, place: Place | null): Json {
    if (place?.row && place.table?.columns.some((column) => column.key === head)) return place.row.feel[head] ?? null;
    return this.#feel[head] ?? null;
  }

  #readsUnknown(expression: FormExpression | null, place: Place | null): boolean {
    return this.#unknown.size > 0 && expand(expression, place?.table ?? null, this.#plan.tables).some((name) => this.#unknown.has(name));
  }

  #isWithheld({ field }: PlanNode): boolean {
    const level = this.#levels[field.id];
    return level === 'hidden' || level === 'masked';
  }

  /** The same list and the same rows as last time as long as nothing in them changed. */
  #rowValues(key: string, rows: readonly Row[]): Json {
    const { memo } = this.#env;
    const next = rows.map((row) => {
      const value = () => (sameJson(row.values, row.source) ? row.source : row.values) as Json;
      return memo ? memo.use(columnName(key, row.id), Object.entries(row.values).flat(), value) : value();
    });
    const current = this.#values[key];
    const unchanged = Array.isArray(current) && current.length === next.length && current.every((row, index) => row === next[index]);
    return unchanged ? current : next;
  }
}

const headOf = (reference: string): string => reference.split('.')[0] ?? reference;

const EMPTY_LIST: Json = [];

/** Blank lists are one list, so that inputs that did not change stay the same object. */
function feelOf(field: Field, value: Json): Json {
  const feel = configOf(field).feelValue(field, value);
  return Array.isArray(feel) && feel.length === 0 ? EMPTY_LIST : feel;
}
