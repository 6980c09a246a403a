'use client';

import { useMemo } from 'react';
import { useReader } from '@/components/ui/use-reader';
import { type RowRights, canWrite, effectiveAccess } from '@/forms/access/access';
import type { Row } from '@/forms/fields/sub-table/config';
import { MAX_ROWS } from '@/forms/fields/sub-table/config';
import { type FieldState, stateOf } from '@/forms/runtime/compute';
import { initialCells } from '@/forms/runtime/defaults';
import type { FormStore } from '@/forms/runtime/form-store';
import { RowStore } from '@/forms/runtime/row-store';
import type { ScalarField, SubTableField } from '@/forms/schema/schema';
import { newId } from '@/lib/id';
import { useForm, useFormStore } from '../form-context';

export type TableModel = {
  field: SubTableField;
  rows: readonly Row[];
  rowStore: RowStore;
  columns: readonly ScalarField[];
  rights: RowRights;
  /** There is room for another row, and this person may add one. */
  canAdd: boolean;
  maxRows: number;
  newRow(): Row;
  copyOf(row: Row): Row;
  isEditable(column: ScalarField, row: Row): boolean;
};

const NONE = new RowStore([]);

/** A sub-table for those who edit it: its rows as they are now, the columns that are shown, and what may be done. */
export function useTable(field: SubTableField): TableModel {
  const store = useFormStore();
  const { timeZone } = useReader();
  const rowStore = store.tables.get(field.key) ?? NONE;
  const rows = useForm(() => rowStore.rows);
  const visible = useForm(({ state }) => field.columns.map((column) => (stateOf(state, column.id).visible ? '1' : '0')).join(''));
  const open = useForm(({ state }) => stateOf(state, field.id).editable);
  return useMemo(() => {
    const access = effectiveAccess(store.schema, store.access);
    // A condition may close a table that the matrix opens; it takes the row operations with it.
    const closed = canWrite(access.fields[field.id]) && !open;
    const rights = closed || !access.rows[field.id] ? { add: false, remove: false, reorder: false } : access.rows[field.id];
    const maxRows = field.maxRows ?? MAX_ROWS;
    const columns = field.columns.filter((_, index) => visible[index] === '1');
    return {
      field,
      rows,
      rowStore,
      columns,
      rights: rights ?? { add: false, remove: false, reorder: false },
      canAdd: (rights?.add ?? false) && rows.length < maxRows,
      maxRows,
      newRow: () => ({
        _id: newId(),
        ...initialCells(field, {
          schema: store.schema,
          values: store.values,
          context: { now: new Date().toISOString(), timeZone, applicant: null },
        }),
      }),
      copyOf: (row) => ({
        ...Object.fromEntries(
          Object.entries(row).filter(([key]) => columns.some((column) => column.key === key && canWrite(access.fields[column.id]))),
        ),
        _id: newId(),
      }),
      isEditable: (column, row) => stateOf(store.state, column.id, row._id).editable,
    };
  }, [store, field, rows, rowStore, visible, open, timeZone]);
}

/** The states of a row's cells in one string, so that a row is drawn anew when one of them changes. */
export function rowStates(store: FormStore, columns: readonly ScalarField[], rowId: string): string {
  return columns.map((column) => stateCode(stateOf(store.state, column.id, rowId))).join('');
}

const stateCode = ({ visible, editable, required }: FieldState): string =>
  String((visible ? 4 : 0) + (editable ? 2 : 0) + (required ? 1 : 0));

export function readState(code: string | undefined): Pick<FieldState, 'visible' | 'editable' | 'required'> {
  const bits = Number(code ?? '0');
  return { visible: (bits & 4) !== 0, editable: (bits & 2) !== 0, required: (bits & 1) !== 0 };
}
