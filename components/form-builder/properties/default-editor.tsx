'use client';

import { Select, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ExpressionEditor } from '@/components/expression/expression-editor';
import type { Field } from '@/forms/schema/schema';
import type { Json } from '@/lib/json';
import type { NamedField } from '../use-names';

type Default = NonNullable<Field['default']>;
type ContextName = Extract<Default, { kind: 'context' }>['name'];

/** What fits where: a person into a person field, today into a date field. */
const contextFor: Partial<Record<Field['type'], readonly ContextName[]>> = {
  text: ['applicantName'],
  user: ['applicant', 'applicantManager'],
  department: ['applicantDepartment'],
  date: ['today'],
  dateTime: ['now'],
};
const PLAIN = new Set<Field['type']>(['text', 'textarea', 'number', 'percentage', 'date', 'time']);
const CHOICE = new Set<Field['type']>(['select', 'radio']);

/** What stands in a field before anybody fills it in. */
export function DefaultEditor({
  field,
  names,
  onChange,
}: {
  field: Field;
  names: readonly NamedField[];
  onChange(value: Default | undefined): void;
}) {
  const t = useTranslations('builder');
  const current = field.default;
  const choice = current === undefined ? 'none' : current.kind === 'context' ? current.name : current.kind;
  const options = [
    { value: 'none', label: t('defaultNone') },
    ...(contextFor[field.type] ?? []).map((name) => ({ value: name, label: t(`context.${name}`) })),
    ...(PLAIN.has(field.type) || CHOICE.has(field.type) ? [{ value: 'value', label: t('defaultValue') }] : []),
    { value: 'expression', label: t('defaultExpression') },
  ];
  return (
    <>
      <Select
        size="xs"
        allowDeselect={false}
        aria-label={t('default')}
        value={choice}
        data={options}
        onChange={(next) => next && onChange(startOf(next, field))}
      />
      {current?.kind === 'value' && CHOICE.has(field.type) && 'options' in field && (
        <Select
          size="xs"
          aria-label={t('defaultValue')}
          value={textOf(current.value)}
          data={field.options.map((option) => ({ value: option.id, label: option.label.zh || option.label.en }))}
          onChange={(value) => value && onChange({ kind: 'value', value })}
        />
      )}
      {current?.kind === 'value' && !CHOICE.has(field.type) && (
        <TextInput
          size="xs"
          aria-label={t('defaultValue')}
          value={textOf(current.value)}
          onChange={(event) => onChange({ kind: 'value', value: event.currentTarget.value })}
        />
      )}
      {current?.kind === 'expression' && (
        <ExpressionEditor
          ariaLabel={t('defaultExpression')}
          names={[...names]}
          value={current.expression}
          onChange={(expression) => onChange({ kind: 'expression', expression: expression || 'null' })}
        />
      )}
    </>
  );
}

// helpers //////////////////////

function startOf(choice: string, field: Field): Default | undefined {
  if (choice === 'none') return undefined;
  if (choice === 'expression') return { kind: 'expression', expression: 'null' };
  if (choice === 'value') return { kind: 'value', value: 'options' in field ? (field.options[0]?.id ?? '') : '' };
  return { kind: 'context', name: choice as ContextName };
}

function textOf(value: Json): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
