'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FocusEvent, useCallback, useEffect, useRef, useState } from 'react';
import { stateOf } from '@/forms/runtime/compute';
import { localText } from '@/lib/json';
import { FOCUS_CELL, type FocusCell, fieldDomId } from '../focus-path';
import { useForm } from '../form-context';
import { drawnWidths, isNumeric, tableMinWidth } from './columns';
import { GridRow } from './grid-row';
import { TotalsRow } from './totals-row';
import { useGrid } from './use-grid';
import { useRowIssues } from './use-row-issues';
import { useWindow } from './use-window';
import type { TableModel } from './use-table';
import classes from './sub-table.module.css';

const VIRTUAL_FROM = 50;
const ROW_HEIGHT = 41;
const ISSUE_HEIGHT = 33;

type Props = { table: TableModel; onPaste(text: string, at: { row: number; col: number }): void; onLeave(): void };

/** The rows as a grid: values as text, only the active cell is a control; more than fifty rows are drawn as they come into view. */
export function Grid({ table, onPaste, onLeave }: Props) {
  const t = useTranslations('form.table');
  const locale = useLocale();
  const [told, setTold] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const announce = useCallback(
    (message: 'moved' | 'removed', row: number) => setTold(message === 'moved' ? t('moved', { row }) : t('removedRow', { row })),
    [t],
  );
  const { active, activate, deactivate, onKeyDown, takeFocus } = useGrid({ table, announce });
  const { ofRow } = useRowIssues(table.field);
  const count = table.rows.length;
  const virtual = count > VIRTUAL_FROM;
  const { first, end, above, below } = useWindow({
    scroller,
    count,
    enabled: virtual,
    heightOf: (index) => ROW_HEIGHT + (ofRow(index).length > 0 ? ISSUE_HEIGHT : 0),
    keep: active?.row ?? null,
  });

  const columnIds = table.columns.map((column) => column.id).join(' ');
  useEffect(() => {
    const frame = document.getElementById(fieldDomId(table.field.id));
    const focus = (event: Event) => {
      const { row, columnId } = (event as CustomEvent<FocusCell>).detail;
      activate(row ?? 0, Math.max(0, columnIds.split(' ').indexOf(columnId ?? '')));
    };
    frame?.addEventListener(FOCUS_CELL, focus);
    return () => frame?.removeEventListener(FOCUS_CELL, focus);
  }, [table.field.id, columnIds, activate]);

  const widths = drawnWidths(table.columns);
  const onBlur = (event: FocusEvent) => {
    const next = event.relatedTarget;
    if (!(next instanceof Element) || (!event.currentTarget.contains(next) && !isOwnList(next))) {
      deactivate();
      onLeave();
    }
  };
  return (
    <div className={classes.frame} ref={scroller} data-virtual={virtual || undefined}>
      <table
        role="grid"
        className={classes.table}
        // Columns keep their widths while cells become controls; the least that they need depends on which they are.
        style={{ minWidth: tableMinWidth(table.columns) }}
        aria-label={t('grid', { label: localText(table.field.label, locale) })}
        aria-rowcount={count + 1}
        aria-colcount={table.columns.length + 2}
        onKeyDownCapture={onKeyDown}
        onBlur={onBlur}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (!active || !/[\t\n]/.test(text.trim())) return;
          event.preventDefault();
          onPaste(text, active);
        }}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th className={classes.number} aria-label={t('row', { row: '' }).trim()} />
            {table.columns.map((column, index) => (
              <th key={column.id} scope="col" data-width={widths[index]} data-numeric={isNumeric(column) || undefined}>
                {localText(column.label, locale)}
                <Star columnId={column.id} />
              </th>
            ))}
            <th className={classes.rowTools} aria-hidden />
          </tr>
        </thead>
        {/* The grid is entered by Tab through its first cell while none is active. */}
        {active === null && count > 0 && <Entry columns={table.columns.length} onEnter={() => activate(0, 0)} />}
        {above > 0 && <Spacer height={above} />}
        {table.rows.slice(first, end).map((row, offset) => {
          const index = first + offset;
          return (
            <GridRow
              key={row._id}
              table={table}
              row={row}
              index={index}
              activeCol={active?.row === index ? active.col : null}
              editing={active?.row === index && active.editing}
              issues={ofRow(index)}
              onActivate={activate}
              takeFocus={takeFocus}
            />
          );
        })}
        {below > 0 && <Spacer height={below} />}
        {count === 0 && (
          <tbody>
            <tr>
              <td className={classes.empty} colSpan={table.columns.length + 2}>
                {t('emptyEdit')}
              </td>
            </tr>
          </tbody>
        )}
        <TotalsRow table={table.field} columns={table.columns} rows={table.rows} lead tail />
      </table>
      <output className={classes.told} aria-live="polite">
        {told}
      </output>
    </div>
  );
}

/** Stands for the rows above or below the view. */
function Spacer({ height }: { height: number }) {
  return (
    <tbody aria-hidden>
      <tr>
        <td className={classes.spacer} height={height} aria-hidden />
      </tr>
    </tbody>
  );
}

function Entry({ columns, onEnter }: { columns: number; onEnter(): void }) {
  const t = useTranslations('form.table');
  return (
    <tbody className={classes.entry}>
      <tr>
        <td colSpan={columns + 2} tabIndex={0} aria-label={t('enter')} onFocus={onEnter} />
      </tr>
    </tbody>
  );
}

/** The list of a control in a cell is drawn elsewhere in the page; a dialog is another place altogether. */
function isOwnList(element: Element): boolean {
  return element.closest('[data-portal]') !== null && element.closest('[role="dialog"]') === null;
}

/** Only where this person has to fill the column in. */
function Star({ columnId }: { columnId: string }) {
  const required = useForm(({ state }) => stateOf(state, columnId).required);
  return required ? (
    <span className={classes.star} aria-hidden>
      {' '}
      *
    </span>
  ) : null;
}
