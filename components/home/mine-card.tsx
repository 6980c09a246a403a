'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { HolderText } from '@/components/lists/holder-text';
import { ProgressSteps } from '@/components/lists/progress-steps';
import { UrgeLink } from '@/components/lists/urge-link';
import { sealOf } from '@/components/request/seal-of';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { Due } from '@/components/ui/due';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Seal } from '@/components/ui/seal';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { TextLink } from '@/components/ui/text-link';
import { ROW_LINK } from '@/components/ui/use-row-keys';
import classes from './home.module.css';

const ROWS = 6;

/** Where the reader's own requests are, those to be mended first. */
export function MineCard() {
  const t = useTranslations('home');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.instance.listMine.queryOptions({ state: 'running', limit: 5 }));
  const { data: counts } = useQuery(trpc.task.counts.queryOptions({}));
  const { data: rework } = useQuery(trpc.instance.listMine.queryOptions({ state: 'rework', limit: 5 }));
  const rows =
    data && rework
      ? [...rework.items, ...data.items.filter((row) => !rework.items.some((other) => other.id === row.id))].slice(0, ROWS)
      : null;
  return (
    <Card
      title={t('mine')}
      meta={counts && counts.mine.count > 0 && t('running', { count: counts.mine.count })}
      end={
        <TextLink quiet href="/requests">
          {t('all')}
        </TextLink>
      }
    >
      {!rows ? (
        <LinesSkeleton lines={4} />
      ) : rows.length === 0 ? (
        <EmptyState
          title={t('mineEmpty')}
          action={
            <Button component={Link} href="/start">
              {t('startOne')}
            </Button>
          }
        />
      ) : (
        <ul className={classes.rows}>
          {rows.map((row) => (
            <li key={row.id} className={classes.mine}>
              <Seal state={sealOf(row.seal)} />
              <Link {...ROW_LINK} href={`/requests/${row.id}`} className={classes.mineTitle} title={row.title}>
                {row.title}
              </Link>
              <span className={classes.mineSteps}>
                <ProgressSteps request={row} />
              </span>
              <span className={classes.rowWho}>{row.endedAt === null ? <HolderText holders={row.holders} /> : '—'}</span>
              <span className={classes.mineDue}>
                {row.seal === 'rework' ? (
                  <span className={classes.revise}>{t('revise')}</span>
                ) : row.dueAt ? (
                  <Due value={row.dueAt} paused={row.seal === 'suspended'} />
                ) : (
                  <RelativeTime value={row.startedAt} />
                )}
                <UrgeLink request={row} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
