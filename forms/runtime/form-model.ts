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

export type FormModelOptions = { schema: FormSchema; access: FieldAccess; values: FormValues; clock: Clock };

/** A form while somebody fills it in: its values, what follows from them, and what is still wrong. Framework-free; components subscribe to it. */
export class FormModel {
  readonly schema: FormSchema;
  readonly access: FieldAccess;
  readonly clock: Clock;
  readonly tables: ReadonlyMap<string, RowStore>;
  #initial: FormValues;
  readonly #memo = new Memo();
  readonly #listeners = new Set<() => void>();
  #state: FormState;
  #issues: readonly Issue[] = [];
  #warnings: readonly Issue[] = [];
  #fromServer: readonly Issue[] = [];

  constructor({ schema, access, values, clock }: FormModelOptions) {
    this.schema = schema;
    this.access = access;
    this.clock = clock;
    this.#initial = values;
    this.#state = this.#compute(values);
    this.#initial = this.#state.values;
    this.tables = new Map(subTablesOf(schema).map((table) => [table.key, new RowStore(rowsOf(own(this.#initial, table.key)))]));
    for (const [key, store] of this.tables) store.subscribe(() => this.set(key, [...store.rows]));
  }

  get state(): FormState {
    return this.#state;
  }

  get values(): FormValues {
    return this.#state.values;
  }

  /** What the last check found, and what the server refused since. */
  get issues(): readonly Issue[] {
    return this.#fromServer.length > 0 ? this.#fromServer : this.#issues;
  }

  get warnings(): readonly Issue[] {
    return this.#warnings;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(key: string, value: Json): void {
    this.#fromServer = [];
    this.#state = this.#compute({ ...this.#state.values, [key]: value });
    for (const [name, store] of this.tables) store.adopt(rowsOf(own(this.#state.values, name)));
    this.#tell();
  }

  /** Checks everything as the server will; the issues stay until the next check. */
  check(): readonly Issue[] {
    const result = validateValues(this.schema, this.#state.values, this.#options());
    this.#issues = result.ok ? [] : result.issues;
    this.#warnings = result.warnings;
    this.#tell();
    return this.#issues;
  }

  refusedByServer(issues: readonly Issue[]): void {
    this.#fromServer = issues;
    this.#tell();
  }

  /** What is to be sent: fields that this person may write and that differ from what was there, as they are stored. Null while something is wrong. */
  changed(): FormValues | null {
    const result = validateValues(this.schema, this.#state.values, this.#options());
    return result.ok ? this.#difference(result.values) : null;
  }

  /** For drafts: the same, without being checked. */
  draft(): FormValues {
    return this.#difference(this.#state.values);
  }

  #difference(values: FormValues): FormValues {
    const initial = strip(this.schema, this.access, this.#initial);
    const entries = Object.entries(strip(this.schema, this.access, values)).filter(([key, value]) => !sameJson(value, own(initial, key)));
    return Object.fromEntries(entries);
  }

  #compute(values: FormValues): FormState {
    return computeForm(this.schema, values, { ...this.#options(), ...this.clock });
  }

  #options() {
    return { ...this.clock, access: this.access, before: this.#initial, masked: true, memo: this.#memo };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
