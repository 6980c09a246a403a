'use client';

import { idsOf } from '@/forms/fields/ids';
import type { FieldOf } from '@/forms/schema/walk';
import type { ControlProps } from '../control-props';
import { FileInput } from '../file-input';

export function FileControl({
  field,
  value,
  onChange,
  onBlur,
  id,
  label,
  describedBy,
  invalid,
  cell,
}: ControlProps<FieldOf<'file'> | FieldOf<'image'>>) {
  return (
    <FileInput
      id={id}
      label={label}
      value={idsOf(value)}
      onChange={(ids) => onChange(ids.length === 0 ? null : ids)}
      onBlur={onBlur}
      images={field.type === 'image'}
      maxCount={field.maxCount}
      maxSizeMb={field.maxSizeMb}
      formats={field.type === 'file' ? field.formats : []}
      describedBy={describedBy}
      invalid={invalid}
      cell={cell === true}
    />
  );
}
