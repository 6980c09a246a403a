import type { Json } from '@/lib/json';
import { type Row, rowsOf } from '../fields/sub-table/config';
import { configOf } from '../fields/registry';
import { own, sameValue } from '../schema/same';
import type { FormSchema, ScalarField, SubTableField } from '../schema/schema';
import type { FormValues } from '../schema/values';
import { allFields } from '../schema/walk';
import type { FormStore } from './form-store';

/** What came of asking: `missing` = the outside system does not know it, `unavailable` = it did not answer. */
export type LookupOutcome = 'found' | 'missing' | 'unavailable';
export type LookupStatus = 'asking' | LookupOutcome;
/** By the id of the field or column that is to be filled. */
export type LookupAnswer = { outcome: LookupOutcome; values: Readonly<Record<string, Json>> };
/** One answered or pending question: a field, or a column in a row. */
export type LookupNote = { field: ScalarField; rowId: string | null; status: LookupStatus };

export type FieldLookupsOptions = {
  store: FormStore;
  /** What a draft brings was looked up when it was typed, and may have been corrected since. */
  known: FormValues;
  ask(fieldId: string, value: string): Promise<LookupAnswer>;
  idleMs?: number;
};

/** So many questions are under way at once, also after a paste of a whole column. */
const AT_ONCE = 3;
const IDLE_MS = 600;

type Source = { field: ScalarField; parent: SubTableField | null };
/** `trail`: the look-ups whose answers led to this one; none of them is asked again by it. */
type Place = Source & { id: string; rowId: string | null; value: string; trail: ReadonlySet<string> };

/** How a note is found: by field, or by column and row. */
export function noteId(field: ScalarField, rowId: string | null): string {
  return rowId === null ? field.id : `${field.id} ${rowId}`;
}

/**
 * Asks outside systems about what is filled in, each field with a look-up for itself and each row of a sub-table for itself, and writes
 * what comes back into the form. A question is put once the typing rests; an answer to a value that has changed meanwhile is dropped.
 */
export class FieldLookups {
  readonly #store: FormStore;
  readonly #ask: FieldLookupsOptions['ask'];
  readonly #idleMs: number;
  readonly #sources: readonly Source[];
  readonly #targets: readonly Source[];
  readonly #asked = new Map<string, string>();
  readonly #resting = new Map<string, { value: string; timer: ReturnType<typeof setTimeout> }>();
  readonly #trails = new Map<string, ReadonlySet<string>>();
  /** What the last answer of each wrote, by field id: it goes when the next one knows nothing about it. */
  readonly #written = new Map<string, LookupAnswer['values']>();
  readonly #listeners = new Set<() => void>();
  readonly #waiting: Place[] = [];
  #running = 0;
  #notes: ReadonlyMap<string, LookupNote> = new Map();

  constructor({ store, known, ask, idleMs = IDLE_MS }: FieldLookupsOptions) {
    this.#store = store;
    this.#ask = ask;
    this.#idleMs = idleMs;
    this.#targets = scalars(store.schema);
    this.#sources = this.#targets.filter(({ field }) => isAsked(field));
    this.know(known);
  }

