import type { ReactNode } from 'react';
import classes from './doc-list.module.css';

export type DocItem = { label: ReactNode; value: ReactNode; wide?: boolean; id?: string };

/** Labels and values as a document: values are text, two to a line where there is room. */
export function DocList({ items, columns = 2 }: { items: readonly DocItem[]; columns?: 1 | 2 }) {
  return (
    <dl className={columns === 1 ? classes.one : classes.two}>
      {items.map((item, index) => (
        <div key={item.id ?? index} className={item.wide ? classes.wide : classes.item}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
