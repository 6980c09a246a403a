'use client';

import { Checkbox, Table } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { newId } from '@/lib/id';

/** Which things are said in the page, and which by mail. */
export function NoticeSettings() {
  const t = useTranslations('notices');
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const { data } = useSuspenseQuery(trpc.notice.settings.queryOptions());
  const save = useMutation(
    trpc.notice.setSetting.mutationOptions({
      onSettled: () => client.invalidateQueries(trpc.notice.settings.pathFilter()),
      onError: (error) => showError(error),
    }),
  );
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('kindHeader')}</Table.Th>
          <Table.Th>{t('inApp')}</Table.Th>
          <Table.Th>{t('mail')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.map((setting) => (
          <Table.Tr key={setting.kind}>
            <Table.Td>{t(`kind.${setting.kind}`)}</Table.Td>
            {(['inApp', 'mail'] as const).map((channel) => (
              <Table.Td key={channel}>
                <Checkbox
                  aria-label={`${t(`kind.${setting.kind}`)}, ${t(channel)}`}
                  checked={setting[channel]}
                  disabled={save.isPending}
                  onChange={(event) => save.mutate({ commandId: newId(), ...setting, [channel]: event.currentTarget.checked })}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
