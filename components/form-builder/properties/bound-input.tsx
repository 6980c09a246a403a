'use client';

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { readLooseNumber, readLoosePercent, toPercent } from '@/forms/fields/loose-number';
import { isDecimalString } from '@/lib/decimal';

type Props = { label: string; percent: boolean; value: string | undefined; onChange(value: string | undefined): void };

/** A limit of a number. Percentages are typed as percent and stored as fractions; what is no number yet is not stored. */
export function BoundInput({ label, percent, value, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === undefined ? '' : percent && isDecimalString(value) ? toPercent(value) : value;
  const stored = (text: string): string | null => (percent ? readLoosePercent(text) : readLooseNumber(text));
  return (
    <TextInput
      size="xs"
      inputMode="decimal"
      label={label}
      rightSection={percent ? '%' : undefined}
      error={typed !== null && typed.trim() !== '' && stored(typed) === null}
      value={typed ?? shown}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const next = stored(text);
        if (text.trim() === '') onChange(undefined);
        else if (next !== null) onChange(next);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
