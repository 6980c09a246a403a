import type { Definition } from '@/server/bpmn/definition';
import type { GroupNote } from '@/server/engine/core/state';
import type { People } from './people';
import type { TimelineActivity, TimelineEntry } from './request-page';
import { actsOf, peopleInActs } from './timeline-acts';
import { toSeat } from './timeline-seat';
import type { PastActivity, TrailWindow } from './trail-window';

/** What happened, newest first: each human activity with its seats and the arithmetic of its vote, and between them what else people and workers did. */
export function timelineOf(trail: TrailWindow, definition: Definition, people: People): TimelineEntry[] {
  const entries = [
    ...actsOf(trail, definition, people),
    ...trail.activities.flatMap((activity) => activityOf(activity, { trail, definition, people }) ?? []),
  ];
  return entries.sort((a, b) => compare(b.at, a.at) || rankOf(b) - rankOf(a) || compare(startOf(b), startOf(a)));
}

/** Everybody a stretch of the past names, so that the names are loaded at once. */
export function peopleInTrail(trail: TrailWindow): (string | null)[] {
  return [
    ...peopleInActs(trail.journal),
    ...trail.activities.flatMap(({ group, wayBack, seats }) => [
      ...(group?.notes ?? []).flatMap((note) => [note.userId ?? null, note.forUserId ?? null]),
      ...(group?.added ?? []).map((signers) => signers.byUserId),
      ...(wayBack ? [wayBack.byUserId] : []),
      ...seats.flatMap((seat) => [seat.userId, seat.onBehalfOf, ...seat.candidates]),
    ]),
  ];
}

/** The round that ran at an instant. */
export function roundAt(trail: TrailWindow, at: string): number {
  return trail.rounds.findLast((round) => round.at <= at)?.round ?? 1;
}

// helpers //////////////////////

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function startOf(entry: TimelineEntry): string {
  return entry.type === 'activity' ? entry.startedAt : entry.at;
}

/** Of what happened in one step: the applicant's turn ends, the request is sent off, steps pass, what came of it, and the applicant's turn begins. */
function rankOf(entry: TimelineEntry): number {
  if (entry.type === 'activity') return entry.kind !== 'revise' ? 2 : entry.endedAt === null ? 4 : 0;
  return entry.act === 'submitted' || entry.act === 'resubmitted' ? 1 : 3;
}

/** The seat of a proxy names both persons. */
function saysItself({ userId, onBehalfOf }: PastActivity['seats'][number], note: GroupNote): boolean {
  return note.kind === 'proxy' && note.userId === userId && note.forUserId === onBehalfOf;
}

function activityOf(
  activity: PastActivity,
  { trail, definition, people }: { trail: TrailWindow; definition: Definition; people: People },
): TimelineActivity | null {
  const { group, seats } = activity;
  const element = definition.elements[activity.elementId];
  if (element?.kind !== 'userTask' && element?.kind !== 'sendTask' && activity.kind !== 'revise') return null;
  const reads = element?.kind === 'sendTask' || group?.rule.rule === 'auto';
  return {
    type: 'activity',
    at: activity.endedAt ?? activity.startedAt,
    round: roundAt(trail, activity.startedAt),
    activityId: activity.id,
    elementId: activity.elementId,
    elementName: element?.name ?? '',
    kind: activity.kind === 'revise' ? 'revise' : reads ? 'read' : 'human',
    visit: activity.visit,
    startedAt: activity.startedAt,
    endedAt: activity.endedAt,
    status: activity.status,
    outcome: seats.some((seat) => seat.status === 'returned') ? 'returned' : reads ? null : (group?.outcome ?? null),
    rule: group?.rule ?? null,
    tally: group?.tally ?? null,
    notes: (group?.notes ?? [])
      .filter((note) => !seats.some((seat) => saysItself(seat, note)))
      .map(({ kind, userId, forUserId }) => ({ kind, person: people.maybe(userId), forPerson: people.maybe(forUserId) })),
    seats: seats.map((seat) => toSeat(seat, people)),
    added: (group?.added ?? []).map(({ id, forSeatId, position, rule, seatIds, byUserId, outcome }) => ({
      id,
      forSeatId,
      position,
      rule,
      seatIds,
      by: people.of(byUserId),
      outcome,
    })),
  };
}
