'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { DraftList } from '@/components/lists/draft-list';
import { SummaryValue } from '@/components/request/summary-value';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { Due } from '@/components/ui/due';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyHint } from '@/components/ui/key-hint';
import { NumberLink } from '@/components/ui/number-link';
import { PageHeader } from '@/components/ui/page-header';
import { ProcessIcon } from '@/components/ui/process-icon';
import { RelativeTime } from '@/components/ui/relative-time';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { UserName } from '@/components/ui/user-name';
import { ROW_LINK, useRowKeys } from '@/components/ui/use-row-keys';
import { useSoon } from '@/components/ui/use-soon';
import { useNow } from '@/components/ui/use-now';
import { useReader } from '@/components/ui/use-reader';
import { formatDate } from '@/lib/format/date';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import { MineCard } from './mine-card';
import classes from './home.module.css';

const ROWS = 6;
const loadPane = () => import('@/components/inbox/request-pane');

/** The day at a glance: what waits for me, where my requests are, what to read, what I usually start. */
export function HomeView() {
  const t = useTranslations('home');
  const trpc = useTRPC();
  const reader = useReader();
  const now = useNow();
  const { data: counts } = useQuery(trpc.task.counts.queryOptions({}));
  const first = useFirst();
  useSoon(loadPane);
  useRowKeys({ can: true });
  const rich = {
    inbox: (chunks: React.ReactNode) => <NumberLink href="/inbox">{chunks}</NumberLink>,
    late: (chunks: React.ReactNode) => (
      <NumberLink href="/inbox" late>
        {chunks}
      </NumberLink>
    ),
  };
  const numbers = { todo: counts?.todo.count ?? 0, overdue: counts?.overdue.count ?? 0, today: counts?.today.count ?? 0 };
  return (
    <>
      <PageHeader
        title={counts ? (numbers.todo === 0 ? t('nothing') : t.rich('waiting', { ...numbers, ...rich })) : t('loading')}
        subtitle={formatDate(now, 'dayWeek', reader)}
        actions={
          first && (
            <Button variant="filled" component={Link} href={`/inbox?item=${first.workItemId}`}>
              {t('startWithFirst')}
            </Button>
          )
        }
      />
      <div className={classes.columns}>
        <div className={classes.column}>
          <TodoCard />
          <MineCard />
        </div>
        <div className={classes.column}>
          <FrequentCard />
          <Card
            title={t('drafts')}
            end={
              <TextLink quiet href="/requests?state=drafts">
                {t('all')}
              </TextLink>
            }
          >
            <DraftList limit={3} />
          </Card>
          <ReadingCard />
        </div>
      </div>
    </>
  );
}

// helpers //////////////////////

function useInboxRows() {
  const trpc = useTRPC();
  const query = useQuery(trpc.task.inbox.queryOptions({ limit: 20 }));
  return { ...query, rows: query.data?.groups.flatMap((group) => group.items) };
}

function useFirst() {
  return useInboxRows().rows?.[0];
}

function TodoCard() {
  const t = useTranslations('home');
  const i = useTranslations('inbox');
  const c = useTranslations('common');
  const locale = useLocale();
  const trpc = useTRPC();
  const { rows } = useInboxRows();
  const { data: counts } = useQuery(trpc.task.counts.queryOptions({}));
  const left = rows ? Math.max(0, (counts?.todo.count ?? rows.length) - ROWS) : 0;
  return (
    <Card
      title={t('todo')}
      meta={t('byDue')}
      end={
        <TextLink quiet href="/inbox">
          {t('allOf', { count: counts?.todo.count ?? 0, more: counts?.todo.more ? 'yes' : 'no' })}
        </TextLink>
      }
    >
      {!rows ? (
        <LinesSkeleton lines={6} />
      ) : rows.length === 0 ? (
        <EmptyState title={t('todoEmpty')}>{t('todoEmptyHint')}</EmptyState>
      ) : (
        <>
          <div className={`${classes.row} ${classes.head}`} aria-hidden>
            <span>{t('item')}</span>
            <span>{t('applicant')}</span>
            <span className={classes.rowNumber}>{t('amount')}</span>
            <span>{t('arrived')}</span>
            <span>{t('due')}</span>
          </div>
          <ul className={classes.rows}>
            {rows.slice(0, ROWS).map((item) => (
              <li key={item.workItemId}>
                <Link
                  {...ROW_LINK}
                  href={`/inbox?item=${item.workItemId}`}
                  className={classes.row}
                  data-unread={item.status === 'unread' || undefined}
                >
                  <span className={classes.rowItem}>
                    <span className={classes.rowTitle} title={item.title}>
                      {item.title}
                    </span>
                    {item.onBehalfOf && <Tag>{c('proxyFor', { proxy: '', name: personName(item.onBehalfOf, locale) }).trim()}</Tag>}
                    {item.round > 1 && <Tag>{i('round', { round: item.round })}</Tag>}
                    {item.tally && item.tally.seats > 1 && (
                      <Tag>{i('tally', { approved: item.tally.approved, seats: item.tally.seats })}</Tag>
                    )}
                  </span>
                  <span className={classes.rowWho}>
                    <UserName person={item.applicant} meta={item.department ? localText(item.department.name, locale) : undefined} />
                  </span>
                  <span className={classes.rowNumber}>{item.summary[0] && <SummaryValue field={item.summary[0]} plain />}</span>
                  <span className={classes.rowWhen}>
                    <RelativeTime value={item.createdAt} />
                  </span>
                  <span className={classes.rowDue}>{item.dueAt ? <Due value={item.dueAt} /> : '—'}</span>
                </Link>
              </li>
            ))}
          </ul>
          {left > 0 && (
            <Link href="/inbox" className={classes.left}>
              {t('left', { count: left })}
              <KeyHint keys="g i" />
            </Link>
          )}
        </>
      )}
    </Card>
  );
}

function FrequentCard() {
  const t = useTranslations('home');
  const locale = useLocale();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.instance.launchable.queryOptions({}));
  const everything = data ? [...data.favourites, ...data.recent, ...data.categories.flatMap((category) => category.processes)] : [];
  const shown = [...new Map(everything.map((process) => [process.id, process])).values()].slice(0, 6);
  return (
    <Card
      title={t('frequent')}
      end={
        <TextLink quiet href="/start">
          {t('all')}
        </TextLink>
      }
    >
      {!data ? (
        <LinesSkeleton lines={3} />
      ) : (
        <ul className={classes.tiles}>
          {shown.map((process) => (
            <li key={process.id}>
              <Link href={`/start/${process.id}`}>
                <ProcessIcon name={process.icon} /> {localText(process.name, locale)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function ReadingCard() {
  const t = useTranslations('home');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.task.toRead.queryOptions({ unread: true, limit: 5 }));
  return (
    <Card
      title={t('reading')}
      end={
        <TextLink quiet href="/reading">
          {t('all')}
        </TextLink>
      }
    >
      {!data ? (
        <LinesSkeleton lines={2} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('readingEmpty')} />
      ) : (
        <ul className={classes.rows}>
          {data.items.map((item) => (
            <li key={item.workItemId}>
              <Link {...ROW_LINK} href={`/requests/${item.instanceId}?item=${item.workItemId}`} className={classes.read}>
                <strong>{item.title}</strong>
                <small>
                  <UserName person={item.sender} /> · <RelativeTime value={item.createdAt} />
                </small>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
