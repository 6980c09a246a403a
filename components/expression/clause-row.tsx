'use client';

import { ActionIcon, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { readLooseNumber, readLoosePercent, toPercent } from '@/forms/fields/loose-number';
import { isDecimalString } from '@/lib/decimal';
import type { Clause, ClauseKind, ClauseOperator } from '@/lib/expression/simple-condition';
import type { ExpressionName } from './expression-editor';
import classes from './condition-editor.module.css';

const OPERATORS: Record<ClauseKind, readonly ClauseOperator[]> = {
  text: ['equal', 'notEqual', 'contains', 'blank', 'filled'],
  number: ['equal', 'notEqual', 'greater', 'greaterOrEqual', 'less', 'lessOrEqual', 'blank', 'filled'],
  date: ['equal', 'greater', 'greaterOrEqual', 'less', 'lessOrEqual', 'blank', 'filled'],
  boolean: ['equal'],
  list: ['contains', 'blank', 'filled'],
  other: ['blank', 'filled'],
};
const CHOICE: readonly ClauseOperator[] = ['equal', 'notEqual', 'oneOf', 'blank', 'filled'];

type Props = {
  number: number;
  clause: Clause;
  names: readonly ExpressionName[];
  onChange(clause: Clause): void;
  onRemove(): void;
};

/** One clause: which field, how it is compared, with what. */
export function ClauseRow({ number, clause, names, onChange, onRemove }: Props) {
  const t = useTranslations('expression.condition');
  const name = names.find((candidate) => candidate.name === clause.name);
  return (
    <div className={classes.clause}>
      <Select
        size="xs"
        searchable
        allowDeselect={false}
        aria-label={t('field', { number })}
        value={clause.name}
        data={names.map((candidate) => ({ value: candidate.name, label: candidate.label }))}
        onChange={(next) => {
          const other = names.find((candidate) => candidate.name === next);
          if (other && other.name !== clause.name) onChange(firstClause(other));
        }}
      />
      <Select
        size="xs"
        allowDeselect={false}
        aria-label={t('operator', { number })}
        value={clause.operator}
        data={operatorsOf(name).map((operator) => ({ value: operator, label: t(`operators.${operator}`) }))}
        onChange={(operator) => operator && onChange({ ...clause, operator, values: valuesFor(operator, clause.values) })}
      />
      {clause.operator !== 'blank' && clause.operator !== 'filled' && (
        <div className={classes.value}>
          <ClauseValue number={number} clause={clause} name={name} onChange={(values) => onChange({ ...clause, values })} />
        </div>
      )}
      <ActionIcon
        className={classes.remove}
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={t('remove', { number })}
        onClick={onRemove}
      >
        <IconX size={14} stroke={1.5} />
      </ActionIcon>
    </div>
  );
}

// helpers //////////////////////

type ValueProps = { number: number; clause: Clause; name: ExpressionName | undefined; onChange(values: string[]): void };

function ClauseValue({ number, clause, name, onChange }: ValueProps) {
  const t = useTranslations('expression.condition');
  const label = t('value', { number });
  const [value = ''] = clause.values;
  if (name?.kind === 'boolean')
    return (
      <Select
        size="xs"
        allowDeselect={false}
        aria-label={label}
        value={value || 'true'}
        data={['true', 'false'].map((option) => ({ value: option, label: t(option === 'true' ? 'yes' : 'no') }))}
        onChange={(next) => next && onChange([next])}
      />
    );
  if (name?.choices && clause.operator === 'oneOf')
    return <MultiSelect size="xs" aria-label={label} value={[...clause.values]} data={[...name.choices]} onChange={onChange} />;
  if (name?.choices)
    return (
      <Select
        size="xs"
        allowDeselect={false}
        aria-label={label}
        value={value || null}
        data={[...name.choices]}
        onChange={(next) => next && onChange([next])}
      />
    );
  return <TypedValue label={label} value={value} name={name} onChange={(next) => onChange([next])} />;
}

/** Typed text: a number is kept as it stands while it is none yet. */
function TypedValue({
  label,
  value,
  name,
  onChange,
}: {
  label: string;
  value: string;
  name: ExpressionName | undefined;
  onChange(value: string): void;
}) {
  const percent = name?.percent === true;
  const shown = percent && isDecimalString(value) ? toPercent(value) : value;
  const [typed, setTyped] = useState({ text: shown, value });
  const text = typed.value === value ? typed.text : shown;
  return (
    <TextInput
      size="xs"
      type={name?.kind === 'date' ? 'date' : 'text'}
      {...(name?.kind === 'number' && { inputMode: 'decimal' as const })}
      aria-label={label}
      rightSection={percent ? '%' : undefined}
      value={text}
      onChange={(event) => {
        const next = event.currentTarget.value;
        const number = percent ? readLoosePercent(next) : readLooseNumber(next);
        const stored = name?.kind === 'number' ? (number ?? '') : next.trim();
        setTyped({ text: next, value: stored });
        onChange(stored);
      }}
    />
  );
}

function operatorsOf(name: ExpressionName | undefined): readonly ClauseOperator[] {
  if (name?.choices && name.kind === 'text') return CHOICE;
  return OPERATORS[name?.kind ?? 'other'];
}

function firstClause(name: ExpressionName): Clause {
  const [operator = 'filled'] = operatorsOf(name);
  const first = name.kind === 'boolean' ? 'true' : name.choices?.[0]?.value;
  return { name: name.name, operator, values: first === undefined ? [] : [first] };
}

function valuesFor(operator: ClauseOperator, values: readonly string[]): readonly string[] {
  if (operator === 'blank' || operator === 'filled') return [];
  return operator === 'oneOf' ? values : values.slice(0, 1);
}
