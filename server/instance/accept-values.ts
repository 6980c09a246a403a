import { applyPatch, checkWrite } from '@/forms/access/write';
import { sameJson } from '@/forms/schema/same';
import type { FormSchema } from '@/forms/schema/schema';
import { validateValues } from '@/forms/schema/validate';
import type { FormValues } from '@/forms/schema/values';
import type { FieldAccess } from '@/lib/bpmn/settings';
import { AppError, type Issue } from '@/lib/errors';
import type { Json } from '@/lib/json';
import { companyTimeZone } from '@/server/engine/runtime/company-time';

export type AcceptInput = {
  schema: FormSchema;
  access: FieldAccess;
  /** What is stored now. */
  before: FormValues;
  /** What the person sent. */
  patch: FormValues;
  /** The step needs the form to be complete: submitting and approving do, refusing does not. */
  complete: boolean;
  now: string;
};

/** Checks what a person sent against the matrix and the form's rules, and gives what to store: the checked changes with every formula that follows from them. */
export function acceptValues({ schema, access, before, patch, complete, now }: AcceptInput): {
  changed: Record<string, Json>;
  values: FormValues;
} {
  refuse(checkWrite(schema, access, before, patch));
  const wanted = applyPatch(schema, access, before, patch);
  const checked = validateValues(schema, wanted, { access, now, timeZone: companyTimeZone(), before, partial: !complete });
  if (!checked.ok) throw refusal(checked.issues);
  const changed: Record<string, Json> = {};
  for (const [key, value] of Object.entries(checked.values)) if (!sameJson(before[key], value)) changed[key] = value;
  return { changed, values: { ...before, ...changed } };
}

/** One refusal that names every field concerned. */
export function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw refusal(issues);
}

function refusal(issues: readonly Issue[]): AppError {
  const [first] = issues;
  if (!first) return new AppError('FIELD_RULE');
  return new AppError(first.code, { path: first.path, issues, ...(first.params && { params: first.params }) });
}
