'use client';
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import classes from './structure.module.css';

/** The first few of many, and how many more there are. */
export function ShortTags({ noun, items, shown }: { noun: 'roles' | 'workGroups'; items: readonly string[]; shown: number }) {
  const t = useTranslations(`org.${noun}`);
  return (
    <span className={classes.lines}>
      {items.slice(0, shown).map((item, index) => (
        <Tag key={index}>{item}</Tag>
      ))}
      {items.length > shown ? <span className={classes.zero}>{t('more', { count: items.length - shown })}</span> : null}
      {items.length === 0 ? <span className={classes.zero}>{t('nobody')}</span> : null}
    </span>
  );
}
