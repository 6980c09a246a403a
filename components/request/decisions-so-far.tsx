'use client';

import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { Seal } from '@/components/ui/seal';
import { UserName } from '@/components/ui/user-name';
import type { SeatView, TimelineEntry } from '@/server/instance/request-page';
import classes from './decisions-so-far.module.css';

/** More than these are on the page of the request itself. */
const SHOWN = 6;

/** Who has decided before the reader, newest first, and with which words. */
export function DecisionsSoFar({ timeline }: { timeline: readonly TimelineEntry[] }) {
  const t = useTranslations('request');
  const s = useTranslations('status.workItem');
  const decisions = timeline.flatMap((entry) =>
    entry.type === 'activity' && entry.kind === 'human'
      ? entry.seats.filter(hasDecided).map((seat) => ({ seat, element: entry.elementName, round: entry.round }))
      : [],
  );
  if (decisions.length === 0) return null;
  const rounds = new Set(timeline.map((entry) => entry.round)).size;
  return (
    <Section title={t('soFar')}>
      <ol className={classes.list}>
        {decisions
          .toSorted((a, b) => Date.parse(b.seat.endedAt) - Date.parse(a.seat.endedAt))
          .slice(0, SHOWN)
          .map(({ seat, element, round }) => (
            <li key={seat.workItemId}>
              <Seal state={SEALS[seat.status]} size="s" decorative />
              <p>
                {seat.person && <UserName person={seat.person} onBehalfOf={seat.onBehalfOf} strong />}{' '}
                <span className={classes.meta}>
                  {s(seat.status)} · {element}
                  {rounds > 1 && ` · ${t('roundNo', { round })}`}
                </span>
                {seat.comment && <span className={classes.words}>{t('quote', { text: seat.comment })}</span>}
              </p>
              <RelativeTime value={seat.endedAt} className={classes.meta ?? ''} />
            </li>
          ))}
      </ol>
    </Section>
  );
}

// helpers //////////////////////

const SEALS = { approved: 'approved', rejected: 'rejected', returned: 'rework' } as const;
type Decided = SeatView & { status: keyof typeof SEALS; endedAt: string };

function hasDecided(seat: SeatView): seat is Decided {
  return seat.status in SEALS && seat.endedAt !== null;
}
