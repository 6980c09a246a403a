import { err, ok } from '@/lib/result';
import type { FieldOf } from '../../schema/walk';
import { emptyNull, isNull, oneColumn } from '../columns';
import type { FieldConfig } from '../config';

/** Taken by the server when the request is submitted. */
export const autoNumber: FieldConfig<FieldOf<'autoNumber'>> = {
  ...oneColumn('text'),
  empty: emptyNull,
  isEmpty: isNull,
  check: (_field, value) => (value === null || typeof value === 'string' ? ok(value) : err({ code: 'FIELD_TYPE' })),
  feelType: () => 'string',
  feelValue: (_field, value) => value,
  display: (_field, value) => (typeof value === 'string' ? value : ''),
  parse: () => err({ code: 'FIELD_READONLY' }),
};
