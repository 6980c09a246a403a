import type { ReactNode } from 'react';

/** One column of a list; under 768 px each row becomes a card and `card` says where the value stands on it. */
export type DataColumn<T> = {
  /** Also the name under which the server sorts. */
  id: string;
  /** Already translated; empty for a column of actions. */
  header: string;
  cell: (row: T) => ReactNode;
  /** Right-aligned digits. */
  numeric?: boolean;
  /** Pixels, or a share of the table; columns without one share the rest. */
  width?: number | `${number}%`;
  sortable?: boolean;
  /** Left out of the table where it is narrower than a desk: what the other columns say, or the record itself, is enough there; `widest` first. */
  wide?: true | 'widest';
  /**
   * `lead` stands before everything (a seal), `title` is the link of the row, `value` stands at its right, `meta` in the second line, `foot` and `footEnd` in the third.
   * Default: the first column is the title, the others are meta; `none` stays off the card.
   */
  card?: 'lead' | 'title' | 'value' | 'meta' | 'foot' | 'footEnd' | 'none';
};

export type Sort = { id: string; desc: boolean };

export type Selection = { ids: ReadonlySet<string>; onChange: (ids: ReadonlySet<string>) => void };

export function cardSlot<T>(column: DataColumn<T>, index: number): NonNullable<DataColumn<T>['card']> {
  return column.card ?? (index === 0 ? 'title' : 'meta');
}
