import type { Json } from '@/lib/json';
import { findCurrency } from '@/lib/money/currency';
import { formatMoney } from '@/lib/money/format-money';
import { err, ok } from '@/lib/result';
import type { FieldOf } from '../../schema/walk';
import { emptyNull, isNull } from '../columns';
import type { FieldConfig } from '../config';
import { checkDecimal } from '../decimal-check';
import { readLooseNumber } from '../loose-number';

export type Money = { amount: string; currency: string };

export function isMoney(value: Json | undefined): value is Money {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    typeof value.amount === 'string' &&
    typeof value.currency === 'string'
  );
}

export function currencyScale(currency: string): number {
  return findCurrency(currency)?.scale ?? 2;
}

/** An amount and its currency in two columns, for money fields and for formulas that result in money. */
export const moneyCells = {
  columns: () =>
    [
      { suffix: '', type: 'numeric' },
      { suffix: '_cur', type: 'text' },
    ] as const,
  toCells: (_field: unknown, value: Json): Json[] => (isMoney(value) ? [value.amount, value.currency] : [null, null]),
  fromCells: (_field: unknown, [amount = null, currency = null]: readonly Json[]): Json => (amount === null ? null : { amount, currency }),
};

export const money: FieldConfig<FieldOf<'money'>> = {
  ...moneyCells,
  empty: emptyNull,
  isEmpty: isNull,
  check(field, value) {
    if (value === null) return ok(null);
    if (typeof value !== 'object' || Array.isArray(value)) return err({ code: 'FIELD_TYPE' });
    const { amount = null, currency, ...rest } = value;
    const unknown = Object.keys(rest)[0];
    if (unknown !== undefined) return err({ code: 'FIELD_UNKNOWN', at: `.${unknown.slice(0, 100)}` });
    if (typeof currency !== 'string') return err({ code: 'FIELD_TYPE', at: '.currency' });
    if (currency !== field.currency) return err({ code: 'FIELD_OPTION', at: '.currency' });
    const checked = checkDecimal(amount, { scale: currencyScale(currency), min: field.min, max: field.max });
    if (!checked.ok) return checked;
    return ok(checked.value === null ? null : { amount: checked.value, currency });
  },
  feelType: () => 'number',
  feelValue: (_field, value) => (isMoney(value) ? value.amount : null),
  display: (_field, value, { locale }) =>
    isMoney(value) ? formatMoney(value.amount, value.currency, locale === 'zh' ? 'zh-CN' : 'en') : '',
  parse(field, source) {
    if (source.trim() === '') return ok(null);
    const amount = readLooseNumber(source);
    return amount === null ? err({ code: 'FIELD_NUMBER' }) : ok({ amount, currency: field.currency });
  },
};
