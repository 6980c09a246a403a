'use client';

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Segmented } from '@/components/ui/segmented';
import { type Clause, type ClauseKind, type SimpleCondition, readCondition, writeCondition } from '@/lib/expression/simple-condition';
import type { Json } from '@/lib/json';
import { ClauseRow } from './clause-row';
import { ExpressionEditor, type ExpressionName } from './expression-editor';
import classes from './condition-editor.module.css';

type Props = {
  value: string;
  onChange(value: string): void;
  names: readonly ExpressionName[];
  ariaLabel: string;
  sample?: Readonly<Record<string, Json>>;
};

/** A condition, made by choosing (field, comparison, value); as a formula when it says more than that, or when somebody would rather write. */
export function ConditionEditor({ value, onChange, names, ariaLabel, sample }: Props) {
  const t = useTranslations('expression.condition');
  const usable = useMemo(() => names.filter((name) => name.kind !== undefined), [names]);
  const kindOf = useMemo(() => {
    const kinds = new Map(usable.map((name) => [name.name, name.kind ?? null]));
    return (name: string): ClauseKind | null => kinds.get(name) ?? null;
  }, [usable]);
  // What is being chosen lives here: a clause may be half done while the expression keeps its last whole state.
  const [draft, setDraft] = useState<{ source: string; condition: SimpleCondition | null }>(() => ({
    source: value,
    condition: readCondition(value, kindOf),
  }));
  const [asText, setAsText] = useState(false);
  if (draft.source !== value) setDraft({ source: value, condition: readCondition(value, kindOf) });
  const { condition } = draft;

  const write = (next: SimpleCondition) => {
    const source = writeCondition({ ...next, clauses: next.clauses.filter((clause) => isWhole(clause, kindOf)) }, kindOf);
    setDraft({ source, condition: next });
    if (source !== value) onChange(source);
  };
  if (asText || !condition)
    return (
      <div className={classes.condition}>
        <ExpressionEditor
          ariaLabel={ariaLabel}
          names={names}
          expect="boolean"
          value={value}
          onChange={onChange}
          {...(sample && { sample })}
        />
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          disabled={!condition}
          title={condition ? undefined : t('onlyText')}
          onClick={() => setAsText(false)}
        >
          {t('asClauses')}
        </Button>
      </div>
    );
  const { join, clauses } = condition;
  return (
    <div className={classes.condition} role="group" aria-label={ariaLabel}>
      {clauses.length > 1 && (
        <Segmented
          label={t('join')}
          value={join}
          onChange={(next) => write({ join: next, clauses })}
          options={[
            { value: 'and', label: t('and') },
            { value: 'or', label: t('or') },
          ]}
        />
      )}
      {clauses.map((clause, index) => (
        <ClauseRow
          key={index}
          number={index + 1}
          clause={clause}
          names={usable}
          onChange={(next) => write({ join, clauses: clauses.map((other, i) => (i === index ? next : other)) })}
          onRemove={() => write({ join, clauses: clauses.filter((_, i) => i !== index) })}
        />
      ))}
      <div className={classes.foot}>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          disabled={usable.length === 0}
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => usable[0] && write({ join, clauses: [...clauses, { name: usable[0].name, operator: 'filled', values: [] }] })}
        >
          {t('add')}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAsText(true)}>
          {t('asText')}
        </Button>
      </div>
    </div>
  );
}

// helpers //////////////////////

const NUMBER = /^-?(0|[1-9]\d{0,30})(\.\d{1,12})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function isWhole({ name, operator, values }: Clause, kindOf: (name: string) => ClauseKind | null): boolean {
  if (operator === 'blank' || operator === 'filled') return true;
  const [value = ''] = values;
  const kind = kindOf(name);
  if (kind === 'number') return NUMBER.test(value);
  return kind === 'date' ? DATE.test(value) : value !== '';
}
