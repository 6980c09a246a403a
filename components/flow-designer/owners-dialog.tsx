'use client';

import { Button, Group, Input, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DepartmentPicker } from '@/components/org/department-picker';
import { UserPicker } from '@/components/org/user-picker';
import { useTRPC } from '@/components/shell/trpc';
import { useErrorText } from '@/components/shell/use-app-error';
import { ErrorState } from '@/components/ui/error-state';
import { LazyModal as Modal } from '@/components/ui/lazy-modal';
import { notifyDone } from '@/components/ui/notify';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { newId } from '@/lib/id';
import type { ProcessOwner } from '@/server/process/owners';

type Props = { processId: string; name: string; onClose(): void };

/** Says who owns a process: people, or everybody of a department. */
export function OwnersDialog({ processId, name, onClose }: Props) {
  const t = useTranslations('designer.owners');
  const trpc = useTRPC();
  const query = useQuery(trpc.process.owners.queryOptions({ id: processId }, { staleTime: 0, gcTime: 0 }));
  return (
    <Modal opened onClose={onClose} title={t('title', { name })}>
      {query.data ? (
        <OwnersForm processId={processId} name={name} owners={query.data} onClose={onClose} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LinesSkeleton lines={4} />
      )}
    </Modal>
  );
}

// helpers //////////////////////

function OwnersForm({ processId, name, owners, onClose }: Props & { owners: readonly ProcessOwner[] }) {
  const t = useTranslations('designer.owners');
  const c = useTranslations('common');
  const trpc = useTRPC();
  const client = useQueryClient();
  const readError = useErrorText();
  const of = (kind: ProcessOwner['kind']) => owners.filter((owner) => owner.kind === kind).map(({ id }) => id);
  const [people, setPeople] = useState<readonly string[]>(of('user'));
  const [departments, setDepartments] = useState<readonly string[]>(of('department'));
  const save = useMutation(
    trpc.process.setOwners.mutationOptions({
      onSuccess: async () => {
        notifyDone({ message: t('saved', { name }) });
        await client.invalidateQueries(trpc.process.pathFilter());
        onClose();
      },
    }),
  );
  const ownerIds = [...people, ...departments];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ commandId: newId(), id: processId, ownerIds });
      }}
    >
      <Stack>
        <p>{t('hint')}</p>
        <Input.Wrapper label={t('people')}>
          <UserPicker multiple ariaLabel={t('people')} value={[...people]} onChange={(value) => setPeople(idsOf(value))} />
        </Input.Wrapper>
        <Input.Wrapper label={t('departments')} description={t('departmentsHint')}>
          <DepartmentPicker
            multiple
            ariaLabel={t('departments')}
            value={[...departments]}
            onChange={(value) => setDepartments(idsOf(value))}
          />
        </Input.Wrapper>
        <p role="status">{t(ownerIds.length === 0 ? 'nobodyNamed' : 'fromThenOn')}</p>
        {save.error && <p role="alert">{readError(save.error).message}</p>}
        <Group justify="flex-end">
          <Button onClick={onClose}>{c('cancel')}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function idsOf(value: string | readonly string[] | null): readonly string[] {
  return value === null ? [] : typeof value === 'string' ? [value] : value;
}
