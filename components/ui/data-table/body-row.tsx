import { useTranslations } from 'next-intl';
import type { ChangeEventHandler } from 'react';
import { CheckMark } from '../check-mark';
import { type DataColumn, cardSlot } from './columns';
import classes from './data-table.module.css';
import { TitleCell } from './title-cell';

type Props<T> = {
  row: T;
  columns: readonly DataColumn<T>[];
  name: (row: T) => string;
  href: ((row: T) => string) | undefined;
  onOpen: ((row: T) => void) | undefined;
  isActive: boolean;
  /** The reader has just asked for it. */
  isNew: boolean;
  /** It is no longer in the list: its name alone stands there, and that. */
  isGone: boolean;
  /** Absent where rows cannot be selected. */
  selecting?: { selected: boolean; onChange: ChangeEventHandler<HTMLInputElement> };
};

/** What a column has nothing to say with; a card leaves it out. */
const BLANK = '—';

/** A record of the list; a card on a phone. */
export function BodyRow<T>({ row, columns, name, href, onOpen, isActive, isNew, isGone, selecting }: Props<T>) {
  const t = useTranslations('common');
  return (
    <tr
      className={classes.row}
      data-active={isActive || undefined}
      data-selected={(selecting?.selected && !isGone) || undefined}
      data-new={isNew || undefined}
      data-gone={isGone || undefined}
    >
      {selecting ? (
        <td className={classes.select}>
          <CheckMark label={t('selectRow', { name: name(row) })} checked={selecting.selected} onChange={selecting.onChange} />
        </td>
      ) : null}
      {columns.map((column, index) => {
        const slot = cardSlot(column, index);
        const content = column.cell(row);
        return (
          <td
            key={column.id}
            data-card={slot}
            data-wide={column.wide}
            data-blank={content === BLANK || undefined}
            className={column.numeric ? classes.num : undefined}
          >
            {slot === 'title' ? (
              <TitleCell row={row} rowHref={href} onOpen={onOpen}>
                {content}
              </TitleCell>
            ) : (
              content
            )}
            {isGone && slot === 'title' ? <span className={classes.left}>{t('rowGone')}</span> : null}
          </td>
        );
      })}
    </tr>
  );
}
