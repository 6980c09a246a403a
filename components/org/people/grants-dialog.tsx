'use client';
import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAppError } from '@/components/shell/use-app-error';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone } from '@/components/ui/notify';
import type { PersonDetail } from '@/server/org/get-person';
import { useOrgRefresh } from '../use-org-refresh';
import { grantKinds, type GrantKind } from './grant-kinds';

/** Gives and takes rights in the portal; the person signs in anew afterwards. */
export function GrantsDialog({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const t = useTranslations('org.grants');
  const c = useTranslations('common');
  const trpc = useTRPC();
  const onError = useAppError();
  const refresh = useOrgRefresh();
  const [grants, setGrants] = useState<readonly string[]>(person.grants);
  const save = useMutation(
    trpc.org.setGrants.mutationOptions({
      onError,
      onSuccess: () => {
        notifyDone({ message: t('saved', { name: person.name }) });
        onClose();
      },
      onSettled: refresh,
    }),
  );
  const isSame = grants.length === person.grants.length && grants.every((grant) => person.grants.includes(grant));
  const toggle = (grant: GrantKind, on: boolean) => setGrants(on ? [...grants, grant] : grants.filter((known) => known !== grant));
  return (
    <Modal closeButtonProps={{ 'aria-label': c('close') }} opened onClose={onClose} title={t('title', { name: person.name })}>
      <Stack gap="md">
        {grantKinds.map((grant) => (
          <Checkbox
            key={grant}
            label={t(`name.${grant}`)}
            description={t(`about.${grant}`)}
            checked={grants.includes(grant)}
            onChange={(event) => toggle(grant, event.currentTarget.checked)}
          />
        ))}
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose}>{c('cancel')}</Button>
          <Button
            variant="filled"
            loading={save.isPending}
            disabled={isSame}
            onClick={() =>
              save.mutate({
                commandId: crypto.randomUUID(),
                userId: person.id,
                rev: person.rev,
                grants: grantKinds.filter((grant) => grants.includes(grant)),
              })
            }
          >
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
