import { Skeleton } from '@mantine/core';
import { type DataColumn, cardSlot } from './columns';
import classes from './data-table.module.css';

/** Rows in the size of what comes. */
export function SkeletonRows<T>({
  columns,
  withSelect,
  count = 8,
}: {
  columns: readonly DataColumn<T>[];
  withSelect: boolean;
  count?: number;
}) {
  return Array.from({ length: count }, (_, index) => (
    <tr key={index} className={classes.row} aria-hidden>
      {withSelect ? (
        <td className={classes.select}>
          <Skeleton height={16} width={16} />
        </td>
      ) : null}
      {columns.map((column, position) => (
        <td
          key={column.id}
          data-card={cardSlot(column, position)}
          data-wide={column.wide}
          className={column.numeric ? classes.num : undefined}
        >
          <Skeleton height={12} width={position === 0 ? '70%' : '50%'} display="inline-block" />
        </td>
      ))}
    </tr>
  ));
}
