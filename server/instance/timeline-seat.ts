import type { EngineEvent } from '@/server/engine/core/event';
import type { WorkItem } from '@/server/engine/core/state';
import type { People } from './people';
import type { SeatView } from './request-page';

export function newSeat(item: WorkItem, people: People): SeatView {
  return {
    workItemId: item.id,
    person: people.maybe(item.userId),
    candidates: people.all(item.candidates),
    onBehalfOf: people.maybe(item.onBehalfOf),
    kind: item.kind,
    status: item.status,
    seat: item.seat,
    parentSeatId: item.parentSeatId,
    comment: item.comment,
    createdAt: item.createdAt,
    viewedAt: item.viewedAt,
    endedAt: item.endedAt,
    dueAt: item.dueAt,
    reason: item.reason,
  };
}

type Change = Extract<EngineEvent, { type: 'workItemChanged' }>['change'];

export function changeSeat(seat: SeatView, change: Change, people: People): SeatView {
  const { status, comment, viewedAt, endedAt, dueAt, reason, userId, candidates, onBehalfOf } = change;
  return {
    ...seat,
    ...(status !== undefined && { status }),
    ...(comment !== undefined && { comment }),
    ...(viewedAt !== undefined && { viewedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(dueAt !== undefined && { dueAt }),
    ...(reason !== undefined && { reason }),
    ...(userId !== undefined && { person: people.maybe(userId) }),
    ...(candidates !== undefined && { candidates: people.all(candidates) }),
    ...(onBehalfOf !== undefined && { onBehalfOf: people.maybe(onBehalfOf) }),
  };
}
