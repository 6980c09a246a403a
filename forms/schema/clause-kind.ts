import type { ClauseKind } from '@/lib/expression/simple-condition';
import type { Field } from './schema';

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

/** How a condition that is made by choosing compares the field. */
export function clauseKindOf(field: Field): ClauseKind {
  if (field.type === 'formula') {
    const { type } = field.result;
    return type === 'money' ? 'number' : type;
  }
  if (field.type === 'user' || field.type === 'department') return field.multiple ? 'list' : 'other';
  return KINDS[field.type] ?? 'other';
}
