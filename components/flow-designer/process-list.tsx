'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips } from '@/components/ui/filter-chips';
import { PageHeader } from '@/components/ui/page-header';
import { ProcessIcon } from '@/components/ui/process-icon';
import { RelativeTime } from '@/components/ui/relative-time';
import { UserName } from '@/components/ui/user-name';
import { SearchInput } from '@/components/ui/search-input';
import { Tag } from '@/components/ui/tag';
import { useUrlState } from '@/components/ui/use-url-state';
import { localText } from '@/lib/json';
import type { ProcessListItem } from '@/server/process/list';
import { OwnerNames } from './owner-names';
import { ProcessRowMenu } from './process-row-menu';
import classes from './flow-designer.module.css';

const DEFAULTS = { q: '', show: 'active' };
const CreateProcessDialog = dynamic(() => import('./create-process-dialog').then((module) => module.CreateProcessDialog));

/** The library of processes: what is live, what is being drawn, what is retired. */
export function ProcessList() {
  const t = useTranslations('designer');
  const locale = useLocale();
  const trpc = useTRPC();
  const [state, setState] = useUrlState(DEFAULTS);
  const [creating, setCreating] = useState(false);
  const retired = state.show === 'retired';
  const query = useQuery(trpc.process.list.queryOptions({ retired, ...(state.q ? { text: state.q } : {}) }));
  const columns = useMemo<DataColumn<ProcessListItem>[]>(
    () => [
      {
        id: 'name',
        header: t('kind.process'),
        width: '30%',
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
        cell: (row) =>
          row.retired ? (
            <Tag tone="grey">{t('retired')}</Tag>
          ) : row.latestNo === 0 ? (
            <Tag tone="ochre">{t('neverPublished')}</Tag>
          ) : (
            t('live', { no: row.latestNo })
          ),
      },
      { id: 'owners', header: t('owners.label'), cell: (row) => <OwnerNames owners={row.owners} /> },
      {
        id: 'running',
        header: t('running'),
        width: 72,
        numeric: true,
        card: 'foot',
        cell: (row) => (
          <>
            <span className={classes.onCard}>{t('running')} </span>
            {row.openInstances}
          </>
        ),
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
      { id: 'more', header: '', width: 56, card: 'value', cell: (row) => <ProcessRowMenu process={row} /> },
    ],
    [t, locale],
  );
  const empty = state.q ? (
    <EmptyState title={t('nothingFound', { text: state.q })} action={<Button onClick={() => setState({ q: '' })}>{t('showAll')}</Button>} />
  ) : retired ? (
    <EmptyState title={t('emptyRetired')} />
  ) : (
    <EmptyState title={t('emptyList')} action={<Button onClick={() => setCreating(true)}>{t('newFlow')}</Button>} />
  );
  return (
    <>
      <PageHeader
        title={query.data ? t('listTitle', { count: query.data.length }) : t('listHead')}
        actions={
          <>
            <Button component={Link} href="/design/processes/categories">
              {t('categories.title')}
            </Button>
            <Button component={Link} href="/design/processes/templates">
              {t('templates.title')}
            </Button>
            <Button variant="filled" onClick={() => setCreating(true)}>
              {t('newFlow')}
            </Button>
          </>
        }
      />
      <div className={classes.listTools}>
        <SearchInput label={t('search')} value={state.q} onChange={(q) => setState({ q })} width={320} />
        <FilterChips
          label={t('status')}
          value={retired ? 'retired' : 'active'}
          onChange={(show) => setState({ show })}
          chips={[
            { id: 'active', label: t('inUse') },
            { id: 'retired', label: t('retired') },
          ]}
        />
      </div>
      <Card>
        <DataTable
          label={t('kind.process')}
          rows={query.data ?? []}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => localText(row.name, locale)}
          rowHref={(row) => `/design/processes/${row.id}`}
          {...fromQuery(query)}
          empty={empty}
        />
      </Card>
      {creating && <CreateProcessDialog onClose={() => setCreating(false)} />}
    </>
  );
}
