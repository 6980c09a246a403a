'use client';

import { Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useCan } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { EmptyState } from '@/components/ui/empty-state';
import { MoreMenu } from '@/components/ui/lazy-more-menu';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { SearchInput } from '@/components/ui/search-input';
import { Tag } from '@/components/ui/tag';
import { useUrlState } from '@/components/ui/use-url-state';
import { newId } from '@/lib/id';
import { localText } from '@/lib/json';
import type { FormListItem } from '@/server/form/list';
import classes from './form-builder.module.css';

const DEFAULTS = { q: '' };

/** The library of forms. */
export function FormList() {
  const t = useTranslations('builder');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const trpc = useTRPC();
  const client = useQueryClient();
  const can = useCan();
  const showError = useAppError();
  const [state, setState] = useUrlState(DEFAULTS);
  const [creating, setCreating] = useState(false);
  const query = useInfiniteQuery(
    trpc.form.list.infiniteQueryOptions(
      { limit: 50, ...(state.q ? { text: state.q } : {}) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const remove = useMutation(
    trpc.form.delete.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.form.pathFilter()),
      onError: (error) => showError(error),
    }),
  );
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const { mutate } = remove;
  const columns = useMemo<DataColumn<FormListItem>[]>(
    () => [
      { id: 'name', header: t('form'), card: 'title', cell: (row) => localText(row.name, locale) },
      {
        id: 'version',
        header: t('version'),
        cell: (row) => (row.latestNo === 0 ? <Tag tone="ochre">{t('neverPublished')}</Tag> : t('live', { no: row.latestNo })),
      },
      {
        id: 'ahead',
        header: '',
        card: 'foot',
        cell: (row) => (row.draftAhead && row.latestNo > 0 ? <Tag tone="ochre">{t('draft')}</Tag> : null),
      },
      { id: 'usedBy', header: t('usedBy'), numeric: true, cell: (row) => row.usedBy },
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
        title={t('listTitle', { count: rows.length })}
        actions={
          can('form.design') && (
            <Button variant="filled" onClick={() => setCreating(true)}>
              {t('newForm')}
            </Button>
          )
        }
      />
      <div className={classes.listTools}>
        <SearchInput label={t('search')} value={state.q} onChange={(q) => setState({ q })} width={320} />
      </div>
      <Card>
        <DataTable
          label={t('form')}
          rows={rows}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => localText(row.name, locale)}
          rowHref={(row) => `/design/forms/${row.id}`}
          isLoading={query.isPending}
          error={query.error}
          onRetry={() => void query.refetch()}
          hasMore={query.hasNextPage}
          isLoadingMore={query.isFetchingNextPage}
          onLoadMore={() => void query.fetchNextPage()}
          empty={<EmptyState title={t('emptyList')} action={<Button onClick={() => setCreating(true)}>{t('newForm')}</Button>} />}
        />
      </Card>
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
    </>
  );
}

// helpers //////////////////////

function CreateDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations('builder');
  const trpc = useTRPC();
  const router = useRouter();
  const showError = useAppError();
  const [name, setName] = useState({ zh: '', en: '' });
  const [commandId] = useState(newId);
  const create = useMutation(
    trpc.form.create.mutationOptions({ onSuccess: ({ id }) => router.push(`/design/forms/${id}`), onError: (error) => showError(error) }),
  );
  return (
    <Modal opened onClose={onClose} title={t('newForm')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ commandId, name });
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={t('nameZh')}
            value={name.zh}
            onChange={(event) => setName({ ...name, zh: event.currentTarget.value })}
          />
          <TextInput label={t('nameEn')} value={name.en} onChange={(event) => setName({ ...name, en: event.currentTarget.value })} />
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
