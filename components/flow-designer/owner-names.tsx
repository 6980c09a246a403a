'use client';

import { useLocale, useTranslations } from 'next-intl';
import { localText } from '@/lib/json';
import type { ProcessOwner } from '@/server/process/owners';
import classes from './flow-designer.module.css';

const SHOWN = 2;

/** Who owns a process, in a line; nobody named means every designer. */
export function OwnerNames({ owners }: { owners: readonly ProcessOwner[] }) {
  const t = useTranslations('designer.owners');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  if (owners.length === 0) return <span className={classes.everybody}>{t('everyDesigner')}</span>;
  const names = owners.map(({ name, disabled }) => (disabled ? t('left', { name: localText(name, locale) }) : localText(name, locale)));
  const text = names.slice(0, SHOWN).join(t('separator'));
  return <span title={names.join(t('separator'))}>{names.length > SHOWN ? t('andMore', { names: text, count: names.length }) : text}</span>;
}
