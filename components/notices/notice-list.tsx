'use client';

import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useNavCounts } from '@/components/shell/use-nav-counts';
import { useTRPC } from '@/components/shell/trpc';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { FilterChips } from '@/components/ui/filter-chips';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { useUrlState } from '@/components/ui/use-url-state';
import type { NoticeView } from '@/server/notify/list-notices';
import classes from './notices.module.css';
import { useNoticeLine } from './use-notice-line';
import { useReadNotices } from './use-read-notices';

const DEFAULTS = { show: 'all' };

/** What the reader was told, newest first; opening one marks it as read. */
export function NoticeList() {
  const t = useTranslations('notices');
  const trpc = useTRPC();
  const [state, setState] = useUrlState(DEFAULTS);
  const query = useInfiniteQuery(trpc.notice.list.infiniteQueryOptions({ limit: 30, unread: state.show === 'unread' }, cursorPages));
  const read = useReadNotices();
  const items = itemsOf(query);
  const unread = useNavCounts().data?.unreadNotices ?? items.filter((item) => item.readAt === null).length;
  return (
    <>
      <PageHeader
        title={t('title', { count: unread })}
        actions={
          unread > 0 && (
            <Button loading={read.isPending} onClick={() => read.mutate({})}>
              {t('readAll')}
            </Button>
          )
        }
      />
      <div className={classes.tools}>
        <FilterChips
          label={t('show')}
          value={state.show}
          onChange={(show) => setState({ show })}
          chips={[
            { id: 'all', label: t('all') },
            { id: 'unread', label: t('unread') },
          ]}
        />
      </div>
      <Card>
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : query.isPending ? (
          <LinesSkeleton lines={6} />
        ) : items.length === 0 ? (
          <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
        ) : (
          <ul className={classes.list}>
            {items.map((item) => (
              <NoticeRow key={item.id} item={item} onOpen={() => item.readAt === null && read.mutate({ ids: [item.id] })} />
            ))}
          </ul>
        )}
      </Card>
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </>
  );
}

// helpers //////////////////////

function NoticeRow({ item, onOpen }: { item: NoticeView; onOpen(): void }) {
  const t = useTranslations('notices');
  const { text, note, href } = useNoticeLine()(item);
  return (
    <li>
      <Link href={href} className={classes.row} data-unread={item.readAt === null || undefined} onClick={onOpen}>
        <span className={classes.dot} aria-label={item.readAt === null ? t('unread') : undefined} />
        <span className={classes.text}>
          {text}
          {note ? <small>{note}</small> : null}
        </span>
        <RelativeTime value={item.createdAt} className={classes.when ?? ''} />
      </Link>
    </li>
  );
}
