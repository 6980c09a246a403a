import type { Field } from '@/forms/schema/schema';
import { clauseKindOf } from '@/forms/schema/clause-kind';
import { namesOf } from '@/forms/schema/feel';
import { type Locale, localText } from '@/lib/json';
import type { ExpressionName } from './expression-editor';

/** Fields as expressions name them: what they are called, what they hold, and what can be chosen. */
export function fieldNames(fields: readonly Field[], locale: Locale): ExpressionName[] {
  const types = namesOf(fields);
  return fields.map((field) => ({
    name: field.key,
    label: localText(field.label, locale) || field.key,
    type: types[field.key] ?? 'any',
    kind: clauseKindOf(field),
    ...(field.type === 'percentage' ? { percent: true } : {}),
    ...('options' in field
      ? { choices: field.options.map((option) => ({ value: option.id, label: localText(option.label, locale) || option.id })) }
      : {}),
  }));
}
