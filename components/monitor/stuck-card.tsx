'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCan } from '@/components/shell/session-context';
import { Card } from '@/components/ui/card';
import { StatusText } from '@/components/ui/status-text';
import { TextLink } from '@/components/ui/text-link';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import type { Capped, Stuck } from '@/server/monitor/overview';
import { capText } from './cap-text';
import { Elapsed } from './elapsed';
import classes from './monitor.module.css';
import { useWait } from './use-wait';

const BulkDialog = dynamic(() => import('./bulk-dialog').then((module) => module.BulkDialog), { ssr: false });

/** Where it is stuck, why, and since when; whoever has what does not move can be reminded from here. */
export function StuckCard({ stuck, all }: { stuck: readonly Stuck[]; all: Capped }) {
  const t = useTranslations('monitor');
  const locale = useLocale();
  const operates = useCan()('instance.operate');
  const reasonOf = useReason();
  const [reminded, setReminded] = useState<Stuck | null>(null);
  return (
    <Card
      title={t('where')}
      end={
        all.count > stuck.length ? (
          <TextLink quiet href="/monitor?state=stuck#instances">
            {t('allStuck', { count: capText(all) })}
          </TextLink>
        ) : undefined
      }
    >
      <ul className={classes.stuck}>
        {stuck.map((item) => (
          <li key={item.key} data-acts={operates || undefined}>
            <StatusText kind="stuck" value={wordOf(item.kind)} variant="tag" />
            <span>
              <Link href={`/requests/${item.instanceId}`} className={classes.stuckTitle}>
                {item.title}
              </Link>
              <small>
                {localText(item.processName, locale)} {item.number}
                {item.elementName && ` · ${item.elementName}`}
              </small>
            </span>
            <span className={classes.reason}>{reasonOf(item)}</span>
            <Elapsed since={item.since} className={item.kind === 'stalled' ? classes.slow : classes.since} />
            {operates && item.kind === 'stalled' && (
              <Button size="xs" onClick={() => setReminded(item)}>
                {t('remind', { count: item.waiting?.count ?? 1 })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {reminded && (
        <BulkDialog
          action="urge"
          requests={[{ id: reminded.instanceId, title: reminded.title, number: reminded.number }]}
          holderId={null}
          onClose={() => setReminded(null)}
        />
      )}
    </Card>
  );
}

// helpers //////////////////////

function wordOf(kind: string): 'nobody' | 'stalled' | 'incident' {
  return kind === 'nobody' || kind === 'stalled' ? kind : 'incident';
}

function useReason(): (item: Stuck) => string {
  const t = useTranslations('monitor');
  const r = useTranslations('request');
  const locale = useLocale();
  const wait = useWait();
  return ({ kind, waiting }) => {
    if (!waiting) return r(`incident.${kind as 'connector'}`);
    const usual = wait(waiting.usualMinutes);
    if (!waiting.first) return t('stalledOffered', { usual });
    return t('stalledWith', { name: personName(waiting.first, locale), count: waiting.count, usual });
  };
}
