'use client';

import { NumberInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FieldOf } from '@/forms/schema/walk';
import { Group } from './parts';
import { TotalsEditor } from './totals-editor';
import type { Update } from './update';

type Props = { field: FieldOf<'subTable'>; update: Update };

/** How many rows a table has, and the totals under it. */
export function SubTableProperties({ field, update }: Props) {
  const t = useTranslations('builder');
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
}
