'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Now, Was } from '@/components/ui/change';
import { Tag } from '@/components/ui/tag';
import type { Row } from '@/forms/fields/sub-table/config';
import type { ScalarField, SubTableField } from '@/forms/schema/schema';
import { localText } from '@/lib/json';
import { FieldValue } from '../field-value';
import { isNumeric } from '../sub-table/columns';
import { TotalsRow } from '../sub-table/totals-row';
import { ReadValue } from './read-value';
import classes from './read.module.css';

type Props = {
  field: SubTableField;
  columns: readonly ScalarField[];
  rows: readonly Row[] /** The rows as they were; null when nothing is compared. */;
  before: readonly Row[] | null;
};

/** A sub-table in a document: cells that changed, rows that came and rows that went are marked. */
export function ReadTable({ field, columns, rows, before }: Props) {
  const t = useTranslations('form.table');
  const locale = useLocale();
  const old = new Map((before ?? []).map((row) => [row._id, row]));
  const ids = new Set(rows.map((row) => row._id));
  const gone = (before ?? []).filter((row) => !ids.has(row._id));
  const added = before === null ? 0 : rows.filter((row) => !old.has(row._id)).length;
  const label = localText(field.label, locale);
  const changes = [added > 0 ? t('added', { count: added }) : '', gone.length > 0 ? t('removed', { count: gone.length }) : '']
    .filter(Boolean)
    .join(locale === 'zh' ? '，' : ', ');
  return (
    <div className={classes.tableBlock}>
      <header>
        <h3>{label}</h3>
        {rows.length + gone.length > 0 && (
          <span>{changes ? t('rowsChanged', { count: rows.length, changes }) : t('rows', { count: rows.length })}</span>
        )}
      </header>
      {rows.length + gone.length === 0 ? (
        <p className={classes.none}>{t('emptyRead')}</p>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table} aria-label={label}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.id} scope="col" data-numeric={isNumeric(column) || undefined}>
                    {localText(column.label, locale)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <ReadRow key={row._id} columns={columns} row={row} before={before === null ? undefined : (old.get(row._id) ?? null)} />
              ))}
              {gone.map((row) => (
                <GoneRow key={row._id} columns={columns} row={row} />
              ))}
            </tbody>
            <TotalsRow table={field} columns={columns} rows={rows} />
          </table>
        </div>
      )}
    </div>
  );
}

/** `before`: the row as it was, null when it is new, undefined when nothing is compared. */
function ReadRow({ columns, row, before }: { columns: readonly ScalarField[]; row: Row; before: Row | null | undefined }) {
  const t = useTranslations('form.table');
  const locale = useLocale();
  const tagged = firstText(columns);
  return (
    <tr>
      {columns.map((column) => {
        const value = row[column.key] ?? null;
        return (
          <td key={column.id} data-label={localText(column.label, locale)} data-numeric={isNumeric(column) || undefined}>
            {before === null ? (
              <Now>
                <FieldValue field={column} value={value} compact />
              </Now>
            ) : (
              <ReadValue field={column} value={value} before={before === undefined ? undefined : (before[column.key] ?? null)} compact />
            )}
            {before === null && column === tagged && <Tag tone="ochre">{t('newTag')}</Tag>}
          </td>
        );
      })}
    </tr>
  );
}

function GoneRow({ columns, row }: { columns: readonly ScalarField[]; row: Row }) {
  const t = useTranslations('form.table');
  const locale = useLocale();
  const tagged = firstText(columns);
  return (
    <tr className={classes.gone}>
      {columns.map((column) => (
        <td key={column.id} data-label={localText(column.label, locale)} data-numeric={isNumeric(column) || undefined}>
          <Was>
            <FieldValue field={column} value={row[column.key] ?? null} compact />
          </Was>
          {column === tagged && <Tag>{t('goneTag')}</Tag>}
        </td>
      ))}
    </tr>
  );
}

/** Where 新增 and 已删 stand: beside a name rather than a number. */
function firstText(columns: readonly ScalarField[]): ScalarField | undefined {
  return columns.find((column) => !isNumeric(column)) ?? columns[0];
}
