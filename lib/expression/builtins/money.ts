import { toChineseCapitals } from '@/lib/money/chinese-capitals';
import { FeelDecimal, printNumber } from '../values/number';
import { type Builtin, builtin, signature } from './define';
import { num } from './param';

export const moneyBuiltins: readonly Builtin[] = [
  builtin(
    'money',
    'rmb upper',
    ['大写金额'],
    signature([num('amount')], 'string', ([amount]) => {
      const cents = amount.toDecimalPlaces(2, FeelDecimal.ROUND_HALF_UP);
      return toChineseCapitals(printNumber(cents.isZero() ? cents.abs() : cents));
    }),
  ),
];
