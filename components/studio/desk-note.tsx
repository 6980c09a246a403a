'use client';

import { useTranslations } from 'next-intl';
import classes from './desk-note.module.css';

/** Shown on a phone only: what can be done here, and what a desk is for. */
export function DeskNote() {
  const t = useTranslations('designer');
  return <p className={classes.note}>{t('deskNote')}</p>;
}
