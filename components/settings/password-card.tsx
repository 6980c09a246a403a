'use client';
import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import classes from './settings.module.css';

const PasswordForm = dynamic(() => import('./password-form'));

/** The password: closed until somebody wants to change it. */
export function PasswordCard() {
  const t = useTranslations('settings.password');
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={t('title')} padded>
      {isOpen ? (
        <PasswordForm onDone={() => setOpen(false)} canCancel />
      ) : (
        <div className={classes.closed}>
          <span className={classes.meta}>{t('closedHint')}</span>
          <Button onClick={() => setOpen(true)}>{t('change')}</Button>
        </div>
      )}
    </Card>
  );
}
