import { localText } from '@/lib/json';
import { err, ok } from '@/lib/result';
import type { FieldOf } from '../../schema/walk';
import { emptyNull, isNull, oneColumn } from '../columns';
import type { FieldConfig } from '../config';
import { checkDecimal } from '../decimal-check';
import { readLooseNumber } from '../loose-number';
import { numberText } from '../number-text';

export const number: FieldConfig<FieldOf<'number'>> = {
  ...oneColumn('numeric'),
  empty: emptyNull,
  isEmpty: isNull,
  check: (field, value) => checkDecimal(value, field),
  feelType: () => 'number',
  feelValue: (_field, value) => value,
  display(field, value, { locale }) {
    if (typeof value !== 'string') return '';
    const text = numberText(value, field.scale, locale);
    return field.unit ? `${text}\u00a0${localText(field.unit, locale)}` : text;
  },
  parse(_field, source) {
    if (source.trim() === '') return ok(null);
    const value = readLooseNumber(source);
    return value === null ? err({ code: 'FIELD_NUMBER' }) : ok(value);
  },
};
