import { computeForm } from '@/forms/runtime/compute';
import type { FormSchema } from '@/forms/schema/schema';
import { type FieldOf, fieldsOf } from '@/forms/schema/walk';
import type { Json } from '@/lib/json';
import { companyDay, companyTimeZone } from '@/server/engine/runtime/company-time';
import type { Runner } from '@/server/engine/runtime/runner';
import { numberPattern, takeNumbers } from './number';

export function autoNumbersOf(schema: FormSchema): FieldOf<'autoNumber'>[] {
  return fieldsOf(schema).filter((field) => field.type === 'autoNumber');
}

/**
 * Fills in the form's running numbers, and the formulas that read them. It runs in the submission's own transaction: a number is
 * taken if and only if the request is stored, so there are no gaps. Who submits the same form at that moment waits a commit long.
 */
export async function withAutoNumbers(
  run: Runner,
  schema: FormSchema,
  values: Readonly<Record<string, Json>>,
  now: string,
): Promise<Record<string, Json>> {
  const numbered: Record<string, Json> = { ...values };
  for (const field of autoNumbersOf(schema)) {
    const { scope, render } = numberPattern('field', field.pattern, companyDay(now));
    numbered[field.key] = render(await takeNumbers(run, scope.replace(':', `:${field.id}:`), 1));
  }
  return { ...computeForm(schema, numbered, { now, timeZone: companyTimeZone() }).values };
}
