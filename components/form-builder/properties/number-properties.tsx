'use client';

import { Select, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { WholeInput } from '@/components/ui/whole-input';
import type { FieldOf } from '@/forms/schema/walk';
import { currencies } from '@/lib/money/currency';
import { BoundInput } from './bound-input';
import { Group, LocalTextInput, orNothing } from './parts';
import type { Update } from './update';

type Props = { field: FieldOf<'integer' | 'number' | 'percentage' | 'money'>; update: Update };

/** Scale, currency, bounds and unit of a number. */
export function NumberProperties({ field, update }: Props) {
  const t = useTranslations('builder');
  return (
    <Group title={t('format')}>
      {(field.type === 'number' || field.type === 'percentage') && (
        <WholeInput
          label={t('scale')}
          min={0}
          max={field.type === 'number' ? 10 : 4}
          value={field.type === 'number' ? field.scale : Math.max(0, field.scale - 2)}
          onChange={(scale) => update({ scale: scale + (field.type === 'number' ? 0 : 2) })}
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
}
