'use client';

import { useLocale, useTranslations } from 'next-intl';
import { toChineseCapitals } from '@/lib/money/chinese-capitals';
import { toEnglishWords } from '@/lib/money/english-words';
import classes from './form.module.css';

/** The amount in words, for yuan that can be written so: in the capitals of Chinese cheques, or as on an English one. */
export function Capitals({ amount, currency }: { amount: string; currency: string }) {
  const t = useTranslations('form');
  const inWords = useLocale() === 'zh' ? toChineseCapitals : toEnglishWords;
  const text = currency === 'CNY' ? inWords(amount) : null;
  if (text === null) return null;
  return (
    <span className={classes.capitals}>
      {t('capitals')} <span>{text}</span>
    </span>
  );
}
