'use client';

import { Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ExpressionName } from '@/components/expression/expression-editor';
import type { Field } from '@/forms/schema/schema';
import { ChoiceProperties } from './choice-properties';
import { DateProperties } from './date-properties';
import { FileProperties } from './file-properties';
import { FormulaProperties } from './formula-properties';
import { NumberProperties } from './number-properties';
import { Group } from './parts';
import { SubTableProperties } from './sub-table-properties';
import { TextProperties } from './text-properties';
import type { Update } from './update';

type Props = { field: Field; names: readonly ExpressionName[]; inSubTable: string | null; update: Update };

/** The settings that only this kind of field has. */
export function TypeProperties({ field, names, inSubTable, update }: Props) {
  const t = useTranslations('builder');
  switch (field.type) {
    case 'text':
    case 'textarea':
      return <TextProperties field={field} inSubTable={inSubTable} update={update} />;
    case 'integer':
    case 'number':
    case 'percentage':
    case 'money':
      return <NumberProperties field={field} update={update} />;
    case 'date':
      return <DateProperties field={field} names={names} inSubTable={inSubTable} update={update} />;
    case 'select':
    case 'multiSelect':
    case 'radio':
    case 'checkbox':
      return <ChoiceProperties field={field} update={update} />;
    case 'user':
    case 'department':
      return (
        <Group title={t('format')}>
          <Switch
            size="xs"
            label={t('multiple')}
            checked={field.multiple}
            onChange={(event) => update({ multiple: event.currentTarget.checked })}
          />
        </Group>
      );
    case 'file':
    case 'image':
      return <FileProperties field={field} update={update} />;
    case 'formula':
      return <FormulaProperties field={field} names={names} inSubTable={inSubTable} update={update} />;
    case 'autoNumber':
      return (
        <Group title={t('format')}>
          <TextInput
            size="xs"
            label={t('numberPattern')}
            description={t('numberPatternHint')}
            value={field.pattern}
            onChange={(event) => update({ pattern: event.currentTarget.value }, 'pattern')}
          />
        </Group>
      );
    case 'subTable':
      return <SubTableProperties field={field} update={update} />;
    case 'time':
    case 'dateTime':
    case 'dateRange':
    case 'switch':
      return null;
  }
}
