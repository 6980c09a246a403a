import { err, ok } from '@/lib/result';
import type { FieldOf } from '../../schema/walk';
import { isNull, oneColumn } from '../columns';
import type { FieldConfig } from '../config';

const YES = new Set(['是', '有', '对', 'yes', 'y', 'true', '1', '√', '✓']);
const NO = new Set(['否', '无', '不', 'no', 'n', 'false', '0', '×', '✗']);

export const switchConfig: FieldConfig<FieldOf<'switch'>> = {
  ...oneColumn('boolean'),
  empty: () => false,
  isEmpty: isNull,
  check: (_field, value) => (value === null || typeof value === 'boolean' ? ok(value) : err({ code: 'FIELD_TYPE' })),
  feelType: () => 'boolean',
  feelValue: (_field, value) => value,
  display: (_field, value, { locale }) =>
    typeof value !== 'boolean' ? '' : locale === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No',
  parse(_field, source) {
    const text = source.normalize('NFKC').trim().toLowerCase();
    if (text === '') return ok(null);
    return YES.has(text) ? ok(true) : NO.has(text) ? ok(false) : err({ code: 'FIELD_OPTION' });
  },
};
