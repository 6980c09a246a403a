import { formatDate } from '@/lib/format/date';
import type { Json } from '@/lib/json';
import { err, ok } from '@/lib/result';
import type { FieldOf } from '../../schema/walk';
import { isDate, readLooseDate } from '../calendar';
import { emptyNull, isNull } from '../columns';
import type { DisplayEnv, FieldConfig } from '../config';

export type DateRange = { start: string; end: string };

export function isDateRange(value: Json | undefined): value is DateRange {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.start === 'string' && typeof value.end === 'string'
  );
}

export const dateRange: FieldConfig<FieldOf<'dateRange'>> = {
  empty: emptyNull,
  isEmpty: isNull,
  columns: () => [
    { suffix: '_s', type: 'date' },
    { suffix: '_e', type: 'date' },
  ],
  toCells: (_field, value) => (isDateRange(value) ? [value.start, value.end] : [null, null]),
  fromCells: (_field, [start = null, end = null]) => (start === null ? null : { start, end }),
  check(_field, value) {
    if (value === null) return ok(null);
    if (typeof value !== 'object' || Array.isArray(value)) return err({ code: 'FIELD_TYPE' });
    const { start = null, end = null, ...rest } = value;
    const unknown = Object.keys(rest)[0];
    if (unknown !== undefined) return err({ code: 'FIELD_UNKNOWN', at: `.${unknown.slice(0, 100)}` });
    if (start === null && end === null) return ok(null);
    if (typeof start !== 'string' || !isDate(start)) return err({ code: 'FIELD_DATE', at: '.start' });
    if (typeof end !== 'string' || !isDate(end)) return err({ code: 'FIELD_DATE', at: '.end' });
    return start <= end ? ok({ start, end }) : err({ code: 'FIELD_RANGE', at: '.end', params: { kind: 'order', min: start, max: end } });
  },
  feelType: () => ({ context: { start: 'date', end: 'date' } }),
  feelValue: (_field, value) => value,
  display: (_field, value, env) => (isDateRange(value) ? rangeText(value, env) : ''),
  parse(_field, source) {
    if (source.trim() === '') return ok(null);
    const [first = '', second = ''] = source.split(/\s+(?:[-–—~～]|至|到|to)\s+|[~～–—至到]/);
    const start = readLooseDate(first);
    const end = readLooseDate(second);
    return start === null || end === null ? err({ code: 'FIELD_DATE' }) : ok({ start, end });
  },
};

/** The year is said once where both ends are in it: at the front in Chinese, at the end in English. */
function rangeText({ start, end }: DateRange, env: DisplayEnv): string {
  if (start === end) return formatDate(start, 'dayYear', env);
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  const from = formatDate(start, sameYear && env.locale === 'en' ? 'day' : 'dayYear', env);
  return `${from} – ${formatDate(end, sameYear && env.locale === 'zh' ? 'day' : 'dayYear', env)}`;
}
