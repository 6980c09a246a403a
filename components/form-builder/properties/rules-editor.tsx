'use client';

import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ConditionEditor } from '@/components/expression/condition-editor';
import type { ExpressionName } from '@/components/expression/expression-editor';
import { EditableRows } from '@/components/ui/editable-rows';
import type { Field } from '@/forms/schema/schema';
import { useSample } from '../use-sample';
import { Group, LocalTextInput } from './parts';

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
  return (
    <Group title={t('checks')}>
      <EditableRows
        rows={rules}
        onChange={onChange}
        removeLabel={() => t('remove')}
        addLabel={t('addCheck')}
        blank={(): Rule => ({ expression: 'true', message: { zh: '', en: '' }, level: 'error' })}
        head={({ row, replace }) => (
          <SegmentedControl
            size="xs"
            aria-label={t('ruleLevel')}
            value={row.level}
            onChange={(level) => replace({ ...row, level })}
            data={[
              { value: 'error', label: t('ruleError') },
              { value: 'warning', label: t('ruleWarning') },
            ]}
          />
        )}
      >
        {({ row, replace }) => (
          <>
            <ConditionEditor
              ariaLabel={t('ruleExpression')}
              names={names}
              sample={sample}
              value={row.expression === 'true' ? '' : row.expression}
              onChange={(expression) => replace({ ...row, expression: expression || 'true' })}
            />
            <LocalTextInput label={t('ruleMessage')} value={row.message} onChange={(message) => replace({ ...row, message })} />
          </>
        )}
      </EditableRows>
    </Group>
  );
}
