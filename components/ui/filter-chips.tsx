'use client';
import type { ReactNode } from 'react';
import classes from './filter-chips.module.css';

export type FilterChip = { id: string; label: string; count?: string | number };

type Props = {
  /** What the chips choose, for screen readers. */
  label: string;
  chips: readonly FilterChip[];
  value: string;
  onChange: (id: string) => void;
  /** After the chips: an "add filter" button, sorting. */
  end?: ReactNode;
};

/** One of several ready filters; exactly one is on. */
export function FilterChips({ label, chips, value, onChange, end }: Props) {
  return (
    <div className={classes.chips} role="group" aria-label={label}>
      {chips.map((chip) => (
        <button key={chip.id} type="button" className={classes.chip} aria-pressed={chip.id === value} onClick={() => onChange(chip.id)}>
          {chip.label}
          {chip.count === undefined ? null : <em>{chip.count}</em>}
        </button>
      ))}
      {end}
    </div>
  );
}
