import type { People } from './people';
import type { SeatView } from './request-page';
import type { PastSeat } from './trail-window';

export function toSeat(seat: PastSeat, people: People): SeatView {
  return {
    workItemId: seat.id,
    person: people.maybe(seat.userId),
    candidates: people.all(seat.candidates),
    onBehalfOf: people.maybe(seat.onBehalfOf),
    kind: seat.kind,
    status: seat.status,
    seat: seat.seat,
    parentSeatId: seat.parentSeatId,
    comment: seat.comment,
    createdAt: seat.createdAt,
    viewedAt: seat.viewedAt,
    endedAt: seat.endedAt,
    dueAt: seat.dueAt,
    reason: seat.reason,
  };
}
