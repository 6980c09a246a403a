import { formatDecimal } from '@/lib/decimal';
import { localText } from '@/lib/json';
import { err, ok } from '@/lib/result';
import type { FieldOf } from '../../schema/walk';
import { emptyNull, isNull } from '../columns';
import type { FieldConfig } from '../config';
import { checkDecimal } from '../decimal-check';
import { readLooseNumber } from '../loose-number';

export const integer: FieldConfig<FieldOf<'integer'>> = {
  empty: emptyNull,
  isEmpty: isNull,
  columns: () => [{ suffix: '', type: 'bigint' }],
  toCells: (_field, value) => [value],
  // bigint comes from the driver as text; what was stored was a safe integer.
  fromCells: (_field, [cell = null]) => (typeof cell === 'string' ? Number(cell) : cell),
  check(field, value) {
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
      return err({ code: 'FIELD_PRECISION', params: { scale: 0 } });
    const checked = checkDecimal(value, { scale: 0, min: field.min, max: field.max });
    if (!checked.ok || checked.value === null) return checked;
    if (checked.value.includes('.')) return err({ code: 'FIELD_PRECISION', params: { scale: 0 } });
    const number = Number(checked.value);
    return Number.isSafeInteger(number) ? ok(number) : err({ code: 'FIELD_PRECISION', params: { scale: 0 } });
  },
  feelType: () => 'number',
  feelValue: (_field, value) => value,
  display(field, value, { locale }) {
    if (typeof value !== 'number') return '';
    const text = formatDecimal(String(value), locale === 'zh' ? 'zh-CN' : 'en');
    return field.unit ? `${text}\u00a0${localText(field.unit, locale)}` : text;
  },
  parse(_field, source) {
    if (source.trim() === '') return ok(null);
    const number = readLooseNumber(source);
    return number === null ? err({ code: 'FIELD_NUMBER' }) : ok(number.replace(/\.0+$/, ''));
  },
};