  /** These values came from elsewhere, and were looked up there. */
  know(values: FormValues): void {
    for (const place of this.#places(values)) this.#asked.set(place.id, place.value);
  }

  /** By field, or by column and row; the same map until something changes. */
  get notes(): ReadonlyMap<string, LookupNote> {
    return this.#notes;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Watches the form until the returned function is called. */
  watch(): () => void {
    if (this.#sources.length === 0) return () => undefined;
    const stop = this.#store.subscribe(() => this.#look());
    this.#look();
    return () => {
      stop();
      for (const id of this.#resting.keys()) this.#rest(id);
    };
  }

  #look(): void {
    const places = this.#places(this.#store.values);
    const there = new Set(places.map(({ id }) => id));
    for (const id of this.#notes.keys()) if (!there.has(id)) this.#tell(id, null);
    for (const place of places) {
      if (place.value === (this.#asked.get(place.id) ?? '')) this.#rest(place.id);
      else if (this.#resting.get(place.id)?.value !== place.value) this.#restart(place);
    }
  }

  #restart(place: Place): void {
    clearTimeout(this.#resting.get(place.id)?.timer);
    this.#resting.set(place.id, { value: place.value, timer: setTimeout(() => this.#begin(place), this.#idleMs) });
  }

  #rest(id: string): void {
    clearTimeout(this.#resting.get(id)?.timer);
    this.#resting.delete(id);
    this.#trails.delete(id);
  }

  #begin(place: Place): void {
    this.#asked.set(place.id, place.value);
    this.#rest(place.id);
    if (place.value === '') {
      this.#write(place, {});
      return this.#tell(place.id, null);
    }
    this.#note(place, 'asking');
    this.#waiting.push(place);
    this.#next();
  }

  #next(): void {
    if (this.#running >= AT_ONCE) return;
    const place = this.#waiting.shift();
    if (!place) return;
    if (this.#asked.get(place.id) !== place.value || !this.#isThere(place)) return this.#next();
    this.#running += 1;
    void this.#ask(place.field.id, place.value)
      .catch((): LookupAnswer => ({ outcome: 'unavailable', values: {} }))
      .then((answer) => {
        this.#running -= 1;
        this.#take(place, answer);
        this.#next();
      });
  }

  #take(place: Place, { outcome, values }: LookupAnswer): void {
    if (this.#asked.get(place.id) !== place.value || !this.#isThere(place)) return;
    this.#note(place, outcome);
    this.#write(place, values);
  }

  #write(place: Place, answer: LookupAnswer['values']): void {
    const values = { ...this.#outdated(place), ...answer };
    this.#written.set(place.id, answer);
    const trail = new Set([...place.trail, place.id]);
    const cells: Record<string, Json> = {};
    for (const { field, parent } of this.#targets) {
      const value = own(values, field.id);
      if (value === undefined || (parent !== null && parent.id !== place.parent?.id)) continue;
      if (isAsked(field)) this.#lead(trail, noteId(field, parent === null ? null : place.rowId), value);
      if (parent === null) this.#store.set(field.key, value);
      else cells[field.key] = value;
    }
    if (place.parent && place.rowId && Object.keys(cells).length > 0)
      this.#store.tables.get(place.parent.key)?.setCells(new Map([[place.rowId, cells]]));
  }

  /** What this look-up wrote about an earlier value and nobody has changed since: it belongs to something else now. */
  #outdated(place: Place): Record<string, Json> {
    const written = this.#written.get(place.id) ?? {};
    const row = place.parent && rowsIn(this.#store.values, place.parent.key).find(({ _id }) => _id === place.rowId);
    return Object.fromEntries(
      this.#targets.flatMap(({ field, parent }) => {
        const before = own(written, field.id);
        const holder = parent === null ? this.#store.values : parent.id === place.parent?.id ? row : null;
        return before !== undefined && holder && sameValue(before, own(holder, field.key))
          ? [[field.id, configOf(field).empty(field)]]
          : [];
      }),
    );
  }

  /** A look-up may fill a field that is looked up in turn, but never one that led to it. */
  #lead(trail: ReadonlySet<string>, id: string, value: Json): void {
    if (trail.has(id)) this.#asked.set(id, textOf(value));
    else this.#trails.set(id, trail);
  }

  #isThere({ parent, rowId }: Place): boolean {
    return parent === null || rowsIn(this.#store.values, parent.key).some((row) => row._id === rowId);
  }

  #note({ id, field, rowId }: Place, status: LookupStatus): void {
    this.#tell(id, { field, rowId, status });
  }

  #tell(id: string, note: LookupNote | null): void {
    if (note === null && !this.#notes.has(id)) return;
    const notes = new Map(this.#notes);
    if (note) notes.set(id, note);
    else notes.delete(id);
    this.#notes = notes;
    for (const listener of this.#listeners) listener();
  }

  #places(values: FormValues): Place[] {
    return this.#sources.flatMap(({ field, parent }) => {
      const at = (holder: FormValues | Row, rowId: string | null): Place => {
        const id = noteId(field, rowId);
        return { field, parent, id, rowId, value: textOf(own(holder, field.key)), trail: this.#trails.get(id) ?? NO_TRAIL };
      };
      return parent === null ? [at(values, null)] : rowsIn(values, parent.key).map((row) => at(row, row._id));
    });
  }
}

// helpers //////////////////////

const NO_TRAIL: ReadonlySet<string> = new Set();

function isAsked(field: ScalarField): boolean {
  return field.type === 'text' && field.lookup !== undefined;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}

function rowsIn(values: FormValues, key: string): readonly Row[] {
  return rowsOf(own(values, key));
}

function scalars(schema: FormSchema): Source[] {
  return allFields(schema).flatMap(({ field, parent }) => (field.type === 'subTable' ? [] : [{ field, parent }]));
}
