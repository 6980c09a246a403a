import type { ErrorCode } from '@/lib/errors';
import type { FeelType } from '@/lib/expression/types';
import type { Json, Locale } from '@/lib/json';
import type { Result } from '@/lib/result';
import type { Field } from '../schema/schema';

/** The only types that a column of a form's table may have. */
export type PgType = 'text' | 'numeric' | 'bigint' | 'boolean' | 'date' | 'time' | 'timestamptz' | 'uuid' | 'text[]' | 'uuid[]';

/** What follows `f_<field id>` in a column's name. */
export type ColumnSuffix = '' | '_cur' | '_s' | '_e';
export type FieldColumn = { suffix: ColumnSuffix; type: PgType };

/** Why a value is refused; `at` names the part of it, e.g. `.amount` or `[2]`. */
export type Finding = { code: ErrorCode; at?: string; params?: Record<string, string | number> };

/** Names behind ids, as far as they were loaded. */
export type Lookups = {
  users: Readonly<Record<string, string>>;
  departments: Readonly<Record<string, string>>;
  documents: Readonly<Record<string, DocumentLookup>>;
};
export type DocumentLookup = { name: string; size: number; mime: string };
export const noLookups: Lookups = { users: {}, departments: {}, documents: {} };

export type DisplayEnv = { locale: Locale; timeZone: string; lookups: Lookups };

/** Something outside of the form that a value points at; the server looks whether it is there and may be used. */
export type Reference = { kind: 'user' | 'department' | 'document'; id: string };

/**
 * What a field type is: one of these a type, in forms/fields/<type>/config.ts, listed in registry.ts.
 * `check` gets what was sent and answers the value in its canonical shape, or why it is refused; it is the same in browser and server.
 */
export type FieldConfig<F extends Field> = {
  /** The value of a field that nobody has filled in. */
  empty(field: F): Json;
  isEmpty(value: Json): boolean;
  /** `before` is what is stored: a value that did not change may keep what the field no longer offers. */
  check(field: F, value: Json, before: Json | undefined): Result<Json, Finding>;
  columns(field: F): readonly FieldColumn[];
  /** The value as cells of `columns`, and back without loss. */
  toCells(field: F, value: Json): Json[];
  fromCells(field: F, cells: readonly Json[]): Json;
  feelType(field: F): FeelType;
  feelValue(field: F, value: Json): Json;
  /** For reading, in lists, print and exports; empty text when there is nothing. */
  display(field: F, value: Json, env: DisplayEnv): string;
  /** What a person pastes from a spreadsheet or imports from a file. */
  parse(field: F, text: string, env: DisplayEnv): Result<Json, Finding>;
  references?(field: F, value: Json): Reference[];
};
