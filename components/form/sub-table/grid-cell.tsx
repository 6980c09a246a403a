'use client';

import { useLocale } from 'next-intl';
import { memo, useCallback, useEffect, useRef } from 'react';
import type { FieldState } from '@/forms/runtime/compute';
import type { RowStore } from '@/forms/runtime/row-store';
import type { ScalarField } from '@/forms/schema/schema';
import { type Json, localText } from '@/lib/json';
import { Control } from '../controls/control';
import { FieldValue } from '../field-value';
import { cellKind, isNumeric } from './columns';
import classes from './sub-table.module.css';

type Props = {
  column: ScalarField;
  value: Json;
  rowId: string;
  /** Positions from 0. */
  row: number;
  col: number;
  rowStore: RowStore;
  state: Pick<FieldState, 'visible' | 'editable' | 'required'>;
  active: 'no' | 'active' | 'editing';
  invalid: boolean;
  issuesId: string | undefined;
  onActivate(row: number, col: number, editing: boolean): void;
  takeFocus(element: HTMLElement | null): void;
};

const leave = () => undefined;

/** A cell: its value as text; the active one is the control. */
export const GridCell = memo(function GridCell({
  column,
  value,
  rowId,
  row,
  col,
  rowStore,
  state,
  active,
  invalid,
  issuesId,
  onActivate,
  takeFocus,
}: Props) {
  const locale = useLocale();
  const cell = useRef<HTMLTableCellElement>(null);
  const onChange = useCallback((next: Json) => rowStore.setCell(rowId, column.key, next), [rowStore, rowId, column.key]);
  const kind = state.editable ? cellKind(column) : 'none';
  const isActive = active !== 'no';
  useEffect(() => {
    if (active !== 'no') takeFocus(cell.current);
  }, [active, takeFocus]);
  const asControl = state.visible && isActive && (kind === 'input' || (kind === 'popup' && active === 'editing'));
  const label = localText(column.label, locale);
  return (
    <td
      ref={cell}
      aria-colindex={col + 2}
      aria-invalid={invalid || undefined}
      aria-describedby={invalid ? issuesId : undefined}
      aria-selected={isActive || undefined}
      tabIndex={isActive && !asControl ? 0 : -1}
      className={classes.cell}
      data-numeric={isNumeric(column) || undefined}
      data-readonly={kind === 'none' || undefined}
      data-active={isActive || undefined}
      data-invalid={invalid || undefined}
      onMouseDown={(event) => {
        if (asControl || isLink(event.target)) return;
        event.preventDefault();
        if (kind === 'toggle' && isActive) onChange(value !== true);
        onActivate(row, col, kind === 'popup' || kind === 'input');
      }}
      onFocus={(event) => {
        if (!isActive && event.target === event.currentTarget) onActivate(row, col, false);
      }}
    >
      {!state.visible ? null : asControl ? (
        <Control
          field={column}
          value={value}
          onChange={onChange}
          onBlur={leave}
          id={`cell-${rowId}-${column.id}`}
          label={label}
          describedBy={invalid ? issuesId : undefined}
          invalid={false}
          required={state.required}
          cell
        />
      ) : (
        <FieldValue field={column} value={value} compact />
      )}
    </td>
  );
});

/** A file's link in a cell opens the file. */
function isLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a') !== null;
}
