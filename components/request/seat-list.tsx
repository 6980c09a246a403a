'use client';

import { UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import { UserName } from '@/components/ui/user-name';
import type { SeatView, TimelineActivity } from '@/server/instance/request-page';
import classes from './timeline.module.css';

const FIRST = 8;

/** The people of an activity: who decided what, with which words, for whom, and why it was that person. */
export function SeatList({ seats, kind }: { seats: readonly SeatView[]; kind: TimelineActivity['kind'] }) {
  const t = useTranslations('request');
  const [all, setAll] = useState(false);
  if (kind === 'read') {
    const read = seats.filter((seat) => seat.viewedAt !== null || seat.status === 'done').length;
    return <p className={classes.note}>{t('readCount', { read, total: seats.length })}</p>;
  }
  const shown = all ? seats : seats.slice(0, FIRST);
  return (
    <>
      <ul className={classes.seats}>
        {shown.map((seat) => (
          <Seat key={seat.workItemId} seat={seat} />
        ))}
      </ul>
      {seats.length > shown.length && (
        <UnstyledButton className={classes.moreSeats} onClick={() => setAll(true)}>
          {t('moreSeats', { count: seats.length - shown.length })}
        </UnstyledButton>
      )}
    </>
  );
}

// helpers //////////////////////

function Seat({ seat }: { seat: SeatView }) {
  const t = useTranslations('request');
  const s = useTranslations('status.workItem');
  return (
    <li className={classes.seat} data-nested={seat.parentSeatId !== null || undefined}>
      <span title={seat.reason ? t('why', { rule: t(`ruleName.${ruleName(seat.reason.rule)}`), via: seat.reason.via ?? '' }) : undefined}>
        {seat.person ? (
          <UserName person={seat.person} onBehalfOf={seat.onBehalfOf} avatar="s" />
        ) : (
          <span className={classes.meta}>{t('candidates', { count: seat.candidates.length })}</span>
        )}
      </span>
      <span className={classes.decision} data-status={seat.status}>
        {s(seat.status)}
      </span>
      {seat.comment && <span className={classes.comment}>{seat.comment}</span>}
      {seat.endedAt ? (
        <RelativeTime value={seat.endedAt} className={classes.when} />
      ) : seat.viewedAt ? (
        <span className={classes.when}>{t('viewed')}</span>
      ) : null}
    </li>
  );
}

const RULES = [
  'users',
  'department',
  'position',
  'departmentPosition',
  'everyone',
  'role',
  'workGroup',
  'applicant',
  'manager',
  'managerChain',
  'departmentHead',
  'fieldUsers',
  'fieldDepartments',
  'chosenByApplicant',
  'chosenByPrevious',
  'sameAs',
] as const;

function ruleName(rule: string): (typeof RULES)[number] | 'other' {
  return RULES.find((name) => name === rule) ?? 'other';
}
