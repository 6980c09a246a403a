import type { ErrorCode } from '@/lib/errors';
import type { Field, FormNode, FormSchema, Section, SubTableField } from '../schema';

/** Publishing refuses a form with one of these, by the same code. */
export type FormErrorCode = Extract<ErrorCode, `FORM_${string}` | `TEXT_${string}`>;
export type FormWarningCode = 'FORM_NEVER_SHOWN' | 'FORM_TRANSLATION_MISSING';

export type FormProblem = {
  /** In the schema's own words: `sections[0].children[2].expression`. */
  path: string;
  /** The section, field, column or ornament to mark; null when it concerns the form as a whole. */
  fieldId: string | null;
  /** Slots of the text; `reason` picks a variant of it. */
  params: Readonly<Record<string, string | number>>;
} & ({ level: 'error'; code: FormErrorCode } | { level: 'warning'; code: FormWarningCode });

type Where = Pick<FormProblem, 'path' | 'fieldId'>;

/** One rule looks at the whole form and says what it finds; one file each in this folder. */
export type FormRule = (form: LintForm) => FormProblem[];

/** A field or column with its place. */
export type Placed = { field: Field; path: string; table: SubTableField | null };

export type LintForm = {
  schema: FormSchema;
  fields: readonly Placed[];
  /** Sections and ornaments. */
  others: readonly { node: Section | Exclude<FormNode, Field>; path: string }[];
};

export function problem(code: FormErrorCode, { path, fieldId }: Where, params: FormProblem['params'] = {}): FormProblem {
  return { code, level: 'error', path, fieldId, params };
}

export function warning(code: FormWarningCode, { path, fieldId }: Where, params: FormProblem['params'] = {}): FormProblem {
  return { code, level: 'warning', path, fieldId, params };
}

/** A place inside of a field, e.g. its `options[2]`. */
export function inside(placed: Placed, part: string): Where {
  return { path: `${placed.path}.${part}`, fieldId: placed.field.id };
}
