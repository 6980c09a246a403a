'use client';
import { Button, Drawer } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode } from 'react';
import type { RecordForm } from './use-record-form';
import classes from './record-drawer.module.css';

type Props = {
  form: Pick<RecordForm<object>, 'isSaving' | 'attach'>;
  onClose: () => void;
  title: string;
  saveLabel: string;
  onSubmit: () => void;
  children: ReactNode;
  size?: number;
};

/** A form beside the list it belongs to; the one primary action at its foot. */
export function RecordDrawer({ form: { attach, isSaving }, onClose, title, saveLabel, onSubmit, children, size = 440 }: Props) {
  const t = useTranslations('common');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form in a dialog opened from this drawer bubbles its submit here.
    if (event.target === event.currentTarget) onSubmit();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
    >
      <form ref={attach} className={classes.form} onSubmit={submit} noValidate>
        <div className={classes.fields}>{children}</div>
        <div className={classes.foot}>
          <Button type="submit" variant="filled" loading={isSaving}>
            {saveLabel}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Drawer>
  );
}
