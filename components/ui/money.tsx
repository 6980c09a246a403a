import { formatDecimal, formatMoney } from '@/lib/format/number';
import classes from './money.module.css';

type Props = {
  /** A decimal string. */
  amount: string | null;
  currency?: string;
  /** With its sign outside tables, where the column's head does not say it. */
  sign?: boolean;
  /** The one number that matters on the page. */
  big?: boolean;
};

/** An amount of money, digits under digits. */
export function Money({ amount, currency = 'CNY', sign = false, big = false }: Props) {
  if (amount === null) return <span className={classes.none}>—</span>;
  return (
    <span className={big ? classes.big : classes.money}>{sign || big ? formatMoney(amount, currency) : formatDecimal(amount, 2)}</span>
  );
}
