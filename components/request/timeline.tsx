'use client';

import { Button } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { Seal, type SealState } from '@/components/ui/seal';
import { Segmented } from '@/components/ui/segmented';
import { Tag } from '@/components/ui/tag';
import { UserName } from '@/components/ui/user-name';
import { personName } from '@/lib/format/person';
import type { RequestPage, TimelineAct, TimelineActivity, TimelineEntry } from '@/server/instance/request-page';
import { noteName } from './note-name';
import { sealOf } from './seal-of';
import { type RemoveSigner, SeatList } from './seat-list';
import { TallyBar } from './tally-bar';
import { useEarlier } from './use-earlier';
import classes from './timeline.module.css';

type Props = { request: Pick<RequestPage, 'id' | 'timeline' | 'earlier'>; onRemove?: RemoveSigner | undefined };

/** What has happened, newest first: activities with their people and votes, and the acts in between. */
export function Timeline({ request, onRemove }: Props) {
  const t = useTranslations('request');
  const [only, setOnly] = useState<'all' | 'decisions'>('all');
  const past = useEarlier(request);
  const entries = [...request.timeline, ...past.entries].filter((entry) => !isToldByItsAct(entry));
  const shown =
    only === 'all' ? entries : entries.filter((entry) => entry.type === 'activity' && entry.kind === 'human' && entry.outcome !== null);
  return (
    <Card
      title={t('tab.timeline')}
      meta={t('newestFirst')}
      end={
        <Segmented
          label={t('timelineFilter')}
          value={only}
          onChange={setOnly}
          options={[
            { value: 'all', label: t('timelineAll') },
            { value: 'decisions', label: t('timelineDecisions') },
          ]}
        />
      }
    >
      {shown.length === 0 && <p className={classes.none}>{t('noDecisions')}</p>}
      <ol className={classes.timeline}>
        {shown.map((entry) => (
          <li key={entry.type === 'activity' ? entry.activityId : `${entry.seq}-${entry.act}`}>
            {entry.type === 'activity' ? <Activity entry={entry} onRemove={onRemove} /> : <Act entry={entry} />}
          </li>
        ))}
      </ol>
      {past.more && (
        <div className={classes.earlier}>
          <Button size="xs" variant="subtle" color="gray" loading={past.loading} onClick={past.load}>
            {t('earlier')}
          </Button>
        </div>
      )}
    </Card>
  );
}

// helpers //////////////////////

const outcomeSeal = { approved: 'approved', rejected: 'rejected', returned: 'rework' } as const satisfies Record<string, SealState>;

/** The applicant's turn is over when the request was sent off again, which stands there by itself. */
function isToldByItsAct(entry: TimelineEntry): boolean {
  return entry.type === 'activity' && entry.kind === 'revise' && entry.status === 'completed';
}

/** How a step ended that was not done to its end. A rejection also ends the request or takes the step back: that is told by its seal. */
function cutShortAs({ status, outcome }: TimelineActivity): 'cancelled' | 'failed' | 'rolled_back' | null {
  if (status === 'active' || status === 'completed') return null;
  return outcome === 'rejected' ? null : status;
}

function Activity({ entry, onRemove }: { entry: TimelineActivity; onRemove: RemoveSigner | undefined }) {
  const t = useTranslations('request');
  const seal: SealState = entry.outcome
    ? outcomeSeal[entry.outcome]
    : entry.status === 'active'
      ? entry.kind === 'revise'
        ? 'rework'
        : 'running'
      : entry.status === 'completed'
        ? 'approved'
        : 'withdrawn';
  const cutShort = cutShortAs(entry);
  const counted = entry.tally && entry.tally.seats > 1 && entry.rule && entry.rule.rule !== 'auto';
  return (
    <>
      <span className={classes.mark}>
        {entry.kind === 'read' ? <span className={classes.dot} /> : <Seal state={seal} size="m" decorative />}
      </span>
      <div className={classes.entry}>
        <div className={classes.line}>
          <strong>{entry.elementName}</strong>
          {entry.visit > 1 && <Tag>{t('visit', { visit: entry.visit })}</Tag>}
          {cutShort && <Tag>{t(`activityStatus.${cutShort}`)}</Tag>}
          <RelativeTime value={entry.at} className={classes.when} />
        </div>
        {counted && entry.tally && <TallyBar tally={entry.tally} rule={entry.rule} outcome={entry.outcome} />}
        <SeatList of={entry} {...(onRemove ? { onRemove } : {})} />
        {entry.notes.map((note, index) => (
          <p key={`${note.kind}-${index}`} className={classes.note}>
            <Note kind={note.kind} person={note.person} forPerson={note.forPerson} />
          </p>
        ))}
      </div>
    </>
  );
}

function Note({ kind, person, forPerson }: Pick<TimelineActivity['notes'][number], 'kind' | 'person' | 'forPerson'>) {
  const t = useTranslations('request');
  const locale = useLocale();
  return t(`note.${noteName(kind)}`, {
    person: person ? personName(person, locale) : '',
    forPerson: forPerson ? personName(forPerson, locale) : '',
  });
}

const OUTCOMES = ['approved', 'rejected', 'withdrawn', 'terminated', 'expired', 'failed'] as const;
const INCIDENTS = ['connector', 'nobody', 'noFlow', 'expression', 'stepLimit', 'uncaughtError'] as const;

const actSeal: Partial<Record<TimelineAct['act'], SealState>> = {
  withdrawn: 'withdrawn',
  terminated: 'terminated',
  suspended: 'suspended',
  incidentRaised: 'incident',
  serviceFailed: 'incident',
};

/** The flow ends by itself: what it came to matters, not who made the last move. */
function End({ entry }: { entry: TimelineAct }) {
  const t = useTranslations('request');
  const outcome = OUTCOMES.find((name) => name === entry.text) ?? 'approved';
  return (
    <>
      <span className={classes.mark}>
        <Seal state={sealOf(outcome)} size="m" decorative />
      </span>
      <div className={classes.entry}>
        <div className={classes.line}>
          <strong>{t(`ended.${outcome}`)}</strong>
          <RelativeTime value={entry.at} className={classes.when} />
        </div>
      </div>
    </>
  );
}

function Act({ entry }: { entry: TimelineAct }) {
  const t = useTranslations('request');
  const locale = useLocale();
  if (entry.act === 'ended') return <End entry={entry} />;
  const { act } = entry;
  const seal = actSeal[act];
  const incident = act === 'incidentRaised' ? INCIDENTS.find((kind) => kind === entry.text) : undefined;
  const targetOf = (person: NonNullable<TimelineAct['target']>, more: number) =>
    more > 0 ? t('andMore', { name: personName(person, locale), count: more + 1 }) : personName(person, locale);
  return (
    <>
      <span className={classes.mark}>{seal ? <Seal state={seal} size="m" decorative /> : <span className={classes.dot} />}</span>
      <div className={classes.entry}>
        <div className={classes.line}>
          <span>
            {entry.by.kind === 'user' ? <UserName person={entry.by.person} strong /> : <strong>{t('system')}</strong>}{' '}
            {t(`act.${act}`, {
              element: entry.elementName ?? '',
              target: entry.target ? targetOf(entry.target, entry.more) : '',
              round: entry.round,
            })}
          </span>
          <RelativeTime value={entry.at} className={classes.when} />
        </div>
        {entry.text && <p className={classes.quote}>{incident ? t(`incident.${incident}`) : t('quote', { text: entry.text })}</p>}
      </div>
    </>
  );
}
