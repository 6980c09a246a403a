'use client';

import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { memo, useRef } from 'react';
import { useReader } from '@/components/ui/use-reader';
import type { Row } from '@/forms/fields/sub-table/config';
import type { Issue } from '@/lib/errors';
import { useForm } from '../form-context';
import { issueText } from '../use-issue-text';
import { GridCell } from './grid-cell';
import { RowMenu } from './row-tools';
import { useRowDrag } from './use-row-drag';
import { type TableModel, readState, rowStates } from './use-table';
import classes from './sub-table.module.css';

type Props = {
  table: TableModel;
  row: Row;
  index: number;
  /** The column of the active cell when it is in this row. */
  activeCol: number | null;
  editing: boolean;
  issues: readonly RowIssue[];
  onActivate(row: number, col: number, editing: boolean): void;
  takeFocus(element: HTMLElement | null): void;
};

/** An issue of a row, with the key of the column it is in. */
export type RowIssue = { columnKey: string | null; issue: Issue };

/** A row, and under it what is wrong with it. */
export const GridRow = memo(
  function GridRow({ table, row, index, activeCol, editing, issues, onActivate, takeFocus }: Props) {
    const t = useTranslations('form.table');
    const element = useRef<HTMLTableSectionElement>(null);
    const handle = useRef<HTMLTableCellElement>(null);
    const states = useForm((store) => rowStates(store, table.columns, row._id));
    const { edge, dragging } = useRowDrag({
      row: element,
      handle,
      rowId: row._id,
      rowStore: table.rowStore,
      enabled: table.rights.reorder,
    });
    const issuesId = `row-${row._id}-issues`;
    return (
      <tbody ref={element} className={classes.row} data-index={index} data-edge={edge ?? undefined} data-dragging={dragging || undefined}>
        <tr aria-rowindex={index + 2}>
          <th
            ref={handle}
            scope="row"
            className={classes.number}
            title={table.rights.reorder ? t('dragRow', { row: index + 1 }) : undefined}
            data-draggable={table.rights.reorder || undefined}
          >
            {index + 1}
          </th>
          {table.columns.map((column, col) => {
            const invalid = issues.some((own) => own.columnKey === column.key);
            return (
              <GridCell
                key={column.id}
                column={column}
                value={row[column.key] ?? null}
                rowId={row._id}
                row={index}
                col={col}
                rowStore={table.rowStore}
                state={readState(states[col])}
                active={activeCol !== col ? 'no' : editing ? 'editing' : 'active'}
                invalid={invalid}
                issuesId={invalid ? issuesId : undefined}
                onActivate={onActivate}
                takeFocus={takeFocus}
              />
            );
          })}
          <td className={classes.rowTools}>
            <RowMenu table={table} row={row} index={index} />
          </td>
        </tr>
        {issues.length > 0 && <IssueRow table={table} issues={issues} id={issuesId} />}
      </tbody>
    );
  },
  (a, b) =>
    a.row === b.row &&
    a.index === b.index &&
    a.activeCol === b.activeCol &&
    a.editing === b.editing &&
    a.issues === b.issues &&
    a.table.columns === b.table.columns &&
    a.table.rights === b.table.rights &&
    a.table.canAdd === b.table.canAdd &&
    a.table.rows.length === b.table.rows.length,
);

function IssueRow({ table, issues, id }: { table: TableModel; issues: readonly RowIssue[]; id: string }) {
  const t = useTranslations('form');
  const reader = useReader();
  const texts = issues.map(({ columnKey, issue }) =>
    issueText(t, table.columns.find((column) => column.key === columnKey) ?? table.field, issue, reader),
  );
  return (
    <tr className={classes.issueRow}>
      <td aria-hidden />
      <td colSpan={table.columns.length + 1} id={id}>
        <IconAlertCircle size={16} stroke={1.5} aria-hidden />
        {[...new Set(texts)].join(' · ')}
      </td>
    </tr>
  );
}
