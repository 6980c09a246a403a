'use client';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { Banner } from '@/components/ui/banner';
import { ErrorState } from '@/components/ui/error-state';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { CardSkeleton, HeaderSkeleton } from '@/components/ui/skeletons';
import { formatCount } from '@/lib/format/number';
import type { Queue, SystemStatus, Trouble } from '@/server/system/status';
import { FailedJobs } from './failed-jobs';
import { MailFailures } from './mail-failures';
import { SystemFacts } from './system-facts';
import classes from './system.module.css';

const POLL_MS = 10_000;
const QUEUES = ['jobs', 'timers', 'outbox', 'mails'] as const;

/** Whether everything runs, and what somebody has to do when not. */
export function SystemView() {
  const t = useTranslations('system');
  const trpc = useTRPC();
  const query = useQuery(trpc.system.status.queryOptions(undefined, { refetchInterval: POLL_MS }));
  const { data: mail } = useQuery(trpc.notice.mailState.queryOptions(undefined, { refetchInterval: POLL_MS }));
  const status = query.data;
  if (query.error && !status) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!status)
    return (
      <>
        <HeaderSkeleton />
        <CardSkeleton />
      </>
    );
  const { troubles } = status;
  return (
    <>
      <PageHeader
        title={troubles.length === 0 ? t('fine') : t('troubles', { count: troubles.length })}
        subtitle={t('subtitle', { version: status.version })}
      />
      <div className={classes.stack}>
        {troubles.map((trouble) => (
          <Banner key={trouble} tone="danger" icon={<IconAlertTriangle size={18} stroke={1.5} aria-hidden />}>
            {t(`trouble.${trouble}`, { count: countOf(status, trouble) })}
          </Banner>
        ))}
        <dl className={classes.numbers} aria-label={t('queues')}>
          {QUEUES.map((kind) => (
            <Waiting key={kind} label={t(`queue.${kind}`)} queue={status.queues[kind]} />
          ))}
        </dl>
        <SystemFacts status={status} mail={mail} />
        <FailedJobs />
        {mail && mail.failures.length > 0 ? <MailFailures failures={mail.failures} /> : null}
      </div>
    </>
  );
}

// helpers //////////////////////

function Waiting({ label, queue }: { label: string; queue: Queue }) {
  const t = useTranslations('system');
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {formatCount(queue.count, queue.more ? queue.count : undefined)}
        <small>
          {queue.oldestAt === null ? (
            t('idle')
          ) : (
            <>
              {t('oldest')} <RelativeTime value={queue.oldestAt} />
            </>
          )}
        </small>
      </dd>
    </div>
  );
}

function countOf({ failed }: SystemStatus, trouble: Trouble): number {
  return trouble === 'jobsFailed' ? failed.jobs : failed.mails;
}
