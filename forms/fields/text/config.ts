import { err, ok } from '@/lib/result';
import { matches } from '../../schema/pattern';
import type { FieldOf } from '../../schema/walk';
import { emptyNull, oneColumn } from '../columns';
import type { FieldConfig, Finding } from '../config';
import { checkText, isBlank } from '../text-check';
import { presets } from './presets';

export const DEFAULT_TEXT_LENGTH = 1000;

export const text: FieldConfig<FieldOf<'text'>> = {
  ...oneColumn('text'),
  empty: emptyNull,
  isEmpty: (value) => value === null || (typeof value === 'string' && isBlank(value)),
  check(field, value) {
    const checked = checkText(value, { minLength: field.minLength, maxLength: field.maxLength ?? DEFAULT_TEXT_LENGTH, multiline: false });
    if (!checked.ok || checked.value === null || isBlank(checked.value)) return checked;
    const finding = checkPattern(field, checked.value);
    return finding ? err(finding) : checked;
  },
  feelType: () => 'string',
  feelValue: (_field, value) => value,
  display: (_field, value) => (typeof value === 'string' ? value : ''),
  parse: (_field, source) => ok(source.trim() === '' ? null : source.trim()),
};

function checkPattern(field: FieldOf<'text'>, value: string): Finding | null {
  const { pattern } = field;
  if (!pattern) return null;
  if (pattern.preset === 'custom')
    return pattern.source === undefined || matches(pattern.source, value) ? null : { code: 'FIELD_FORMAT', params: { preset: 'custom' } };
  return presets[pattern.preset](value) ? null : { code: 'FIELD_FORMAT', params: { preset: pattern.preset } };
}
