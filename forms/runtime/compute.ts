import type { FieldAccess } from '@/lib/bpmn/settings';
import { editEverything, effectiveAccess } from '../access/access';
import type { FormSchema } from '../schema/schema';
import type { FormValues } from '../schema/values';
import type { Memo } from './memo';
import { Pass } from './pass';

export type FieldState = {
  /** To this person: by its condition and by the matrix. */
  visible: boolean;
  required: boolean;
  editable: boolean;
  /** By its condition alone; a field that is not shown is empty to every expression and is not submitted. */
  shown: boolean;
};

/** An expression that failed while it ran, e.g. because it took too many steps. */
export type ComputeError = { fieldId: string; rowId: string | null; code: string };

export type FormState = {
  /** What came in, with every formula computed; values of fields that are not visible now are still in it. */
  values: FormValues;
  /** By id, of fields and columns. Where a column's state differs from row to row, `rows` has it. */
  fields: Readonly<Record<string, FieldState>>;
  /** By row id, then by column id. */
  rows: Readonly<Record<string, Readonly<Record<string, FieldState>>>>;
  /** By id, of sections and descriptions. */
  visible: Readonly<Record<string, boolean>>;
  errors: readonly ComputeError[];
  /** Names of fields and columns whose values this reader was not sent; what reads them is the server's to say. */
  withheld: ReadonlySet<string>;
  /** How many expressions were evaluated, not taken from the memo. */
  evaluations: number;
};

export type ComputeEnv = {
  /** Absent: everything may be edited. */
  access?: FieldAccess;
  /** An ISO instant; keep it while a form is open, because another one makes every result new. */
  now: string;
  timeZone: string;
  /** What is stored, or at the start what `initialValues` gave: a field that its `editableWhen` closes has this value. */
  before?: FormValues;
  /** The values came out of `maskValues`: formulas and conditions that read what is not shown are left as the server had them. */
  masked?: boolean;
  /** Of the last pass over the same form, to evaluate only what changed. */
  memo?: Memo;
};

/**
 * Computes a form in one pass in dependency order: formulas of fields and rows, and what is visible, required and editable.
 * A field that is not visible is empty to every expression. The same code runs in the browser and on the server.
 */
export function computeForm(schema: FormSchema, values: FormValues, env: ComputeEnv): FormState {
  const access = effectiveAccess(schema, env.access ?? editEverything);
  env.memo?.begin(`${env.now} ${env.timeZone}`);
  return new Pass(schema, values, env, access.fields).run();
}

/** The state of a cell: what its row says, otherwise what its column says. */
export function stateOf(state: FormState, fieldId: string, rowId?: string): FieldState {
  return (rowId === undefined ? undefined : state.rows[rowId]?.[fieldId]) ?? state.fields[fieldId] ?? NOTHING;
}

const NOTHING: FieldState = { visible: false, required: false, editable: false, shown: false };
