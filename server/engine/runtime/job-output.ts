import { configOf } from '@/forms/fields/registry';
import { computeForm } from '@/forms/runtime/compute';
import { fromFeel } from '@/forms/runtime/defaults';
import { sameJson } from '@/forms/schema/same';
import type { FormSchema } from '@/forms/schema/schema';
import { fieldByKey, isComputed } from '@/forms/schema/walk';
import type { Json } from '@/lib/json';
import type { Command } from '@/server/engine/core/command';
import { getPublishedForm } from '@/server/form/published';
import { companyTimeZone } from './company-time';
import type { Before } from './execute';

type CompleteJob = Extract<Command, { type: 'completeJob' }>;

/**
 * What an outside system answered must fit the form's fields like what a person types, and formulas follow it. What does not
 * fit is the model's fault: the job fails for good and an incident says which field.
 */
export async function checkJobOutput(command: CompleteJob, { state, formVersionId, now }: Before): Promise<Command> {
  const { values } = command.output;
  if (Object.keys(values).length === 0) return command;
  const schema = formVersionId === null ? null : (await getPublishedForm(formVersionId)).schema;
  const before = state?.data.values ?? {};
  const checked: Record<string, Json> = {};
  for (const [key, value] of Object.entries(values)) {
    const finding = checkField(schema, key, value, before[key]);
    if ('code' in finding)
      return {
        type: 'failJob',
        jobId: command.jobId,
        leaseToken: command.leaseToken,
        error: { code: 'OUTPUT_UNFIT', reason: finding.code, field: key },
        retryAt: null,
      };
    checked[key] = finding.value;
  }
  return { ...command, output: { ...command.output, values: schema ? withFormulas(schema, before, checked, now) : checked } };
}

// helpers //////////////////////

function checkField(schema: FormSchema | null, key: string, value: Json, before: Json | undefined): { value: Json } | { code: string } {
  const field = schema ? fieldByKey(schema, key) : undefined;
  if (!field) return { code: 'FIELD_UNKNOWN' };
  if (isComputed(field)) return { code: 'FIELD_READONLY' };
  const result = configOf(field).check(field, fromFeel(field, value), before);
  return result.ok ? { value: result.value } : { code: result.error.code };
}

function withFormulas(
  schema: FormSchema,
  before: Readonly<Record<string, Json>>,
  changed: Readonly<Record<string, Json>>,
  now: string,
): Record<string, Json> {
  const { values } = computeForm(schema, { ...before, ...changed }, { now, timeZone: companyTimeZone() });
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => !sameJson(before[key], value)));
}
