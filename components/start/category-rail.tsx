import type { ReactNode } from 'react';
import classes from './start.module.css';

export type CategoryEntry = { id: string; name: ReactNode; count: number };

type Props = { label: string; entries: readonly CategoryEntry[]; value: string; onChange(id: string): void };

/** The categories with how many each holds: a column beside the processes, on a phone a row above them. */
export function CategoryRail({ label, entries, value, onChange }: Props) {
  return (
    <nav className={classes.categories} aria-label={label}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button type="button" aria-pressed={entry.id === value} onClick={() => onChange(entry.id)}>
              <span>{entry.name}</span>
              <em>{entry.count}</em>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
