'use client';

import { useTranslations } from 'next-intl';
import { WholeInput } from '@/components/ui/whole-input';
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
        <WholeInput isOptional label={t('minRows')} min={0} max={2000} value={field.minRows} onChange={(minRows) => update({ minRows })} />
        <WholeInput isOptional label={t('maxRows')} min={1} max={2000} value={field.maxRows} onChange={(maxRows) => update({ maxRows })} />
      </Group>
      <TotalsEditor field={field} onChange={(totals) => update({ totals })} />
    </>
  );
}
