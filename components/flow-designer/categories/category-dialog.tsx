'use client';

import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useErrorText } from '@/components/shell/use-app-error';
import { LazyModal as Modal } from '@/components/ui/lazy-modal';
import { newId } from '@/lib/id';
import type { CategoryView } from '@/server/process/list';

/** Adds a category, or gives one other names. */
export function CategoryDialog({ category, onClose }: { category: CategoryView | null; onClose(): void }) {
  const t = useTranslations('designer.categories');
  const d = useTranslations('designer');
  const c = useTranslations('common');
  const trpc = useTRPC();
  const client = useQueryClient();
  const readError = useErrorText();
  const [name, setName] = useState(category?.name ?? { zh: '', en: '' });
  const save = useMutation(
    trpc.process.saveCategory.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries(trpc.process.pathFilter());
        onClose();
      },
    }),
  );
  const error = save.error ? readError(save.error) : null;
  return (
    <Modal opened onClose={onClose} title={category ? t('renameTitle') : t('add')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ commandId: newId(), name, ...(category ? { id: category.id } : {}) });
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            required
            label={d('flowName')}
            maxLength={60}
            value={name.zh}
            error={error ? (error.code === 'NAME_TAKEN' ? t('nameTaken') : error.message) : null}
            onChange={(event) => setName({ ...name, zh: event.currentTarget.value })}
          />
          <TextInput
            lang="en"
            label={d('flowNameEn')}
            description={t('englishHint')}
            maxLength={60}
            value={name.en}
            onChange={(event) => setName({ ...name, en: event.currentTarget.value })}
          />
          <Group justify="flex-end">
            <Button onClick={onClose}>{c('cancel')}</Button>
            <Button type="submit" variant="filled" disabled={!name.zh.trim()} loading={save.isPending}>
              {category ? t('save') : t('add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
