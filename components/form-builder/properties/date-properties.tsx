'use client';

import { useTranslations } from 'next-intl';
import { ExpressionEditor, type ExpressionName } from '@/components/expression/expression-editor';
import type { FieldOf } from '@/forms/schema/walk';
import { useSample } from '../use-sample';
import { Group } from './parts';
import classes from './properties.module.css';
import type { Update } from './update';

type Props = { field: FieldOf<'date'>; names: readonly ExpressionName[]; inSubTable: string | null; update: Update };

/** The first and the last day that may be chosen, computed from other fields. */
export function DateProperties({ field, names, inSubTable, update }: Props) {
  const t = useTranslations('builder');
  const sample = useSample(inSubTable);
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
}
