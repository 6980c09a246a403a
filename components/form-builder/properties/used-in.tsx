'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { localText } from '@/lib/json';
import { useBuilder } from '../builder-context';
import { FieldIcon } from '../field-icons';
import { usesOf } from '../state/uses';
import { Group } from './parts';
import classes from './properties.module.css';

/** The fields of the form whose formulas and conditions read this one. */
export function UsedIn({ fieldId }: { fieldId: string }) {
  const t = useTranslations('builder');
  const locale = useLocale();
  const { schema, select } = useBuilder();
  const uses = useMemo(() => usesOf(schema, fieldId), [schema, fieldId]);
  if (uses.length === 0) return null;
  return (
    <Group title={t('usedIn', { count: uses.length })}>
      <ul className={classes.uses}>
        {uses.map((node) => (
          <li key={node.id}>
            <button type="button" onClick={() => select(node.id)}>
              <FieldIcon type={node.type} />
              {localText(node.label, locale) || t('unnamed')}
            </button>
          </li>
        ))}
      </ul>
    </Group>
  );
}
