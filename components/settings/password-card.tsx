'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { PasswordForm } from './password-form';
import classes from './settings.module.css';

/** The password: closed until somebody wants to change it. */
export function PasswordCard({ startOpen }: { startOpen: boolean }) {
  const t = useTranslations('settings.password');
  const [isOpen, setOpen] = useState(startOpen);
  return (
    <Card title={t('title')} padded>
      {isOpen ? (
        <PasswordForm onDone={() => setOpen(false)} canCancel={!startOpen} />
      ) : (
        <div className={classes.closed}>
          <span className={classes.meta}>{t('closedHint')}</span>
          <Button onClick={() => setOpen(true)}>{t('change')}</Button>
        </div>
      )}
    </Card>
  );
}
