import { formatDate } from '@/lib/format/date';
import { err, ok } from '@/lib/result';
import type { FieldOf } from '../../schema/walk';
import { readDateTime, readLooseDate, readTime } from '../calendar';
import { emptyNull, isNull, oneColumn } from '../columns';
import type { FieldConfig } from '../config';
import { instantIn } from '../zoned';

/** A moment: sent with its offset, kept in UTC. */
export const dateTime: FieldConfig<FieldOf<'dateTime'>> = {
  ...oneColumn('timestamptz'),
  empty: emptyNull,
  isEmpty: isNull,
  check(_field, value) {
    if (value === null || value === '') return ok(null);
    if (typeof value !== 'string') return err({ code: 'FIELD_TYPE' });
    const read = readDateTime(value);
    return read === null ? err({ code: 'FIELD_DATE', params: { kind: 'dateTime' } }) : ok(read);
  },
  feelType: () => 'dateTime',
  feelValue: (_field, value) => value,
  display: (_field, value, env) => (typeof value === 'string' ? formatDate(value, 'full', env) : ''),
  parse(_field, source, { timeZone }) {
    const plain = source.normalize('NFKC').trim();
    if (plain === '') return ok(null);
    const exact = readDateTime(plain);
    if (exact !== null) return ok(exact);
    const [day = '', clock = '00:00'] = plain.split(/[T\s]+/);
    const date = readLooseDate(day);
    const time = readTime(clock.replace(/^(\d):/, '0$1:'));
    return date === null || time === null ? err({ code: 'FIELD_DATE', params: { kind: 'dateTime' } }) : ok(instantIn(date, time, timeZone));
  },
};
