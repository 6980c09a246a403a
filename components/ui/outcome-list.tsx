import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { TextLink } from './text-link';
import classes from './outcome-list.module.css';

export type Outcome = { key: string; ok: boolean; href: string; title: string; meta?: string | undefined; said: ReactNode };

/** What came of each of several: done, or why not. Those that failed stand first. */
export function OutcomeList({ label, outcomes }: { label: string; outcomes: readonly Outcome[] }) {
  const sorted = [...outcomes.filter((row) => !row.ok), ...outcomes.filter((row) => row.ok)];
  return (
    <ul className={classes.outcomes} aria-label={label}>
      {sorted.map((row) => (
        <li key={row.key} data-failed={!row.ok || undefined}>
          {row.ok ? <IconCheck size={18} stroke={1.5} aria-hidden /> : <IconX size={18} stroke={1.5} aria-hidden />}
          <span>
            <TextLink href={row.href}>{row.title}</TextLink> {row.meta && <small>{row.meta}</small>}
            <em>{row.said}</em>
          </span>
        </li>
      ))}
    </ul>
  );
}
