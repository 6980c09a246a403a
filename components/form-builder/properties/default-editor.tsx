'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ExpressionEditor, type ExpressionName } from '@/components/expression/expression-editor';
import { Control } from '@/components/form/controls/control';
import { configOf } from '@/forms/fields/registry';
import type { Field, ScalarField } from '@/forms/schema/schema';
import type { Json } from '@/lib/json';
import { useSample } from '../use-sample';
import classes from './properties.module.css';

type Default = NonNullable<Field['default']>;
type ContextName = Extract<Default, { kind: 'context' }>['name'];

/** What fits where: a person into a person field, today into a date field. */
const contextFor: Partial<Record<Field['type'], readonly ContextName[]>> = {
  text: ['applicantName'],
  textarea: ['applicantName'],
  user: ['applicant', 'applicantManager'],
  department: ['applicantDepartment'],
  date: ['today'],
  dateTime: ['now'],
};

type Props = {
  field: Field;
  names: readonly ExpressionName[];
  inSubTable: string | null;
  onChange(value: Default | undefined): void;
};

/** What stands in a field before anybody fills it in: a fixed value in the field's own control, who or when it is, or a formula. */
export function DefaultEditor({ field, names, inSubTable, onChange }: Props) {
  const t = useTranslations('builder');
  const sample = useSample(inSubTable);
  const current = field.default;
  // A fixed value that is still empty is no default yet.
  const [fixed, setFixed] = useState(false);
  const choice = current === undefined ? (fixed ? 'value' : 'none') : current.kind === 'context' ? current.name : current.kind;
  const options = [
    { value: 'none', label: t('defaultNone') },
    ...(contextFor[field.type] ?? []).map((name) => ({ value: name, label: t(`context.${name}`) })),
    { value: 'value', label: t('defaultValue') },
    { value: 'expression', label: t('defaultExpression') },
  ];
  const choose = (next: string) => {
    setFixed(next === 'value');
    if (next === 'none' || next === 'value') onChange(undefined);
    else if (next === 'expression') onChange({ kind: 'expression', expression: 'null' });
    else onChange({ kind: 'context', name: next as ContextName });
  };
  return (
    <>
      <Select
        size="xs"
        allowDeselect={false}
        aria-label={t('default')}
        value={choice}
        data={options}
        onChange={(next) => next && next !== choice && choose(next)}
      />
      {choice === 'value' && field.type !== 'subTable' && (
        <FixedValue
          field={field}
          value={current?.kind === 'value' ? current.value : configOf(field).empty(field)}
          onChange={(value) => onChange(configOf(field).isEmpty(value) ? undefined : { kind: 'value', value })}
        />
      )}
      {current?.kind === 'expression' && (
        <ExpressionEditor
          ariaLabel={t('defaultExpression')}
          names={names}
          sample={sample}
          value={current.expression}
          onChange={(expression) => onChange({ kind: 'expression', expression: expression || 'null' })}
        />
      )}
    </>
  );
}

// helpers //////////////////////

function FixedValue({ field, value, onChange }: { field: ScalarField; value: Json; onChange(value: Json): void }) {
  const t = useTranslations('builder');
  const wrong = !configOf(field).isEmpty(value) && !configOf(field).check(field, value, undefined).ok;
  return (
    <div className={classes.control}>
      <Control
        field={field}
        value={value}
        onChange={onChange}
        onBlur={() => undefined}
        id={`default-${field.id}`}
        label={t('defaultValue')}
        describedBy={undefined}
        invalid={wrong}
        required={false}
      />
    </div>
  );
}
