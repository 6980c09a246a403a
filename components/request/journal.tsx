'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { Card } from '@/components/ui/card';
import { Change } from '@/components/ui/change';
import { ErrorState } from '@/components/ui/error-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { personName } from '@/lib/format/person';
import { Tag } from '@/components/ui/tag';
import { UserName } from '@/components/ui/user-name';
import type { JournalLine } from '@/server/instance/journal';
import { EarlierButton } from './earlier-button';
import classes from './journal.module.css';

/** The record of every step, newest first: who, what, why, and each value before and after. */
export default function Journal({ id }: { id: string }) {
  const t = useTranslations('request');
  const c = useTranslations('common');
  const trpc = useTRPC();
  const query = useInfiniteQuery(trpc.instance.journal.infiniteQueryOptions({ id, limit: 50 }, cursorPages));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const lines = itemsOf(query);
  return (
    <Card title={t('journalTitle')} meta={t('journalHint')} footer={query.hasNextPage && <EarlierButton query={query} />}>
      {query.isPending ? (
        <LinesSkeleton />
      ) : lines.length === 0 ? (
        <p className={classes.none}>{t('journalEmpty')}</p>
      ) : (
        <ol className={classes.lines} aria-label={t('journalTitle')}>
          {lines.map((line) => (
            <Line key={line.seq} line={line} removedLabel={c('removed')} />
          ))}
        </ol>
      )}
    </Card>
  );
}

// helpers //////////////////////

function Line({ line, removedLabel }: { line: JournalLine; removedLabel: string }) {
  const t = useTranslations('request');
  const locale = useLocale();
  const handed = handedTo();
  return (
    <li className={classes.line}>
      <span className={classes.no}>{line.seq}</span>
      <div className={classes.what}>
        <p>
          {line.by.kind === 'user' ? <UserName person={line.by.person} strong /> : <strong>{t('system')}</strong>}{' '}
          {handed ??
            (line.decision ? (
              <span data-decision={line.decision}>{t(`decided.${line.decision}`)}</span>
            ) : (
              t(line.told ? `journalTold.${line.told}` : `command.${line.command}`)
            ))}
          {line.elementName && !handed && <span className={classes.meta}> {line.elementName}</span>}
        </p>
        {line.reason && <p className={classes.meta}>{t('quote', { text: line.reason })}</p>}
        {line.changes.length > 0 && (
          <dl className={classes.changes}>
            {line.changes.map((change, index) => (
              <div key={`${change.label}-${index}`}>
                <dt>{change.label}</dt>
                <dd>
                  <Change
                    {...(change.before === null ? {} : { from: change.before })}
                    {...(change.after === null ? {} : { to: change.after })}
                  />
                  {change.after === null && <span className={classes.meta}> {removedLabel}</span>}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {line.seal &&
        (line.seal.intact ? (
          <span className={classes.hash} title={`${t('journalIntact')} ${line.seal.hash}`}>
            {line.seal.hash.slice(0, 8)}
          </span>
        ) : (
          <Tag tone="red" title={line.seal.hash}>
            {t('journalBroken')}
          </Tag>
        ))}
      <RelativeTime value={line.at} className={classes.when} />
    </li>
  );
  /** Of an act that concerns somebody else: who it is, as the timeline says it. */
  function handedTo(): string | null {
    if (!line.target) return null;
    const act = HANDED[line.command];
    const name = personName(line.target, locale);
    const target = line.more > 0 ? t('andMore', { name, count: line.more + 1 }) : name;
    return act ? t(`act.${act}`, { element: line.elementName ?? '', target, round: 0 }) : null;
  }
}

const HANDED: Partial<Record<JournalLine['command'], 'transferred' | 'reassigned' | 'signersAdded'>> = {
  transfer: 'transferred',
  reassign: 'reassigned',
  addSign: 'signersAdded',
};
