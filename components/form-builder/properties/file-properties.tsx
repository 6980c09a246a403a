'use client';

import { useTranslations } from 'next-intl';
import { WholeInput } from '@/components/ui/whole-input';
import { FormatsInput } from '@/components/ui/formats-input';
import type { FieldOf } from '@/forms/schema/walk';
import { Group } from './parts';
import type { Update } from './update';

type Props = { field: FieldOf<'file' | 'image'>; update: Update };

/** How many files, how large, and of which formats. */
export function FileProperties({ field, update }: Props) {
  const t = useTranslations('builder');
  return (
    <Group title={t('format')}>
      <WholeInput label={t('maxCount')} min={1} max={50} value={field.maxCount} onChange={(maxCount) => update({ maxCount })} />
      <WholeInput
        label={t('maxSize')}
        min={1}
        max={100}
        suffix=" MB"
        value={field.maxSizeMb}
        onChange={(maxSizeMb) => update({ maxSizeMb })}
      />
      {field.type === 'file' && (
        <FormatsInput
          label={t('formats')}
          known={['pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpg', 'zip', 'txt', 'csv']}
          value={field.formats}
          onChange={(formats) => update({ formats })}
        />
      )}
    </Group>
  );
}
