'use client';

import { Button, Group, Menu, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { EmptyState } from '@/components/ui/empty-state';
import { MoreMenu } from '@/components/ui/lazy-more-menu';
import { PageHeader } from '@/components/ui/page-header';
import { ProcessIcon } from '@/components/ui/process-icon';
import { RelativeTime } from '@/components/ui/relative-time';
import { SearchInput } from '@/components/ui/search-input';
import { Tag } from '@/components/ui/tag';
import { useUrlState } from '@/components/ui/use-url-state';
import { newId } from '@/lib/id';
import { localText } from '@/lib/json';
import type { ProcessListItem } from '@/server/process/list';
import classes from './flow-designer.module.css';

const DEFAULTS = { q: '' };

/** The library of processes. */
export function ProcessList() {
  const t = useTranslations('designer');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const [state, setState] = useUrlState(DEFAULTS);
  const [creating, setCreating] = useState(false);
  const query = useQuery(trpc.process.list.queryOptions(state.q ? { text: state.q } : {}));
  const remove = useMutation(
    trpc.process.delete.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.process.pathFilter()),
      onError: (error) => showError(error),
    }),
  );
  const { mutate } = remove;
  const columns = useMemo<DataColumn<ProcessListItem>[]>(
    () => [
      {
        id: 'name',
        header: t('kind.process'),
        card: 'title',
        cell: (row) => (
          <span className={classes.nameCell}>
            <ProcessIcon name={row.icon} /> {localText(row.name, locale)}
          </span>
        ),
      },
      { id: 'category', header: t('category'), cell: (row) => (row.categoryName ? localText(row.categoryName, locale) : '—') },
      {
        id: 'version',
        header: t('versions'),
        cell: (row) => (row.latestNo === 0 ? <Tag tone="ochre">{t('neverPublished')}</Tag> : t('live', { no: row.latestNo })),
      },
      { id: 'running', header: t('running'), numeric: true, card: 'value', cell: (row) => row.openInstances },
      {
        id: 'updated',
        header: t('updated'),
        card: 'footEnd',
        cell: (row) => (
          <>
            {row.updatedBy} <RelativeTime value={row.updatedAt} />
          </>
        ),
      },
      {
        id: 'more',
        header: '',
        width: 56,
        card: 'none',
        cell: (row) => (
          <MoreMenu quiet label={t('more')}>
            <Menu.Item color="red" onClick={() => window.confirm(t('deleteConfirm')) && mutate({ commandId: newId(), id: row.id })}>
              {t('delete')}
            </Menu.Item>
          </MoreMenu>
        ),
      },
    ],
    [t, locale, mutate],
  );
  return (
    <>
      <PageHeader
        title={t('listTitle', { count: query.data?.length ?? 0 })}
        actions={
          <Button variant="filled" onClick={() => setCreating(true)}>
            {t('newFlow')}
          </Button>
        }
      />
      <div className={classes.listTools}>
        <SearchInput label={t('search')} value={state.q} onChange={(q) => setState({ q })} width={320} />
      </div>
      <Card>
        <DataTable
          label={t('kind.process')}
          rows={query.data ?? []}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => localText(row.name, locale)}
          rowHref={(row) => `/design/processes/${row.id}`}
          isLoading={query.isPending}
          error={query.error}
          onRetry={() => void query.refetch()}
          empty={<EmptyState title={t('emptyList')} action={<Button onClick={() => setCreating(true)}>{t('newFlow')}</Button>} />}
        />
      </Card>
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
    </>
  );
}

// helpers //////////////////////

function CreateDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations('designer');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const trpc = useTRPC();
  const router = useRouter();
  const showError = useAppError();
  const [name, setName] = useState({ zh: '', en: '' });
  const [categoryId, setCategoryId] = useState<string | null>(null);
  const [commandId] = useState(newId);
  const { data: categories } = useQuery(trpc.process.categories.queryOptions());
  const create = useMutation(
    trpc.process.create.mutationOptions({
      onSuccess: ({ id }) => router.push(`/design/processes/${id}`),
      onError: (error) => showError(error),
    }),
  );
  return (
    <Modal opened onClose={onClose} title={t('newFlow')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ commandId, name, categoryId });
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={t('flowName')}
            value={name.zh}
            onChange={(event) => setName({ ...name, zh: event.currentTarget.value })}
          />
          <TextInput label={t('flowNameEn')} value={name.en} onChange={(event) => setName({ ...name, en: event.currentTarget.value })} />
          <Select
            clearable
            label={t('category')}
            value={categoryId}
            onChange={setCategoryId}
            data={(categories ?? []).map((category) => ({ value: category.id, label: localText(category.name, locale) }))}
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
