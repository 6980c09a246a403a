import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { DataColumn, Sort } from './columns';
import classes from './data-table.module.css';

type Props<T> = { column: DataColumn<T>; sort: Sort | null; onSort?: (sort: Sort) => void };

/** The head of a column; a sortable one is a button that turns the order round. */
export function HeaderCell<T>({ column, sort, onSort }: Props<T>) {
  const t = useTranslations('common');
  const direction = sort?.id === column.id ? (sort.desc ? 'descending' : 'ascending') : 'none';
  const className = column.numeric ? classes.num : undefined;
  if (!column.sortable || !onSort) {
    return (
      <th scope="col" className={className} data-wide={column.wide}>
        {column.header}
      </th>
    );
  }
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" className={className} data-wide={column.wide} aria-sort={direction}>
      <button
        type="button"
        className={classes.sort}
        title={t('sortBy', { column: column.header })}
        onClick={() => onSort({ id: column.id, desc: direction !== 'descending' })}
      >
        {column.header}
        <Arrow size={14} stroke={1.5} className={direction === 'none' ? classes.unsorted : undefined} aria-hidden />
      </button>
    </th>
  );
}
