'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { DataColumn } from '@/components/ui/data-table/columns';
import { fromQuery } from '@/components/ui/data-table/from-query';
import { EmptyState } from '@/components/ui/empty-state';
import { LazyModal } from '@/components/ui/lazy-modal';
import { PageHeader } from '@/components/ui/page-header';
import { SearchInput } from '@/components/ui/search-input';
import { useReader } from '@/components/ui/use-reader';
import { useUrlState } from '@/components/ui/use-url-state';
import { formatDate } from '@/lib/format/date';
import type { AuditView as Entry } from '@/server/audit/list';
import { actionWords, auditNoun } from './action-words';
import classes from './audit.module.css';

const DEFAULTS = { action: '' };
const REFUSALS = ['unknown name', 'wrong password', 'disabled'] as const;

/** Who did what outside of running instances: sign-ins, organisation, designs, administration. */
export function AuditView() {
  const t = useTranslations('audit');
  const reader = useReader();
  const locale = useLocale();
  const trpc = useTRPC();
  const [state, setState] = useUrlState(DEFAULTS);
  const [open, setOpen] = useState<Entry | null>(null);
  const query = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(
      { limit: 50, ...(state.action ? { action: state.action } : {}) },
      { ...cursorPages, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
    ),
  );
  const rows = itemsOf(query);
  const columns = useMemo<DataColumn<Entry>[]>(
    () => [
      { id: 'action', header: t('action'), card: 'title', width: '26%', cell: (row) => <ActionName action={row.action} /> },
      {
        id: 'actor',
        header: t('actor'),
        cell: (row) => (row.actorId === null && row.actorName === 'anonymous' ? t('anonymous') : actorOf(row, locale)),
      },
      { id: 'subject', header: t('subject'), cell: (row) => <Subject entry={row} /> },
      { id: 'reason', header: t('reason'), card: 'foot', cell: (row) => <Reason entry={row} /> },
      { id: 'ip', header: t('address'), width: 120, card: 'none', cell: (row) => row.ip ?? '—' },
      { id: 'at', header: t('at'), width: 176, card: 'footEnd', cell: (row) => formatDate(row.at, 'full', reader) },
    ],
    [t, reader, locale],
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <div className={classes.tools}>
        <SearchInput label={t('filter')} value={state.action} onChange={(action) => setState({ action })} width={320} />
      </div>
      <Card>
        <DataTable
          label={t('title')}
          rows={rows}
          columns={columns}
          density="compact"
          rowId={(row) => row.id}
          rowName={(row) => row.action}
          onOpen={setOpen}
          {...fromQuery(query)}
          empty={<EmptyState title={t('empty')} />}
        />
      </Card>
      <LazyModal opened={open !== null} onClose={() => setOpen(null)} title={open && <ActionName action={open.action} />} size="lg">
        {open && (
          <div className={classes.detail}>
            {(['before', 'after'] as const)
              .filter((side) => open[side] !== null || open.before === open.after)
              .map((side) => (
                <section key={side}>
                  <h3>{t(side)}</h3>
                  <pre>{open[side] === null ? '—' : JSON.stringify(open[side], null, 2)}</pre>
                </section>
              ))}
          </div>
        )}
      </LazyModal>
    </>
  );
}

// helpers //////////////////////

/** In words, and the code by which the list is filtered. */
function ActionName({ action }: { action: string }) {
  const t = useTranslations('audit');
  const words = actionWords(action);
  if (!words) return <code className={classes.code}>{action}</code>;
  return (
    <>
      {t('line', { noun: t(`noun.${words.noun}`), deed: t(`deed.${words.deed}`) })} <code className={classes.code}>{action}</code>
    </>
  );
}

/** Why a sign-in was refused is the portal's word; every other reason is a person's own. */
function Reason({ entry }: { entry: Entry }) {
  const t = useTranslations('audit');
  const known = REFUSALS.find((reason) => reason === entry.reason);
  return entry.action === 'session.refused' && known ? t(`refusal.${known}`) : entry.reason;
}

function Subject({ entry }: { entry: Entry }) {
  const t = useTranslations('audit');
  const locale = useLocale();
  const noun = auditNoun(entry.subjectKind);
  const kind = noun ? t(`noun.${noun}`) : entry.subjectKind;
  if (noun === 'audit') return kind;
  // Nobody goes by the name that was tried.
  if (entry.subjectId === 'unknown') return kind;
  return `${kind} ${nameOf(entry, locale)}`;
}

/** What people call the subject, when the entry kept it. */
function nameOf(entry: Entry, locale: string): string {
  if (locale === 'en' && entry.subjectNameEn) return entry.subjectNameEn;
  for (const side of [entry.after, entry.before]) {
    if (side !== null && typeof side === 'object' && !Array.isArray(side)) {
      const name = side.name ?? side.nameZh ?? side.login;
      if (typeof name === 'string') return name;
    }
  }
  return entry.subjectId === entry.actorId ? actorOf(entry, locale) : entry.subjectId.slice(0, 8);
}

function actorOf(entry: Entry, locale: string): string {
  return (locale === 'en' && entry.actorNameEn) || entry.actorName;
}
