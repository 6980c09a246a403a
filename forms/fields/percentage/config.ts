import { err, ok } from '@/lib/result';
import type { FieldOf } from '../../schema/walk';
import { emptyNull, isNull, oneColumn } from '../columns';
import type { FieldConfig } from '../config';
import { checkDecimal } from '../decimal-check';
import { readLoosePercent, toPercent } from '../loose-number';
import { numberText } from '../number-text';

/** `scale` counts the decimals of the stored fraction: 4 shows two decimals of a per cent. */
export const percentage: FieldConfig<FieldOf<'percentage'>> = {
  ...oneColumn('numeric'),
  empty: emptyNull,
  isEmpty: isNull,
  check: (field, value) => checkDecimal(value, field),
  feelType: () => 'number',
  feelValue: (_field, value) => value,
  display: (_field, value, { locale }) => (typeof value === 'string' ? `${numberText(toPercent(value), 0, locale)}%` : ''),
  parse(_field, source) {
    if (source.trim() === '') return ok(null);
    const value = readLoosePercent(source);
    return value === null ? err({ code: 'FIELD_NUMBER' }) : ok(value);
  },
};
