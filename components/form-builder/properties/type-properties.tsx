'use client';

import { NumberInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ExpressionEditor } from '@/components/expression/expression-editor';
import type { Field } from '@/forms/schema/schema';
import { currencies } from '@/lib/money/currency';
import type { NamedField } from '../use-names';
import { FormulaProperties } from './formula-properties';
import { OptionsEditor } from './options-editor';
import { Group, LocalTextInput, orNothing } from './parts';
import { TotalsEditor } from './totals-editor';

type Update = (part: object, tag?: string) => void;
type Props = { field: Field; names: NamedField[]; update: Update };

const PATTERNS = ['phone', 'email', 'idCard', 'creditCode', 'postcode', 'bankCard', 'url', 'custom'] as const;

/** The settings that only this kind of field has. */
export function TypeProperties({ field, names, update }: Props) {
  const t = useTranslations('builder');
  switch (field.type) {
    case 'text':
      return (
        <Group title={t('format')}>
          <Lengths field={field} update={update} />
          <Select
            size="xs"
            clearable
            label={t('pattern')}
            value={field.pattern?.preset ?? null}
            data={PATTERNS.map((preset) => ({ value: preset, label: t(`patterns.${preset}`) }))}
            onChange={(preset) => update({ pattern: preset ? { preset } : undefined })}
          />
          {field.pattern?.preset === 'custom' && (
            <TextInput
              size="xs"
              label={t('patternSource')}
              value={field.pattern.source ?? ''}
              onChange={(event) => update({ pattern: { ...field.pattern, source: event.currentTarget.value } }, 'pattern')}
            />
          )}
          <Switch
            size="xs"
            label={t('unique')}
            checked={field.unique ?? false}
            onChange={(event) => update({ unique: event.currentTarget.checked || undefined })}
          />
          <LocalTextInput
            label={t('placeholder')}
            value={field.placeholder}
            onChange={(placeholder) => update({ placeholder: orNothing(placeholder) }, 'placeholder')}
          />
        </Group>
      );
    case 'textarea':
      return (
        <Group title={t('format')}>
          <Lengths field={field} update={update} />
          <LocalTextInput
            label={t('placeholder')}
            value={field.placeholder}
            onChange={(placeholder) => update({ placeholder: orNothing(placeholder) }, 'placeholder')}
          />
        </Group>
      );
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
              max={field.type === 'number' ? 10 : 6}
              value={field.scale}
              onChange={(scale) => update({ scale: Math.round(Number(scale) || 0) })}
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
          <TextInput
            size="xs"
            label={t('min')}
            value={field.min ?? ''}
            onChange={(event) => update({ min: event.currentTarget.value || undefined }, 'min')}
          />
          <TextInput
            size="xs"
            label={t('max')}
            value={field.max ?? ''}
            onChange={(event) => update({ max: event.currentTarget.value || undefined }, 'max')}
          />
          {(field.type === 'integer' || field.type === 'number') && (
            <LocalTextInput label={t('unit')} value={field.unit} onChange={(unit) => update({ unit: orNothing(unit) }, 'unit')} />
          )}
        </Group>
      );
    case 'date':
      return (
        <Group title={t('range')}>
          {(['min', 'max'] as const).map((end) => (
            <ExpressionEditor
              key={end}
              singleLine
              ariaLabel={t(end)}
              names={names}
              expect="date"
              value={field[end] ?? ''}
              onChange={(source) => update({ [end]: source.trim() ? source : undefined })}
            />
          ))}
        </Group>
      );
    case 'select':
    case 'multiSelect':
    case 'radio':
    case 'checkbox':
      return <OptionsEditor options={field.options} onChange={(options) => update({ options })} />;
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
      return <FormulaProperties field={field} names={names} update={update} />;
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

// helpers //////////////////////

function Lengths({ field, update }: { field: Extract<Field, { type: 'text' | 'textarea' }>; update: Update }) {
  const t = useTranslations('builder');
  return (
    <>
      <NumberInput
        size="xs"
        label={t('minLength')}
        min={0}
        value={field.minLength ?? ''}
        onChange={(value) => update({ minLength: value === '' ? undefined : Math.round(Number(value)) })}
      />
      <NumberInput
        size="xs"
        label={t('maxLength')}
        min={1}
        value={field.maxLength ?? ''}
        onChange={(value) => update({ maxLength: value === '' ? undefined : Math.round(Number(value)) })}
      />
    </>
  );
}
