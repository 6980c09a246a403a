'use client';

import { Select, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { WholeInput } from '@/components/ui/whole-input';
import { ExpressionEditor, type ExpressionName } from '@/components/expression/expression-editor';
import type { FeelType } from '@/lib/expression/types';
import { currencies } from '@/lib/money/currency';
import type { ScalarField } from '@/forms/schema/schema';
import { useSample } from '../use-sample';
import { Group } from './parts';
import type { Update } from './update';

type Formula = Extract<ScalarField, { type: 'formula' }>;
type Result = Formula['result'];

export function FormulaProperties({
  field,
  names,
  inSubTable,
  update,
}: {
  field: Formula;
  names: readonly ExpressionName[];
  inSubTable: string | null;
  update: Update;
}) {
  const t = useTranslations('builder');
  const sample = useSample(inSubTable);
  const { result } = field;
  return (
    <Group title={t('formula')}>
      <ExpressionEditor
        ariaLabel={t('formula')}
        names={names}
        expect={EXPECTED[result.type]}
        sample={sample}
        value={field.expression}
        onChange={(expression) => update({ expression: expression || 'null' }, 'expression')}
      />
      <Select
        size="xs"
        allowDeselect={false}
        label={t('resultType')}
        value={result.type}
        data={(['number', 'money', 'text', 'boolean', 'date'] as const).map((type) => ({ value: type, label: t(`result.${type}`) }))}
        onChange={(type) => type && update({ result: resultOf(type) })}
      />
      {result.type === 'number' && (
        <WholeInput
          label={t('scale')}
          min={0}
          max={10}
          value={result.scale}
          onChange={(scale) => update({ result: { ...result, scale } })}
        />
      )}
      {result.type === 'money' && (
        <Select
          size="xs"
          searchable
          allowDeselect={false}
          label={t('currency')}
          value={result.currency}
          data={currencies.map(({ code }) => code)}
          onChange={(currency) => currency && update({ result: { ...result, currency } })}
        />
      )}
      {result.type === 'money' && (
        <Switch
          size="xs"
          label={t('capitals')}
          checked={result.capitals ?? false}
          onChange={(event) => update({ result: { ...result, capitals: event.currentTarget.checked } })}
        />
      )}
    </Group>
  );
}

// helpers //////////////////////

const EXPECTED: Record<Result['type'], FeelType> = { number: 'number', money: 'number', text: 'string', boolean: 'boolean', date: 'date' };

function resultOf(type: Result['type']): Result {
  switch (type) {
    case 'number':
      return { type, scale: 2 };
    case 'money':
      return { type, currency: 'CNY', capitals: false };
    case 'text':
    case 'boolean':
    case 'date':
      return { type };
  }
}
