'use client';
import {
  type RowSelectionState,
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { CheckMark } from '../check-mark';
import { ErrorState } from '../error-state';
import { useRowKeys } from '../use-row-keys';
import { BodyRow } from './body-row';
import type { DataColumn, Selection, Sort } from './columns';
import classes from './data-table.module.css';
import { HeaderCell } from './header-cell';
import { NewRows } from './new-rows';
import { SkeletonRows } from './skeleton-rows';
import { type TableFooterProps, TableFooter } from './table-footer';
import { usePlaces } from './use-places';

export type DataTableProps<T> = TableFooterProps & {
  /** What the table lists; read out by screen readers. */
  label: string;
  rows: readonly T[];
  columns: readonly DataColumn<T>[];
  rowId: (row: T) => string;
  /** The row in words, for its checkbox. */
  rowName: (row: T) => string;
  rowHref?: (row: T) => string;
  onOpen?: (row: T) => void;
  /** The row that is open beside the list or under the keyboard. */
  activeId?: string | null;
  selection?: Selection;
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
  hiddenColumns?: ReadonlySet<string>;
  density?: 'comfortable' | 'compact';
  isLoading?: boolean;
  empty?: ReactNode;
  /** Names what is listed (its filters); then rows keep their place when the list is read again by itself, and new ones wait to be asked for. */
  list?: string;
  /** Height of what sticks above the header, in px; the top bar by default. */
  stickyTop?: number;
};

const features = tableFeatures({ rowSelectionFeature, rowSortingFeature, columnVisibilityFeature });

/** A list of records: sorted and paged by the server, selectable, a card per row on a phone. */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const {
    label,
    columns,
    rowId,
    selection,
    sort,
    onSort,
    hiddenColumns,
    density = 'comfortable',
    isLoading = false,
    error,
    onRetry,
    empty,
  } = props;
  const t = useTranslations('common');
  const { rows, waiting, gone, isNew, show } = usePlaces(props.rows, rowId, props);
  useRowKeys({ can: rows.length > 0 && (props.rowHref ?? props.onOpen) !== undefined, canSelect: selection !== undefined });
  const definitions = useMemo(
    () => columns.map((column) => ({ id: column.id, header: column.header, enableSorting: column.sortable ?? false })),
    [columns],
  );
  const rowSelection = useMemo<RowSelectionState>(
    () => Object.fromEntries([...(selection?.ids ?? [])].map((id) => [id, true as const])),
    [selection?.ids],
  );
  const columnVisibility = useMemo(() => Object.fromEntries([...(hiddenColumns ?? [])].map((id) => [id, false])), [hiddenColumns]);
  const sorting = useMemo(() => (sort ? [sort] : []), [sort]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowId,
    manualSorting: true,
    enableRowSelection: selection !== undefined,
    state: { rowSelection, columnVisibility, sorting },
    onRowSelectionChange: (update) => {
      const next = typeof update === 'function' ? update(rowSelection) : update;
      selection?.onChange(new Set(Object.keys(next).filter((id) => next[id])));
    },
    onSortingChange: (update) => {
      const first = (typeof update === 'function' ? update(sorting) : update)[0];
      if (first) onSort?.(first);
    },
  });
  const visible = columns.filter((column) => !hiddenColumns?.has(column.id));
  if (error && rows.length === 0) return <ErrorState error={error} {...(onRetry ? { onRetry } : {})} />;
  if (!isLoading && rows.length === 0 && empty) return empty;
  return (
    <div className={classes.wrap} data-table>
      {waiting > 0 ? <NewRows count={waiting} onShow={show} /> : null}
      <table className={[classes.table, classes[density]].join(' ')} aria-label={label} aria-busy={isLoading}>
        <colgroup>
          {selection ? <col className={classes.selectCol} /> : null}
          {visible.map((column) => (
            <col key={column.id} width={column.width} data-wide={column.wide} />
          ))}
        </colgroup>
        <thead className={classes.head} style={props.stickyTop === undefined ? undefined : { top: props.stickyTop }}>
          <tr>
            {selection ? (
              <th scope="col" className={classes.select}>
                <CheckMark
                  label={t('selectAll')}
                  checked={rows.length > 0 && table.getIsAllRowsSelected()}
                  indeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                  onChange={table.getToggleAllRowsSelectedHandler()}
                />
              </th>
            ) : null}
            {visible.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort ?? null} {...(onSort ? { onSort } : {})} />
            ))}
          </tr>
        </thead>
        <tbody>
          {isLoading && rows.length === 0 ? <SkeletonRows columns={visible} withSelect={selection !== undefined} /> : null}
          {table.getRowModel().rows.map((row) => (
            <BodyRow
              key={row.id}
              row={row.original}
              columns={visible}
              name={props.rowName}
              href={props.rowHref}
              onOpen={props.onOpen}
              isActive={row.id === props.activeId}
              isNew={isNew(row.id)}
              isGone={gone.has(row.id)}
              {...(selection ? { selecting: { selected: row.getIsSelected(), onChange: row.getToggleSelectedHandler() } } : {})}
            />
          ))}
        </tbody>
      </table>
      <TableFooter {...props} />
    </div>
  );
}
