import type { FieldAccess } from '@/lib/bpmn/settings';
import type { Issue } from '@/lib/errors';
import type { Json } from '@/lib/json';
import { strip } from '../access/write';
import { rowsOf } from '../fields/sub-table/config';
import { own, sameJson } from '../schema/same';
import type { FormSchema } from '../schema/schema';
import { validateValues } from '../schema/validate';
import type { FormValues } from '../schema/values';
import { subTablesOf } from '../schema/walk';
import { type FormState, computeForm } from './compute';
import type { Clock } from './expression';
import { Memo } from './memo';
import { RowStore } from './row-store';

export type FormStoreOptions = {
  schema: FormSchema;
  access: FieldAccess;
  values: FormValues;
  clock: Clock;
  /** The values came out of `maskValues`. */
  masked: boolean;
};

const NONE: readonly Issue[] = [];

/** A form while somebody fills it in: its values, what follows from them, and what is still wrong. Framework-free; components subscribe to it. */
export class FormStore {
  readonly schema: FormSchema;
  readonly access: FieldAccess;
  readonly tables: ReadonlyMap<string, RowStore>;
  readonly #clock: Clock;
  readonly #masked: boolean;
  readonly #memo = new Memo();
  readonly #listeners = new Set<() => void>();
  readonly #left = new Set<string>();
  /** Rows that were there when their table was left or checked; a row that was just added is not nagged about. */
  readonly #seenRows = new Set<string>();
  #initial: FormValues;
  #state: FormState;
  #tried = false;
  #issues: readonly Issue[] = NONE;
  #warnings: readonly Issue[] = NONE;
  #byKey: ReadonlyMap<string, readonly Issue[]> = new Map();

  constructor({ schema, access, values, clock, masked }: FormStoreOptions) {
    this.schema = schema;
    this.access = access;
    this.#clock = clock;
    this.#masked = masked;
    this.#initial = values;
    this.#state = this.#compute(values);
    this.#initial = this.#state.values;
    this.tables = new Map(subTablesOf(schema).map((table) => [table.key, new RowStore(rowsOf(own(this.#initial, table.key)))]));
    for (const [key, rows] of this.tables) rows.subscribe(() => this.set(key, [...rows.rows]));
  }

  get state(): FormState {
    return this.#state;
  }

  get values(): FormValues {
    return this.#state.values;
  }

  /** True once the person has tried to submit: from then on everything that is wrong is shown. */
  get tried(): boolean {
    return this.#tried;
  }

  /** What is wrong, but for rows that were added since the last check and not left yet. */
  get issues(): readonly Issue[] {
    return this.#issues;
  }

  get warnings(): readonly Issue[] {
    return this.#warnings;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(key: string, value: Json): void {
    if (Object.is(own(this.#state.values, key), value)) return;
    this.#state = this.#compute({ ...this.#state.values, [key]: value });
    for (const [name, rows] of this.tables) rows.adopt(rowsOf(own(this.#state.values, name)));
    if (this.#tried || this.#left.size > 0) this.#validate();
    this.#tell();
  }

  /** The focus has left a field: what is wrong with it is shown from now on. */
  leave(key: string): void {
    const fresh = this.tables.get(key)?.rows.filter((row) => !this.#seenRows.has(row._id)) ?? [];
    if (this.#left.has(key) && fresh.length === 0) return;
    this.#left.add(key);
    for (const row of fresh) this.#seenRows.add(row._id);
    this.#validate();
    this.#tell();
  }

  /** Checks everything as the server will, and shows all of it. */
  check(): readonly Issue[] {
    this.#tried = true;
    for (const table of this.tables.values()) for (const row of table.rows) this.#seenRows.add(row._id);
    this.#validate();
    this.#tell();
    return this.#issues;
  }

  /** Shows what the server refused, until the next change. */
  refuse(issues: readonly Issue[]): void {
    this.#tried = true;
    this.#keep(issues, this.#warnings);
    this.#tell();
  }

  /** What is wrong with a field, as far as it is to be shown yet; the same list until the next check. */
  shownIssues(key: string): readonly Issue[] {
    return this.#tried || this.#left.has(key) ? (this.#byKey.get(key) ?? NONE) : NONE;
  }

  /** What is to be sent: fields that this person may write and that differ from what was there. Unchecked: `check` comes first. */
  changed(): FormValues {
    const before = strip(this.schema, this.access, this.#initial);
    const now = strip(this.schema, this.access, this.#state.values);
    return Object.fromEntries(Object.entries(now).filter(([key, value]) => !sameJson(value, own(before, key))));
  }

  /** Somebody else has changed the values meanwhile: begins from those, and keeps what this person has changed. */
  rebase(values: FormValues): void {
    const mine = this.changed();
    this.#initial = values;
    this.#initial = this.#compute(values).values;
    this.#state = this.#compute({ ...this.#initial, ...mine });
    for (const [name, rows] of this.tables) rows.adopt(rowsOf(own(this.#state.values, name)));
    if (this.#tried || this.#left.size > 0) this.#validate();
    this.#tell();
  }

  #validate(): void {
    const result = validateValues(this.schema, this.#state.values, this.#options());
    this.#keep(result.ok ? NONE : result.issues.filter((issue) => this.#isSeen(issue)), result.warnings);
  }

  #keep(issues: readonly Issue[], warnings: readonly Issue[]): void {
    this.#issues = issues;
    this.#warnings = warnings;
    this.#byKey = groupByField(issues);
  }

  #isSeen({ path }: Issue): boolean {
    const [, key = '', row] = /^([^.[]*)\[(\d+)\]/.exec(path) ?? [];
    const table = this.tables.get(key);
    return !table || this.#seenRows.has(table.rows[Number(row)]?._id ?? '');
  }

  #compute(values: FormValues): FormState {
    return computeForm(this.schema, values, this.#options());
  }

  #options() {
    return { ...this.#clock, access: this.access, before: this.#initial, masked: this.#masked, memo: this.#memo };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function groupByField(issues: readonly Issue[]): ReadonlyMap<string, readonly Issue[]> {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = /^[^.[]*/.exec(issue.path)?.[0] ?? '';
    const group = groups.get(key);
    if (group) group.push(issue);
    else groups.set(key, [issue]);
  }
  return groups;
}
