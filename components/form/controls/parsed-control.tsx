'use client';

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useReader } from '@/components/ui/use-reader';
import { isDateRange } from '@/forms/fields/date-range/config';
import { configOf } from '@/forms/fields/registry';
import { wallClock } from '@/forms/fields/zoned';
import type { ScalarField } from '@/forms/schema/schema';
import type { Json } from '@/lib/json';
import type { ControlProps } from '../control-props';
import { useLookups } from '../lookups-context';
import classes from './controls.module.css';

/** A date or time in a cell of a grid: typed as people write it (2026/3/5, 9:30), read when the cell is left. What cannot be read stays, to be mended. */
export function ParsedControl({ field, value, onChange, onBlur, id, label, describedBy, invalid, required }: ControlProps<ScalarField>) {
  const { locale, timeZone } = useReader();
  const lookups = useLookups();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? plainText(value, timeZone);
  const write = (typed: string) => {
    setDraft(typed);
    const parsed = configOf(field).parse(field, typed, { locale, timeZone, lookups });
    onChange(parsed.ok ? parsed.value : typed);
  };
  return (
    <TextInput
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      aria-required={required || undefined}
      error={invalid}
      autoComplete="off"
      variant="unstyled"
      classNames={{ input: classes.cellInput ?? '' }}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => write(event.currentTarget.value)}
      onBlur={() => {
        setDraft(null);
        onBlur();
      }}
    />
  );
}

function plainText(value: Json, timeZone: string): string {
  if (isDateRange(value)) return `${value.start} – ${value.end}`;
  if (typeof value !== 'string') return '';
  if (!/^\d{4}-.*T.*Z$/.test(value)) return value;
  const { date, time } = wallClock(value, timeZone);
  return `${date} ${time.slice(0, 5)}`;
}
