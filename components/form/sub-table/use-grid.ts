'use client';

import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Json } from '@/lib/json';
import { cellKind } from './columns';
import type { TableModel } from './use-table';

/** The one cell that has the keyboard. `editing` is true when keys go to its control and not to the grid. */
export type ActiveCell = { row: number; col: number; editing: boolean };

export type Grid = {
  active: ActiveCell | null;
  activate(row: number, col: number, editing?: boolean): void;
  /** The focus has left the grid. */
  deactivate(): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  /** Of the cell that should get the focus once it is drawn. */
  takeFocus(element: HTMLElement | null): void;
};

type Options = { table: TableModel; announce(message: 'moved' | 'removed', row: number): void };

/** Moving through a sub-table with the keyboard as in a spreadsheet. */
export function useGrid({ table, announce }: Options): Grid {
  const [active, setActive] = useState<ActiveCell | null>(null);
  const wantsFocus = useRef(false);
  const restore = useRef<{ rowId: string; key: string; value: Json } | null>(null);
  const last = { row: table.rows.length - 1, col: table.columns.length - 1 };

  const activate = useCallback((row: number, col: number, editing = false) => {
    wantsFocus.current = true;
    setActive({ row, col, editing });
  }, []);
  const deactivate = useCallback(() => setActive(null), []);

  // What Escape brings back: the value that the cell had when it became the active one.
  const rowId = active ? table.rows[active.row]?._id : undefined;
  const key = active ? table.columns[active.col]?.key : undefined;
  useEffect(() => {
    const row = table.rowStore.rows.find((candidate) => candidate._id === rowId);
    restore.current = row && key !== undefined ? { rowId: row._id, key, value: row[key] ?? null } : null;
  }, [table.rowStore, rowId, key]);

  const step = (row: number, col: number): void => {
    if (!active) return;
    activate(Math.max(0, Math.min(last.row, row)), Math.max(0, Math.min(last.col, col)));
  };

  const moveRow = (by: -1 | 1): void => {
    const row = active ? table.rows[active.row] : undefined;
    if (!active || !row || !table.rights.reorder) return;
    const target = active.row + by;
    if (target < 0 || target > last.row) return;
    table.rowStore.move(row._id, target);
    activate(target, active.col, active.editing);
    announce('moved', target + 1);
  };

  const onward = (): void => {
    if (!active) return;
    if (active.row < last.row) return step(active.row + 1, active.col);
    if (!table.canAdd) return step(active.row, active.col);
    table.rowStore.insert([table.newRow()]);
    activate(active.row + 1, active.col);
  };

  const onTab = (event: KeyboardEvent): void => {
    if (!active) return;
    const next = nextCell(active, event.shiftKey ? -1 : 1, last);
    if (!next) return setActive({ ...active, editing: false });
    event.preventDefault();
    activate(next.row, next.col);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!active || event.nativeEvent.isComposing || event.defaultPrevented) return;
    const row = table.rows[active.row];
    const column = table.columns[active.col];
    if (!row || !column) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      return moveRow(event.key === 'ArrowUp' ? -1 : 1);
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const kind = table.isEditable(column, row) ? cellKind(column) : 'none';
    if (event.key === 'Tab') return onTab(event);
    // While a list is open the arrows, Enter and Escape are its own.
    if (active.editing && isListOpen(event.target)) return;
    if (event.key === 'Escape' && restore.current && (kind === 'input' || active.editing)) {
      event.preventDefault();
      table.rowStore.setCell(restore.current.rowId, restore.current.key, restore.current.value);
      return activate(active.row, active.col);
    }
    const act = actionOf(event.key, kind, active.editing);
    if (act === null) return;
    event.preventDefault();
    const setCell = (value: Json) => table.rowStore.setCell(row._id, column.key, value);
    if (act === 'up') step(active.row - 1, active.col);
    else if (act === 'down') step(active.row + 1, active.col);
    else if (act === 'left') step(active.row, active.col - 1);
    else if (act === 'right') step(active.row, active.col + 1);
    else if (act === 'home') step(active.row, 0);
    else if (act === 'end') step(active.row, last.col);
    else if (act === 'edit') activate(active.row, active.col, true);
    else if (act === 'toggle') setCell(row[column.key] !== true);
    else if (act === 'clear') setCell(null);
    else onward();
  };

  const takeFocus = useCallback((element: HTMLElement | null) => {
    if (!element || !wantsFocus.current) return;
    wantsFocus.current = false;
    const control = element.querySelector<HTMLElement>('input, textarea, button');
    (control ?? element).focus();
  }, []);

  return { active, activate, deactivate, onKeyDown, takeFocus };
}

type Act = 'up' | 'down' | 'left' | 'right' | 'home' | 'end' | 'edit' | 'toggle' | 'clear' | 'onward';

const ARROWS: Readonly<Record<string, Act>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'home',
  End: 'end',
};

/** What a key does in a cell; null when it is the control's own. */
export function actionOf(key: string, kind: ReturnType<typeof cellKind>, editing: boolean): Act | null {
  if (key === 'F2') return kind === 'none' ? null : 'edit';
  if (kind === 'toggle' && (key === ' ' || key === 'Enter')) return key === ' ' ? 'toggle' : 'onward';
  if (kind === 'popup' && !editing && (key === 'Enter' || key === ' ')) return 'edit';
  if (key === 'Enter') return 'onward';
  if ((key === 'Delete' || key === 'Backspace') && !editing && kind === 'popup') return 'clear';
  const arrow = ARROWS[key];
  if (!arrow) return null;
  if (!editing) return arrow;
  // In an input the arrows to the sides, Home and End move the caret; up and down leave it.
  return kind === 'input' && (arrow === 'up' || arrow === 'down') ? arrow : null;
}

/** The next cell in reading order; null past the ends, where the focus leaves the grid. */
export function nextCell(
  from: { row: number; col: number },
  by: -1 | 1,
  last: { row: number; col: number },
): { row: number; col: number } | null {
  const col = from.col + by;
  if (col >= 0 && col <= last.col) return { row: from.row, col };
  const row = from.row + by;
  return row >= 0 && row <= last.row ? { row, col: by > 0 ? 0 : last.col } : null;
}

function isListOpen(target: EventTarget): boolean {
  return target instanceof HTMLElement && (target.hasAttribute('data-expanded') || target.getAttribute('aria-expanded') === 'true');
}
