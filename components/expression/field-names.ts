import type { Field } from '@/forms/schema/schema';
import { namesOf } from '@/forms/schema/feel';
import type { ClauseKind } from '@/lib/expression/simple-condition';
import { type Locale, localText } from '@/lib/json';
import type { ExpressionName } from './expression-editor';

const KINDS: Partial<Record<Field['type'], ClauseKind>> = {
  text: 'text',
  textarea: 'text',
  integer: 'number',
  number: 'number',
  money: 'number',
  percentage: 'number',
  date: 'date',
  select: 'text',
  radio: 'text',
  multiSelect: 'list',
  checkbox: 'list',
  switch: 'boolean',
  subTable: 'list',
  file: 'list',
  image: 'list',
};

/** Fields as expressions name them: what they are called, what they hold, and what can be chosen. */
export function fieldNames(fields: readonly Field[], locale: Locale): ExpressionName[] {
  const types = namesOf(fields);
  return fields.map((field) => ({
    name: field.key,
    label: localText(field.label, locale) || field.key,
    type: types[field.key] ?? 'any',
    kind: kindOf(field),
    ...(field.type === 'percentage' ? { percent: true } : {}),
    ...('options' in field
      ? { choices: field.options.map((option) => ({ value: option.id, label: localText(option.label, locale) || option.id })) }
      : {}),
  }));
}

// helpers //////////////////////

function kindOf(field: Field): ClauseKind {
  if (field.type === 'formula') {
    const { type } = field.result;
    return type === 'money' ? 'number' : type;
  }
  if (field.type === 'user' || field.type === 'department') return field.multiple ? 'list' : 'other';
  return KINDS[field.type] ?? 'other';
}
