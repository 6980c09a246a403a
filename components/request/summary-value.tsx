import { formatDecimal, formatMoney } from '@/lib/format/number';
import type { SummaryField } from '@/server/instance/views';

/** A summary field as a short text: an amount with its sign, a list joined, nothing as a dash. `plain` leaves the currency sign to the column's head. */
export function SummaryValue({ field, plain = false }: { field: SummaryField; plain?: boolean }) {
  const { value } = field;
  if (value === null || value === '') return <>—</>;
  if (Array.isArray(value)) return <>{value.map(String).join('、')}</>;
  if (typeof value === 'object') {
    if (typeof value.amount === 'string')
      return (
        <span className="vm-number">
          {plain ? formatDecimal(value.amount, 2) : formatMoney(value.amount, typeof value.currency === 'string' ? value.currency : 'CNY')}
        </span>
      );
    if (typeof value.start === 'string' && typeof value.end === 'string') return <>{`${value.start} – ${value.end}`}</>;
    return <>—</>;
  }
  return <span className={typeof value === 'number' ? 'vm-number' : undefined}>{String(value)}</span>;
}

/** Whether there is anything to show: a head leaves out what nobody has filled in. */
export function isFilled({ value }: SummaryField): boolean {
  if (value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object') return Object.values(value).some((part) => part !== null && part !== '');
  return true;
}
