import { formatDate } from '@/lib/format/date';
import { err, ok } from '@/lib/result';
import type { FieldOf } from '../../schema/walk';
import { isDate, readLooseDate } from '../calendar';
import { emptyNull, isNull, oneColumn } from '../columns';
import type { FieldConfig } from '../config';

/** A day of the calendar: text from end to end, so no time zone can move it. */
export const date: FieldConfig<FieldOf<'date'>> = {
  ...oneColumn('date'),
  empty: emptyNull,
  isEmpty: isNull,
  check(_field, value) {
    if (value === null || value === '') return ok(null);
    if (typeof value !== 'string') return err({ code: 'FIELD_TYPE' });
    return isDate(value) ? ok(value) : err({ code: 'FIELD_DATE' });
  },
  feelType: () => 'date',
  feelValue: (_field, value) => value,
  display: (_field, value, env) => (typeof value === 'string' ? formatDate(value, 'dayYear', env) : ''),
  parse(_field, source) {
    if (source.trim() === '') return ok(null);
    const value = readLooseDate(source);
    return value === null ? err({ code: 'FIELD_DATE' }) : ok(value);
  },
};
