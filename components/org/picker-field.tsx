'use client';
import { Input } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { PickerProps } from './picker/picker-props';

type Props = Omit<PickerProps, 'ariaLabel' | 'id' | 'invalid' | 'describedBy'> & {
  label: string;
  description?: string | undefined;
  error?: string | null;
  required?: boolean;
  picker: (props: PickerProps) => ReactNode;
};

/** A picker with its label, help and error around it. */
export function PickerField({ label, description, error, required, picker: Picker, ...props }: Props) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={description}
      error={error}
      required={required ?? false}
      descriptionProps={{ id: note }}
      errorProps={{ id: note }}
    >
      <Picker {...props} id={id} ariaLabel={label} invalid={Boolean(error)} {...(error || description ? { describedBy: note } : {})} />
    </Input.Wrapper>
  );
}
