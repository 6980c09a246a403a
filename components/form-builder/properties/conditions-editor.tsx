'use client';

import { useTranslations } from 'next-intl';
import { ConditionEditor } from '@/components/expression/condition-editor';
import type { ExpressionName } from '@/components/expression/expression-editor';
import { useSample } from '../use-sample';
import { Group } from './parts';
import classes from './properties.module.css';

type Name = 'visibleWhen' | 'requiredWhen' | 'editableWhen';
type Props = {
  conditions: readonly Name[];
  values: Readonly<Partial<Record<Name, string | undefined>>>;
  names: readonly ExpressionName[];
  inSubTable: string | null;
  onChange(name: Name, source: string | undefined): void;
};

/** When a thing is shown, has to be filled in, may be changed: always, or under a condition. */
export function ConditionsEditor({ conditions, values, names, inSubTable, onChange }: Props) {
  const t = useTranslations('builder');
  const sample = useSample(inSubTable);
  return (
    <Group title={t('conditions')}>
      {conditions.map((condition) => (
        <div key={condition} className={classes.conditionBlock}>
          <h4>
            {t(condition)}
            {!values[condition] && <span>{t(`${condition}None`)}</span>}
          </h4>
          <ConditionEditor
            ariaLabel={t(condition)}
            names={names}
            sample={sample}
            value={values[condition] ?? ''}
            onChange={(source) => onChange(condition, source.trim() ? source : undefined)}
          />
        </div>
      ))}
    </Group>
  );
}
