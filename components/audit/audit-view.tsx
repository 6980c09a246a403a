'use client';

import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
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
import { useReader } from '@/components/ui/use-reader';
import { useUrlState } from '@/components/ui/use-url-state';
import { formatDate } from '@/lib/format/date';
import { type Locale, localText } from '@/lib/json';
import type { AuditView as Entry } from '@/server/audit/list';
import { actionWords, auditNoun, auditNouns } from './action-words';
import classes from './audit.module.css';

const UserPicker = dynamic(() => import('@/components/org/user-picker').then((module) => module.UserPicker), { ssr: false });

/** `about` is the noun of the actions, `by` a person's id. */
const DEFAULTS = { about: '', by: '' };
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
      { limit: 50, ...(state.about ? { action: `${state.about}.` } : {}), ...(state.by ? { actorId: state.by } : {}) },
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
        cell: (row) => (row.actorId === null ? t(row.actorName === 'anonymous' ? 'anonymous' : 'portal') : actorOf(row, locale)),
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
        <NativeSelect
          size="xs"
          aria-label={t('about')}
          value={state.about}
          data={[{ value: '', label: t('anything') }, ...auditNouns.map((noun) => ({ value: noun, label: t(`noun.${noun}`) }))]}
          onChange={(event) => setState({ about: event.currentTarget.value })}
        />
        <div className={classes.person}>
          <UserPicker
            multiple={false}
            ariaLabel={t('actor')}
            size="xs"
            placeholder={t('anybody')}
            value={state.by || null}
            onChange={(value) => setState({ by: typeof value === 'string' ? value : '' })}
          />
        </div>
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

/** What people call the subject today; of what is gone, what the entry kept. */
function nameOf(entry: Entry, locale: Locale): string {
  if (entry.subjectName) return localText(entry.subjectName, locale);
  for (const side of [entry.after, entry.before]) {
    if (side !== null && typeof side === 'object' && !Array.isArray(side)) {
      const name = side.name ?? side.nameZh ?? side.login;
      if (typeof name === 'string') return name;
    }
  }
  return entry.subjectId === entry.actorId ? actorOf(entry, locale) : entry.subjectId.slice(0, 8);
}

function actorOf(entry: Entry, locale: Locale): string {
  return (locale === 'en' && entry.actorNameEn) || entry.actorName;
}
