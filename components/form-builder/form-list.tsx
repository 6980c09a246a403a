'use client';

import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useCan } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { EmptyState } from '@/components/ui/empty-state';
import { MoreMenu } from '@/components/ui/lazy-more-menu';
import { notifyDone } from '@/components/ui/notify';
import { FilterChips } from '@/components/ui/filter-chips';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { UserName } from '@/components/ui/user-name';
import { SearchInput } from '@/components/ui/search-input';
import { Tag } from '@/components/ui/tag';
import { useUrlState } from '@/components/ui/use-url-state';
import { newId } from '@/lib/id';
import { localText } from '@/lib/json';
import type { FormListItem } from '@/server/form/list';
import { ImportForm } from './import-form';
import classes from './form-builder.module.css';

const DEFAULTS = { q: '', show: 'live' };
const CreateForm = dynamic(() => import('./create-form').then((module) => module.CreateForm), { ssr: false });
const FormMenuItems = dynamic(() => import('./form-menu-items').then((module) => module.FormMenuItems), { ssr: false });

/** The library of forms. */
export function FormList() {
  const t = useTranslations('builder');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const can = useCan();
  const showError = useAppError();
  const [state, setState] = useUrlState(DEFAULTS);
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<FormListItem | null>(null);
  const retired = state.show === 'retired';
  const query = useInfiniteQuery(
    trpc.form.list.infiniteQueryOptions({ limit: 50, retired, ...(state.q ? { text: state.q } : {}) }, cursorPages),
  );
  const remove = useMutation(
    trpc.form.delete.mutationOptions({
      onSuccess: async ({ outcome }) => {
        notifyDone({ message: t(outcome === 'deleted' ? 'deleted' : 'nowRetired') });
        await client.invalidateQueries(trpc.form.pathFilter());
      },
      onError: (error) => showError(error),
      onSettled: () => setDeleting(null),
    }),
  );
  const mayDesign = can('form.design');
  const rows = itemsOf(query);
  const columns = useMemo<DataColumn<FormListItem>[]>(
    () => [
      { id: 'name', header: t('form'), width: '34%', card: 'title', cell: (row) => localText(row.name, locale) },
      {
        id: 'version',
        header: t('version'),
        cell: (row) => (
          <span className={classes.versionCell}>
            {row.latestNo === 0 ? <Tag tone="ochre">{t('neverPublished')}</Tag> : t('live', { no: row.latestNo })}
            {row.draftAhead && row.latestNo > 0 && <Tag tone="ochre">{t('draftAhead')}</Tag>}
          </span>
        ),
      },
      {
        id: 'usedBy',
        header: t('usedBy'),
        card: 'foot',
        cell: (row) => (row.usedBy === 0 ? '—' : t('usedByCount', { count: row.usedBy })),
      },
      {
        id: 'updated',
        header: t('updated'),
        card: 'footEnd',
        cell: (row) => (
          <>
            {row.updatedBy && <UserName person={row.updatedBy} />} <RelativeTime value={row.updatedAt} />
          </>
        ),
      },
      {
        id: 'more',
        header: '',
        width: 56,
        card: 'value',
        cell: (row) =>
          mayDesign && (
            <MoreMenu quiet label={t('moreOf', { name: localText(row.name, locale) })}>
              <FormMenuItems form={row} onDelete={() => setDeleting(row)} />
            </MoreMenu>
          ),
      },
    ],
    [t, locale, mayDesign],
  );
  return (
    <>
      <PageHeader
        title={query.data ? t(retired ? 'listRetired' : 'listTitle', { count: rows.length }) : t('listHead')}
        actions={
          mayDesign && (
            <>
              <ImportForm />
              <Button variant="filled" onClick={() => setCreating(true)}>
                {t('newForm')}
              </Button>
            </>
          )
        }
      />
      <div className={classes.listTools}>
        <SearchInput label={t('search')} value={state.q} onChange={(q) => setState({ q })} width={320} />
        <FilterChips
          label={t('show')}
          value={state.show}
          onChange={(show) => setState({ show })}
          chips={[
            { id: 'live', label: t('inUse') },
            { id: 'retired', label: t('retired') },
          ]}
        />
      </div>
      <Card>
        <DataTable
          label={t('form')}
          rows={rows}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => localText(row.name, locale)}
          rowHref={(row) => `/design/forms/${row.id}`}
          {...fromQuery(query)}
          empty={
            retired || state.q ? (
              <EmptyState title={t(state.q ? 'nothingFound' : 'noneRetired')} />
            ) : (
              <EmptyState title={t('emptyList')} action={mayDesign && <Button onClick={() => setCreating(true)}>{t('newForm')}</Button>} />
            )
          }
        />
      </Card>
      {creating && <CreateForm onClose={() => setCreating(false)} />}
      <ConfirmDialog
        opened={deleting !== null}
        onClose={() => setDeleting(null)}
        title={t(deleting?.latestNo ? 'retireTitle' : 'deleteTitle', { name: deleting ? localText(deleting.name, locale) : '' })}
        confirmLabel={t(deleting?.latestNo ? 'retire' : 'delete')}
        tone="danger"
        isPending={remove.isPending}
        onConfirm={() => deleting && remove.mutate({ commandId: newId(), id: deleting.id })}
      >
        {t(deleting?.latestNo ? 'retireHint' : 'deleteHint')}
      </ConfirmDialog>
    </>
  );
}
