'use client';
import { Button, CopyButton, Group, Modal, Stack } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './password-dialog.module.css';

export type NewPassword = { name: string; login: string; password: string };

/** The one time that a one-time password is seen. */
export function PasswordDialog({ made, onClose }: { made: NewPassword; onClose: () => void }) {
  const t = useTranslations('org.password');
  const c = useTranslations('common');
  return (
    <Modal
      closeButtonProps={{ 'aria-label': c('close') }}
      opened
      onClose={onClose}
      title={t('title', { name: made.name })}
      closeOnClickOutside={false}
    >
      <Stack gap="md">
        <p>{t('body')}</p>
        <dl className={classes.sheet}>
          <dt>{t('login')}</dt>
          <dd>{made.login}</dd>
          <dt>{t('password')}</dt>
          <dd>{made.password}</dd>
        </dl>
        <Group justify="flex-end" gap="xs">
          <CopyButton value={`${made.login}\n${made.password}`}>
            {({ copied, copy }) => (
              <Button leftSection={copied ? <IconCheck size={18} stroke={1.5} /> : <IconCopy size={18} stroke={1.5} />} onClick={copy}>
                {copied ? c('copied') : t('copy')}
              </Button>
            )}
          </CopyButton>
          <Button variant="filled" onClick={onClose}>
            {t('done')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
