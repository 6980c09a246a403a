'use client';

import { useTranslations } from 'next-intl';
import { useBuilder } from '../builder-context';
import { allFields } from '../state/locate';
import { Group, LocalTextInput } from './parts';
import classes from './properties.module.css';

export function FormProperties() {
  const t = useTranslations('builder');
  const { schema, change } = useBuilder();
  return (
    <Group title={t('form')}>
      <LocalTextInput
        label={t('title')}
        value={schema.title}
        onChange={(title) => change((current) => ({ ...current, title }), 'form-title')}
      />
      <p className={classes.hint}>{t('fieldCount', { count: allFields(schema).length })}</p>
      <p className={classes.hint}>{t('keysHint')}</p>
    </Group>
  );
}
