'use client';

import { useTranslations } from 'next-intl';
import { toChineseCapitals } from '@/lib/money/chinese-capitals';
import classes from './form.module.css';

/** The amount in the capitals of Chinese cheques, for yuan that can be written so. */
export function Capitals({ amount, currency }: { amount: string; currency: string }) {
  const t = useTranslations('form');
  const text = currency === 'CNY' ? toChineseCapitals(amount) : null;
  if (text === null) return null;
  return (
    <span className={classes.capitals}>
      {t('capitals')} <span lang="zh">{text}</span>
    </span>
  );
}
