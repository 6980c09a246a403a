'use client';

import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ConditionEditor } from '@/components/expression/condition-editor';
import type { ExpressionName } from '@/components/expression/expression-editor';
import type { Field } from '@/forms/schema/schema';
import { useSample } from '../use-sample';
import { Group, LocalTextInput } from './parts';
import classes from './properties.module.css';

type Rule = NonNullable<Field['rules']>[number];

/** Checks across fields: a condition that must hold, what is said when it does not, and whether that stops the request or only warns. */
export function RulesEditor({
  rules,
  names,
  inSubTable,
  onChange,
}: {
  rules: readonly Rule[];
  names: readonly ExpressionName[];
  inSubTable: string | null;
  onChange(rules: Rule[]): void;
}) {
  const t = useTranslations('builder');
  const sample = useSample(inSubTable);
  const replace = (index: number, part: Partial<Rule>) => onChange(rules.map((rule, i) => (i === index ? { ...rule, ...part } : rule)));
  return (
    <Group title={t('checks')}>
      {rules.map((rule, index) => (
        <div key={index} className={classes.rule}>
          <div className={classes.ruleHead}>
            <SegmentedControl
              size="xs"
              aria-label={t('ruleLevel')}
              value={rule.level}
              onChange={(level) => replace(index, { level: level })}
              data={[
                { value: 'error', label: t('ruleError') },
                { value: 'warning', label: t('ruleWarning') },
              ]}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('remove')}
              onClick={() => onChange(rules.filter((_, i) => i !== index))}
            >
              <IconX size={16} stroke={1.5} />
            </ActionIcon>
          </div>
          <ConditionEditor
            ariaLabel={t('ruleExpression')}
            names={names}
            sample={sample}
            value={rule.expression === 'true' ? '' : rule.expression}
            onChange={(expression) => replace(index, { expression: expression || 'true' })}
          />
          <LocalTextInput label={t('ruleMessage')} value={rule.message} onChange={(message) => replace(index, { message })} />
        </div>
      ))}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        justify="flex-start"
        leftSection={<IconPlus size={14} stroke={1.5} />}
        onClick={() => onChange([...rules, { expression: 'true', message: { zh: '', en: '' }, level: 'error' }])}
      >
        {t('addCheck')}
      </Button>
    </Group>
  );
}
