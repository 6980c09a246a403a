import { computeForm } from '@/forms/runtime/compute';
import { wallClock } from '@/forms/fields/zoned';
import { feelValues, valuesOf } from '@/forms/schema/feel';
import type { Field, FormSchema } from '@/forms/schema/schema';
import type { FormValues } from '@/forms/schema/values';
import { fieldsOf } from '@/forms/schema/walk';
import type { Json, Locale } from '@/lib/json';
import { compare, isDecimalString } from '@/lib/decimal';

type Env = { now: string; timeZone: string; locale: Locale };

/** A filled-in form to try formulas and activities with; computed fields are computed. */
export function sampleValues(schema: FormSchema, env: Env): FormValues {
  const values = Object.fromEntries(fieldsOf(schema).map((field) => [field.key, sampleOf(field, env, 0)]));
  return computeForm(schema, values, env).values;
}

/** What an expression sees of the sample: in a sub-table its first row over the form. */
export function sampleNames(schema: FormSchema, subTableId: string | null, env: Env): Record<string, Json> {
  const values = sampleValues(schema, env);
  const table = fieldsOf(schema).find((field) => field.id === subTableId);
  const outer = feelValues(schema, values);
  if (table?.type !== 'subTable') return outer;
  const rows = values[table.key];
  const row = Array.isArray(rows) ? rows[0] : null;
  return { ...outer, ...(typeof row === 'object' && row !== null && !Array.isArray(row) ? valuesOf(table.columns, row) : {}) };
}

// helpers //////////////////////

const ROWS = 2;
const ROW_ID = '00000000-0000-7000-8000-00000000000';

function sampleOf(field: Field, env: Env, row: number): Json {
  const { date } = wallClock(env.now, env.timeZone);
  switch (field.type) {
    case 'text':
    case 'textarea':
      return env.locale === 'zh' ? '示例文字' : 'Sample text';
    case 'integer':
      return Number(between(field, String(row + 2)));
    case 'number':
      return between(field, String(row + 2));
    case 'money':
      return { amount: between(field, String((row + 1) * 1000)), currency: field.currency };
    case 'percentage':
      return between(field, '0.06');
    case 'date':
      return date;
    case 'time':
      return '09:00';
    case 'dateTime':
      return env.now;
    case 'dateRange':
      return { start: date, end: date };
    case 'select':
    case 'radio':
      return field.options.find((option) => !option.retired)?.id ?? null;
    case 'multiSelect':
    case 'checkbox':
      return field.options
        .filter((option) => !option.retired)
        .slice(0, 1)
        .map((option) => option.id);
    case 'switch':
      return true;
    case 'user':
    case 'department':
    case 'file':
    case 'image':
    case 'formula':
    case 'autoNumber':
      return null;
    case 'subTable':
      return Array.from({ length: ROWS }, (_, index) => ({
        _id: `${ROW_ID}${index + 1}`,
        ...Object.fromEntries(field.columns.map((column) => [column.key, sampleOf(column, env, index)])),
      }));
  }
}

/** A number that the field's own limits allow. */
function between({ min, max }: { min?: string | undefined; max?: string | undefined }, wanted: string): string {
  const low = min !== undefined && isDecimalString(min) && compare(wanted, min) < 0 ? min : wanted;
  return max !== undefined && isDecimalString(max) && compare(low, max) > 0 ? max : low;
}
