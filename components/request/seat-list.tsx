'use client';

import { Button, UnstyledButton } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSession } from '@/components/shell/session-context';
import { RelativeTime } from '@/components/ui/relative-time';
import { UserName } from '@/components/ui/user-name';
import { personName } from '@/lib/format/person';
import type { AddedView, SeatView, TimelineActivity } from '@/server/instance/request-page';
import { isTold } from './seat-told';
import classes from './timeline.module.css';

const FIRST = 8;

/** Takes an added signer out; for those of `ids`. */
export type RemoveSigner = { ids: ReadonlySet<string>; run(seat: SeatView): void };
type Props = { of: Pick<TimelineActivity, 'seats' | 'added' | 'kind' | 'outcome' | 'rule'>; onRemove?: RemoveSigner };

/** The people of an activity: who decided what, with which words, for whom, and why it was that person; under a seat the signers added to it. */
export function SeatList({ of, onRemove }: Props) {
  const { seats, added, kind } = of;
  const t = useTranslations('request');
  const [all, setAll] = useState(false);
  if (kind === 'read') {
    // Readers are listed beside the timeline, not in it.
    if (seats.length === 0) return null;
    const read = seats.filter((seat) => seat.viewedAt !== null || seat.status === 'done').length;
    return <p className={classes.note}>{t('readCount', { read, total: seats.length })}</p>;
  }
  const inner = new Set(added.flatMap((signers) => signers.seatIds));
  const own = seats.filter((seat) => !inner.has(seat.workItemId));
  const shown = all ? own : own.slice(0, FIRST);
  return (
    <>
      <Seats shown={shown} seats={seats} added={added} spared={sparedBy(of)} onRemove={onRemove} />
      {own.length > shown.length && (
        <UnstyledButton className={classes.moreSeats} onClick={() => setAll(true)}>
          {t('moreSeats', { count: own.length - shown.length })}
        </UnstyledButton>
      )}
    </>
  );
}

// helpers //////////////////////

/** Why a seat was closed without its person: the others had decided already, by voting or otherwise. */
type Spared = 'vote' | 'other' | null;
type Tree = { seats: readonly SeatView[]; added: readonly AddedView[]; spared: Spared; onRemove: RemoveSigner | undefined };

function sparedBy({ outcome, rule }: Props['of']): Spared {
  if (outcome !== 'approved' && outcome !== 'rejected') return null;
  return rule?.rule === 'vote' ? 'vote' : 'other';
}

function Seats({ shown, ...tree }: Tree & { shown: readonly SeatView[] }) {
  return (
    <ul className={classes.seats}>
      {shown.map((seat) => (
        <li key={seat.workItemId}>
          <Seat seat={seat} spared={tree.spared} onRemove={tree.onRemove} />
          {tree.added
            .filter((signers) => signers.forSeatId === seat.workItemId && signers.seatIds.length > 0)
            .map((signers) => (
              <Added key={signers.id} signers={signers} {...tree} />
            ))}
        </li>
      ))}
    </ul>
  );
}

function Added({ signers, ...tree }: Tree & { signers: AddedView }) {
  const t = useTranslations('request');
  const locale = useLocale();
  return (
    <div className={classes.added}>
      <p className={classes.note}>
        {t(`addedBy.${signers.position}`, {
          name: personName(signers.by, locale),
          rule: signers.seatIds.length > 1 ? t(`addedRule.${signers.rule}`) : 'none',
        })}
      </p>
      <Seats shown={tree.seats.filter((seat) => signers.seatIds.includes(seat.workItemId))} {...tree} />
    </div>
  );
}

function Seat({ seat, spared, onRemove }: { seat: SeatView } & Pick<Tree, 'spared' | 'onRemove'>) {
  const t = useTranslations('request');
  const s = useTranslations('status.workItem');
  const { userId } = useSession();
  const told = isTold(seat, userId);
  return (
    <div className={classes.seat} data-nested={seat.seat === 'transferred' || undefined}>
      <span title={seat.reason ? t('why', { rule: t(`ruleName.${ruleName(seat.reason.rule)}`), via: seat.reason.via ?? '' }) : undefined}>
        {seat.person ? (
          <UserName person={seat.person} onBehalfOf={seat.onBehalfOf} avatar="s" />
        ) : (
          <span className={classes.meta}>
            {seat.candidates.length > 0 ? t('candidates', { count: seat.candidates.length }) : t('claimedByNobody')}
          </span>
        )}
      </span>
      {seat.seat === 'parallel' && <span className={classes.meta}>{t('addedBeside')}</span>}
      {told && (
        <span className={classes.decision} data-status={seat.status}>
          {seat.status === 'cancelled' && spared ? t(`spared.${spared}`) : s(seat.status)}
        </span>
      )}
      {seat.comment && <span className={classes.comment}>{seat.comment}</span>}
      {seat.endedAt ? (
        <RelativeTime value={seat.endedAt} className={classes.when} />
      ) : seat.viewedAt && told ? (
        <RelativeTime value={seat.viewedAt} className={classes.when} />
      ) : null}
      {onRemove?.ids.has(seat.workItemId) && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onRemove.run(seat)}>
          {t('removeSigner')}
        </Button>
      )}
    </div>
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
  'transfer',
  'reassign',
  'addSign',
] as const;

function ruleName(rule: string): (typeof RULES)[number] | 'other' {
  return RULES.find((name) => name === rule) ?? 'other';
}
