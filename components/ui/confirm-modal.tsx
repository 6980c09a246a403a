'use client';
import { Button, Group, Stack, TextInput, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ConfirmProps } from './confirm-dialog';
import { LazyModal } from './lazy-modal';

/** The dialog itself. */
export function ConfirmModal(props: ConfirmProps) {
  const { opened, onClose, title } = props;
  return (
    <LazyModal opened={opened} onClose={onClose} title={title}>
      {opened ? <ConfirmForm {...props} /> : null}
    </LazyModal>
  );
}

// helpers //////////////////////

function ConfirmForm({
  onClose,
  children,
  confirmLabel,
  tone = 'plain',
  reason = 'none',
  reasonLabel,
  typed,
  isPending = false,
  onConfirm,
}: ConfirmProps) {
  const t = useTranslations('common');
  const te = useTranslations('errors');
  const [text, setText] = useState('');
  const [typedText, setTypedText] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason === 'required' && text.trim() === '';
  const locked = typed !== undefined && typedText.trim() !== typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!missing && !locked && !isPending) onConfirm(text.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {children ? <div>{children}</div> : null}
        {reason === 'none' ? null : (
          <Textarea
            data-autofocus
            label={reasonLabel ?? t('reason')}
            description={t('reasonHint')}
            required={reason === 'required'}
            value={text}
            error={tried && missing ? te('REASON_REQUIRED') : null}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {typed === undefined ? null : (
          <TextInput
            label={t('typeToConfirm', { text: typed })}
            value={typedText}
            autoComplete="off"
            onChange={(event) => setTypedText(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant={BUTTONS[tone]} loading={isPending} disabled={locked}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const BUTTONS = { plain: 'filled', danger: 'danger', final: 'decide' } as const;
