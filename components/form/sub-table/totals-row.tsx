'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Row } from '@/forms/fields/sub-table/config';
import { type Total, totalsOf } from '@/forms/runtime/totals';
import type { ScalarField, SubTableField } from '@/forms/schema/schema';
import { formatDecimal } from '@/lib/decimal';
import { FieldValue } from '../field-value';
import classes from './sub-table.module.css';

type Props = {
  table: SubTableField;
  columns: readonly ScalarField[];
  rows: readonly Row[] /** With a cell for the row's number, and for its tools. */;
  lead?: boolean;
  tail?: boolean;
};

/** The foot of a sub-table: what its author wants added up, exactly. */
export function TotalsRow({ table, columns, rows, lead = false, tail = false }: Props) {
  const t = useTranslations('form.table.total');
  if (table.totals.length === 0 || rows.length === 0) return null;
  const totals = totalsOf(table, rows);
  const first = totals.every(({ kind }) => kind === totals[0]?.kind) ? totals[0] : undefined;
  return (
    <tfoot className={classes.foot}>
      <tr>
        {lead && <th scope="row">{first && t(first.kind)}</th>}
        {columns.map((column, index) => {
          const own = totals.filter((total) => total.columnId === column.id);
          return (
            <td key={column.id} data-numeric={own.length > 0 || undefined}>
              {!lead && index === 0 && own.length === 0 && first && <span className={classes.totalName}>{t(first.kind)}</span>}
              {own.map((total) => (
                <TotalValue key={total.kind} total={total} named={!first} />
              ))}
            </td>
          );
        })}
        {tail && <td aria-hidden />}
      </tr>
    </tfoot>
  );
}

export function TotalValue({ total, named }: { total: Total; named: boolean }) {
  const t = useTranslations('form.table.total');
  const locale = useLocale();
  return (
    <span className={classes.total}>
      {named && <small>{t(total.kind)} </small>}
      {typeof total.value === 'number' ? (
        formatDecimal(String(total.value), locale === 'zh' ? 'zh-CN' : 'en')
      ) : (
        <FieldValue field={total.column} value={total.value} compact />
      )}
    </span>
  );
}
