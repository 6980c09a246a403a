'use client';

import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import { readWhole } from './read-whole';

type Props = Pick<NumberInputProps, 'id' | 'label' | 'description' | 'placeholder' | 'suffix' | 'aria-label'> & {
  min: number;
  max: number;
  value: number | undefined;
} & ({ isOptional: true; onChange(value: number | undefined): void } | { isOptional?: false; onChange(value: number): void });

/** A count in a panel: only what lies within its limits is handed on, whatever is being typed; leaving it puts the rest right. */
export function WholeInput({ min, max, value, isOptional, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState<string | number | null>(null);
  return (
    <NumberInput
      {...rest}
      size="xs"
      min={min}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      value={typed ?? value ?? ''}
      onChange={(next) => {
        const read = readWhole(next, min, max);
        setTyped(read === 'out' || (read === undefined && !isOptional) ? next : null);
        if (read === 'out') return;
        if (read !== undefined) onChange(read);
        else if (isOptional) onChange(undefined);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
