import { err, ok } from '@/lib/result';
import type { FieldOf } from '../../schema/walk';
import { readTime } from '../calendar';
import { emptyNull, isNull } from '../columns';
import type { FieldConfig } from '../config';

export const time: FieldConfig<FieldOf<'time'>> = {
  empty: emptyNull,
  isEmpty: isNull,
  columns: () => [{ suffix: '', type: 'time' }],
  toCells: (_field, value) => [value],
  fromCells: (_field, [cell = null]) => (typeof cell === 'string' ? readTime(cell) : null),
  check(_field, value) {
    if (value === null || value === '') return ok(null);
    if (typeof value !== 'string') return err({ code: 'FIELD_TYPE' });
    const read = readTime(value);
    return read === null ? err({ code: 'FIELD_DATE', params: { kind: 'time' } }) : ok(read);
  },
  feelType: () => 'time',
  feelValue: (_field, value) => value,
  display: (_field, value) => (typeof value === 'string' ? value : ''),
  parse(_field, source) {
    const plain = source.normalize('NFKC').trim();
    if (plain === '') return ok(null);
    const read = readTime(plain.replace(/^(\d):/, '0$1:'));
    return read === null ? err({ code: 'FIELD_DATE', params: { kind: 'time' } }) : ok(read);
  },
};
