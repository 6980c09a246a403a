'use client';

import { useTranslations } from 'next-intl';
import { WholeInput } from '@/components/ui/whole-input';
import type { FieldOf } from '@/forms/schema/walk';
import { OptionsEditor } from './options-editor';
import { Group } from './parts';
import type { Update } from './update';

type Props = { field: FieldOf<'select' | 'multiSelect' | 'radio' | 'checkbox'>; update: Update };

/** The options of a choice, and how many of them may be taken. */
export function ChoiceProperties({ field, update }: Props) {
  const t = useTranslations('builder');
  return (
    <>
      <OptionsEditor fieldId={field.id} options={field.options} onChange={(options, tag) => update({ options }, tag)} />
      {field.type === 'multiSelect' && (
        <Group title={t('format')}>
          <WholeInput
            isOptional
            label={t('maxCount')}
            min={1}
            max={500}
            value={field.maxCount}
            onChange={(maxCount) => update({ maxCount })}
          />
        </Group>
      )}
    </>
  );
}
