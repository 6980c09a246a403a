import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { sealOf } from '@/components/request/seal-of';
import { draftHref, useCopyRequest } from '@/components/request/use-copy-request';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Seal } from '@/components/ui/seal';
import { LinesSkeleton } from '@/components/ui/skeletons';
import classes from './start.module.css';

/** What the reader started last, and where it stands: often the next one is much like it, and begins as its copy. */
export function LastRequests({ startable }: { startable: ReadonlySet<string> }) {
  const t = useTranslations('start');
  const trpc = useTRPC();
  const router = useRouter();
  const { data } = useQuery(trpc.instance.listMine.queryOptions({ state: 'all', limit: 4 }));
  const { copying, copy } = useCopyRequest((draft) => router.push(draftHref(draft)));
  return (
    <Card title={t('lastStarted')}>
      {!data ? (
        <LinesSkeleton lines={4} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('noneStarted')} />
      ) : (
        <ul className={classes.last}>
          {data.items.map((row) => (
            <li key={row.id}>
              <Link href={`/requests/${row.id}`}>
                <span className={classes.lastTitle}>{row.title}</span>
                <Seal state={sealOf(row.seal)} />
              </Link>
              <small>
                <RelativeTime value={row.startedAt} />
                {startable.has(row.process.id) && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    loading={copying === row.id}
                    aria-label={t('copyOf', { title: row.title })}
                    onClick={() => copy(row.id)}
                  >
                    {t('copy')}
                  </Button>
                )}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
