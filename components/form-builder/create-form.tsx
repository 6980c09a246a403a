'use client';

import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { newId } from '@/lib/id';

/** A name is all a new form needs. */
export function CreateForm({ onClose }: { onClose(): void }) {
  const t = useTranslations('builder');
  const trpc = useTRPC();
  const router = useRouter();
  const showError = useAppError();
  const [name, setName] = useState({ zh: '', en: '' });
  const create = useMutation(
    trpc.form.create.mutationOptions({ onSuccess: ({ id }) => router.push(`/design/forms/${id}`), onError: (error) => showError(error) }),
  );
  return (
    <Modal opened onClose={onClose} title={t('newForm')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ commandId: newId(), name });
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={t('nameZh')}
            maxLength={100}
            value={name.zh}
            onChange={(event) => setName({ ...name, zh: event.currentTarget.value })}
          />
          <TextInput
            label={t('nameEn')}
            maxLength={100}
            value={name.en}
            onChange={(event) => setName({ ...name, en: event.currentTarget.value })}
          />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" variant="filled" disabled={!name.zh.trim() && !name.en.trim()} loading={create.isPending}>
              {t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
