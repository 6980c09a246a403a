'use client';

import { NumberInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ExpressionEditor, type ExpressionName } from '@/components/expression/expression-editor';
import type { Field } from '@/forms/schema/schema';
import { currencies } from '@/lib/money/currency';
import { useSample } from '../use-sample';
import { FormulaProperties } from './formula-properties';
import { OptionsEditor } from './options-editor';
import { BoundInput } from './bound-input';
import { Group, LocalTextInput, orNothing } from './parts';
import classes from './properties.module.css';
import { TextProperties } from './text-properties';
import { TotalsEditor } from './totals-editor';

type Update = (part: object, tag?: string) => void;
type Props = { field: Field; names: readonly ExpressionName[]; inSubTable: string | null; update: Update };

/** The settings that only this kind of field has. */
export function TypeProperties({ field, names, inSubTable, update }: Props) {
  const t = useTranslations('builder');
  const sample = useSample(inSubTable);
  switch (field.type) {
    case 'text':
    case 'textarea':
      return <TextProperties field={field} inSubTable={inSubTable} update={update} />;
    case 'integer':
    case 'number':
    case 'percentage':
    case 'money':
      return (
        <Group title={t('format')}>
          {(field.type === 'number' || field.type === 'percentage') && (
            <NumberInput
              size="xs"
              label={t('scale')}
              min={0}
              max={field.type === 'number' ? 10 : 4}
              value={field.type === 'number' ? field.scale : Math.max(0, field.scale - 2)}
              onChange={(scale) => update({ scale: Math.round(Number(scale) || 0) + (field.type === 'number' ? 0 : 2) })}
            />
          )}
          {field.type === 'money' && (
            <>
              <Select
                size="xs"
                searchable
                allowDeselect={false}
                label={t('currency')}
                value={field.currency}
                data={currencies.map(({ code }) => code)}
                onChange={(currency) => currency && update({ currency })}
              />
              <Switch
                size="xs"
                label={t('capitals')}
                checked={field.capitals ?? false}
                onChange={(event) => update({ capitals: event.currentTarget.checked || undefined })}
              />
            </>
          )}
          <BoundInput label={t('min')} percent={field.type === 'percentage'} value={field.min} onChange={(min) => update({ min }, 'min')} />
          <BoundInput label={t('max')} percent={field.type === 'percentage'} value={field.max} onChange={(max) => update({ max }, 'max')} />
          {(field.type === 'integer' || field.type === 'number') && (
            <LocalTextInput label={t('unit')} value={field.unit} onChange={(unit) => update({ unit: orNothing(unit) }, 'unit')} />
          )}
        </Group>
      );
    case 'date':
      return (
        <Group title={t('range')}>
          {(['min', 'max'] as const).map((end) => (
            <div key={end} className={classes.conditionBlock}>
              <h4>{t(end === 'min' ? 'earliest' : 'latest')}</h4>
              <ExpressionEditor
                singleLine
                ariaLabel={t(end)}
                names={names}
                sample={sample}
                expect="date"
                value={field[end] ?? ''}
                onChange={(source) => update({ [end]: source.trim() ? source : undefined }, end)}
              />
            </div>
          ))}
        </Group>
      );
    case 'select':
    case 'multiSelect':
    case 'radio':
    case 'checkbox':
      return (
        <>
          <OptionsEditor fieldId={field.id} options={field.options} onChange={(options, tag) => update({ options }, tag)} />
          {field.type === 'multiSelect' && (
            <Group title={t('format')}>
              <NumberInput
                size="xs"
                label={t('maxCount')}
                min={1}
                value={field.maxCount ?? ''}
                onChange={(value) => update({ maxCount: value === '' ? undefined : Math.max(1, Math.round(Number(value))) })}
              />
            </Group>
          )}
        </>
      );
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
      return (
        <Group title={t('format')}>
          <NumberInput
            size="xs"
            label={t('maxCount')}
            min={1}
            max={50}
            value={field.maxCount}
            onChange={(value) => update({ maxCount: Math.max(1, Math.round(Number(value) || 1)) })}
          />
          <NumberInput
            size="xs"
            label={t('maxSize')}
            min={1}
            max={100}
            suffix=" MB"
            value={field.maxSizeMb}
            onChange={(value) => update({ maxSizeMb: Math.max(1, Math.round(Number(value) || 1)) })}
          />
          {field.type === 'file' && (
            <TagsInput
              size="xs"
              label={t('formats')}
              data={['pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpg', 'zip', 'txt', 'csv']}
              value={field.formats}
              onChange={(formats) =>
                update({
                  formats: formats.map((f) => f.toLowerCase().replace(/[^a-z0-9]/g, '')).filter((f) => f.length > 0 && f.length <= 8),
                })
              }
            />
          )}
        </Group>
      );
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
      return (
        <>
          <Group title={t('rows')}>
            <NumberInput
              size="xs"
              label={t('minRows')}
              min={0}
              max={2000}
              value={field.minRows ?? ''}
              onChange={(value) => update({ minRows: value === '' ? undefined : Math.round(Number(value)) })}
            />
            <NumberInput
              size="xs"
              label={t('maxRows')}
              min={1}
              max={2000}
              value={field.maxRows ?? ''}
              onChange={(value) => update({ maxRows: value === '' ? undefined : Math.round(Number(value)) })}
            />
          </Group>
          <TotalsEditor field={field} onChange={(totals) => update({ totals })} />
        </>
      );
    case 'time':
    case 'dateTime':
    case 'dateRange':
    case 'switch':
      return null;
  }
}
