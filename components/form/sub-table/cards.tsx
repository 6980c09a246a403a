'use client';

import { useLocale, useTranslations } from 'next-intl';
import { memo, useCallback, useEffect } from 'react';
import { useReader } from '@/components/ui/use-reader';
import type { Row } from '@/forms/fields/sub-table/config';
import { totalsOf } from '@/forms/runtime/totals';
import type { ScalarField } from '@/forms/schema/schema';
import { type Json, localText } from '@/lib/json';
import { Control } from '../controls/control';
import { FieldLabel } from '../field-slot';
import { FieldValue } from '../field-value';
import { FOCUS_CELL, type FocusCell, fieldDomId } from '../focus-path';
import { useForm } from '../form-context';
import { FieldLookupNote } from '../lookup-notes';
import { issueText } from '../use-issue-text';
import type { RowIssue } from './grid-row';
import { RowMenu } from './row-tools';
import { TotalValue } from './totals-row';
import { useRowIssues } from './use-row-issues';
import { type TableModel, readState, rowStates } from './use-table';
import formClasses from '../form.module.css';
import classes from './sub-table.module.css';

const cellId = (rowId: string, columnId: string): string => `cell-${rowId}-${columnId}`;

/** The rows on a phone: a card each, its fields under one another; nothing scrolls sideways. */
export function Cards({ table, onLeave }: { table: TableModel; onLeave(): void }) {
  const t = useTranslations('form.table');
  const locale = useLocale();
  const { ofRow } = useRowIssues(table.field);
  const { rows, columns } = table;
  useEffect(() => {
    const frame = document.getElementById(fieldDomId(table.field.id));
    const focus = (event: Event) => {
      const { row, columnId } = (event as CustomEvent<FocusCell>).detail;
      const rowId = rows[row ?? 0]?._id ?? '';
      const control = document.getElementById(cellId(rowId, columnId ?? columns[0]?.id ?? ''));
      control?.scrollIntoView({ block: 'center' });
      control?.focus();
    };
    frame?.addEventListener(FOCUS_CELL, focus);
    return () => frame?.removeEventListener(FOCUS_CELL, focus);
  }, [table.field.id, rows, columns]);
  const totals = rows.length > 0 ? totalsOf(table.field, rows) : [];
  return (
    <>
      {rows.length === 0 && <p className={classes.emptyCards}>{t('emptyEdit')}</p>}
      <ol className={classes.cards}>
        {rows.map((row, index) => (
          <Card key={row._id} table={table} row={row} index={index} issues={ofRow(index)} onLeave={onLeave} />
        ))}
      </ol>
      {totals.length > 0 && (
        <dl className={classes.cardTotals}>
          {totals.map((total) => (
            <div key={`${total.columnId} ${total.kind}`}>
              <dt>
                {localText(total.column.label, locale)} {t(`total.${total.kind}`)}
              </dt>
              <dd>
                <TotalValue total={total} named={false} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

type CardProps = { table: TableModel; row: Row; index: number; issues: readonly RowIssue[]; onLeave(): void };

const Card = memo(
  function Card({ table, row, index, issues, onLeave }: CardProps) {
    const t = useTranslations('form.table');
    const states = useForm((store) => rowStates(store, table.columns, row._id));
    return (
      <li className={classes.card}>
        <header>
          <h4>{t('row', { row: index + 1 })}</h4>
          <RowMenu table={table} row={row} index={index} />
        </header>
        {table.columns.map((column, col) => {
          const state = readState(states[col]);
          return state.visible ? (
            <CardField
              key={column.id}
              table={table}
              row={row}
              column={column}
              state={state}
              issues={issues.filter((own) => own.columnKey === column.key)}
              onLeave={onLeave}
            />
          ) : null;
        })}
      </li>
    );
  },
  (a, b) =>
    a.row === b.row &&
    a.index === b.index &&
    a.issues === b.issues &&
    a.table.columns === b.table.columns &&
    a.table.rights === b.table.rights &&
    a.table.canAdd === b.table.canAdd &&
    a.table.rows.length === b.table.rows.length,
);

type FieldProps = Pick<CardProps, 'table' | 'row' | 'issues' | 'onLeave'> & { column: ScalarField; state: ReturnType<typeof readState> };

function CardField({ table, row, column, state, issues, onLeave }: FieldProps) {
  const t = useTranslations('form');
  const locale = useLocale();
  const reader = useReader();
  const { rowStore } = table;
  const onChange = useCallback((next: Json) => rowStore.setCell(row._id, column.key, next), [rowStore, row._id, column.key]);
  const id = cellId(row._id, column.id);
  const label = localText(column.label, locale);
  const value = row[column.key] ?? null;
  const invalid = issues.length > 0;
  return (
    <div className={classes.cardField} data-readonly={!state.editable || undefined}>
      <FieldLabel label={label} required={state.required} htmlFor={state.editable ? id : undefined} />
      {state.editable ? (
        <Control
          field={column}
          value={value}
          onChange={onChange}
          onBlur={onLeave}
          id={id}
          label={label}
          describedBy={invalid ? `${id}-issues` : undefined}
          invalid={invalid}
          required={state.required}
        />
      ) : (
        <span>
          <FieldValue field={column} value={value} />
        </span>
      )}
      <FieldLookupNote field={column} rowId={row._id} />
      {invalid && (
        <p className={formClasses.issue} id={`${id}-issues`}>
          {issues.map(({ issue }) => issueText(t, column, issue, reader)).join(' · ')}
        </p>
      )}
    </div>
  );
}
