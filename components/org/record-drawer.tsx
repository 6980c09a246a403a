'use client';
import { Button, Drawer } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode, RefCallback } from 'react';
import classes from './record-drawer.module.css';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  saveLabel: string;
  isSaving: boolean;
  onSubmit: () => void;
  formRef: RefCallback<HTMLFormElement>;
  children: ReactNode;
  size?: number;
};

/** A form beside the list it belongs to; the one primary action at its foot. */
export function RecordDrawer({ opened, onClose, title, saveLabel, isSaving, onSubmit, formRef, children, size = 440 }: Props) {
  const t = useTranslations('common');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form in a dialog opened from this drawer bubbles its submit here.
    if (event.target === event.currentTarget) onSubmit();
  };
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
    >
      <form ref={formRef} className={classes.form} onSubmit={submit} noValidate>
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
