import { formatDate } from '@/lib/format/date';
import type { FeelType } from '@/lib/expression/types';
import { formatMoney } from '@/lib/money/format-money';
import { err, ok } from '@/lib/result';
import type { FieldOf } from '../../schema/walk';
import { emptyNull, isNull } from '../columns';
import type { FieldConfig, PgType } from '../config';
import { isMoney, moneyCells } from '../money/config';
import { numberText } from '../number-text';

type Formula = FieldOf<'formula'>;
type ResultType = Formula['result']['type'];

const feelTypes: Record<ResultType, FeelType> = { number: 'number', money: 'number', text: 'string', boolean: 'boolean', date: 'date' };
const pgTypes: Record<Exclude<ResultType, 'money'>, PgType> = { number: 'numeric', text: 'text', boolean: 'boolean', date: 'date' };

/** Computed by forms/runtime/compute.ts; never taken from input. */
export const formula: FieldConfig<Formula> = {
  empty: emptyNull,
  isEmpty: isNull,
  check: (_field, value) => ok(value),
  columns: ({ result }) => (result.type === 'money' ? moneyCells.columns() : [{ suffix: '', type: pgTypes[result.type] }]),
  toCells: (field, value) => (field.result.type === 'money' ? moneyCells.toCells(field, value) : [value]),
  fromCells: (field, cells) => (field.result.type === 'money' ? moneyCells.fromCells(field, cells) : (cells[0] ?? null)),
  feelType: ({ result }) => feelTypes[result.type],
  feelValue: (_field, value) => (isMoney(value) ? value.amount : value),
  display({ result }, value, env) {
    if (isMoney(value)) return formatMoney(value.amount, value.currency, env.locale === 'zh' ? 'zh-CN' : 'en');
    if (typeof value === 'boolean') return env.locale === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
    if (typeof value !== 'string') return '';
    if (result.type === 'number') return numberText(value, result.scale, env.locale);
    return result.type === 'date' ? formatDate(value, 'dayYear', env) : value;
  },
  parse: () => err({ code: 'FIELD_READONLY' }),
};
