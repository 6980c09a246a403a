import { ok } from '@/lib/result';
import type { FieldOf } from '../../schema/walk';
import { emptyNull, oneColumn } from '../columns';
import type { FieldConfig } from '../config';
import { checkText, isBlank } from '../text-check';

export const DEFAULT_TEXTAREA_LENGTH = 20_000;

export const textarea: FieldConfig<FieldOf<'textarea'>> = {
  ...oneColumn('text'),
  empty: emptyNull,
  isEmpty: (value) => value === null || (typeof value === 'string' && isBlank(value)),
  check: (field, value) =>
    checkText(value, { minLength: field.minLength, maxLength: field.maxLength ?? DEFAULT_TEXTAREA_LENGTH, multiline: true }),
  feelType: () => 'string',
  feelValue: (_field, value) => value,
  display: (_field, value) => (typeof value === 'string' ? value : ''),
  parse: (_field, source) => ok(source.trim() === '' ? null : source.trim()),
};
