'use client';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
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

/** A condition that is set: its name and value, and a cross that takes it away. */
export function ConditionChip({
  name,
  value,
  onRemove,
  onEdit,
}: {
  name: string;
  value: ReactNode;
  onRemove: () => void;
  onEdit?: () => void;
}) {
  const t = useTranslations('common');
  const text = (
    <>
      {name} <b>{value}</b>
    </>
  );
  return (
    <span className={classes.condition}>
      {onEdit ? (
        <button type="button" className={classes.edit} onClick={onEdit}>
          {text}
        </button>
      ) : (
        <span>{text}</span>
      )}
      <button type="button" className={classes.remove} aria-label={t('removeFilter', { name })} onClick={onRemove}>
        <IconX size={14} stroke={1.5} aria-hidden />
      </button>
    </span>
  );
}
