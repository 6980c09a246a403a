import { addedTo, groupSeats } from '../group/added';
import { seatsOf } from '../seats';
import type { ActivityInstance, Id, InstanceState, WayBack, WayBackActivity, WayBackSeat, WayBackSigners, WorkItem } from '../state';

/** What is live now, as it can be given back: activities outermost first, and the tokens that wait at joins. */
export function wayBackOf(state: InstanceState): Pick<WayBack, 'activities' | 'tokens'> {
  const active = Object.values(state.activities).filter((activity) => activity.status === 'active' && activity.kind !== 'revise');
  return {
    activities: active.map((activity): WayBackActivity => {
      const { id, elementId, scopeId, viaFlow, causes } = activity;
      const armed = Object.values(state.timers).flatMap((timer) =>
        timer.activityId === id && timer.kind === 'boundary' && timer.elementId !== null ? [timer.elementId] : [],
      );
      const added = addedSigners(state, activity);
      return { id, elementId, scopeId, viaFlow, causes, seats: heldSeats(state, activity), armed, ...(added.length > 0 && { added }) };
    }),
    tokens: Object.values(state.tokens).map(({ elementId, flowId, scopeId, causes }) => ({ elementId, flowId, scopeId, causes })),
  };
}

// helpers //////////////////////

/** The seats of the group itself. That of whoever returned it has ended already, and belongs to the group all the same. */
function heldSeats(state: InstanceState, activity: ActivityInstance): WayBackSeat[] {
  const inner = new Set(addedTo(activity.group).flatMap((signers) => signers.seatIds));
  const own = (seat: WorkItem) => firstOf(state, seat).seat === 'original';
  return [...groupSeats(state, activity), ...returnedSeats(state, activity.id).filter((seat) => !inner.has(seat.id))]
    .filter(own)
    .flatMap((seat) =>
      seat.userId === null
        ? []
        : [
            {
              userId: seat.userId,
              onBehalfOf: seat.onBehalfOf,
              transferredFrom: previousHolders(state, seat),
              approved: seat.status === 'approved',
            },
          ],
    );
}

/** Signers who had been added, beside a seat and before or after it; those before a seat that has heard them are not needed again. */
function addedSigners(state: InstanceState, { id, group }: ActivityInstance): WayBackSigners[] {
  const seats = new Map([...seatsOf(state, id), ...returnedSeats(state, id)].map((seat) => [seat.id, seat]));
  const signer = (seat: WorkItem | undefined) => (seat?.userId ? [{ userId: seat.userId, approved: seat.status === 'approved' }] : []);
  const beside = [...seats.values()].flatMap((seat): WayBackSigners[] => {
    const first = firstOf(state, seat);
    const adder = state.workItems[first.parentSeatId ?? '']?.userId;
    if (first.seat !== 'parallel' || !adder || addedTo(group).some((signers) => signers.seatIds.includes(seat.id))) return [];
    return [{ position: 'parallel', rule: 'all', forUserId: adder, byUserId: adder, comment: '', signers: signer(seat) }];
  });
  const around = addedTo(group).flatMap(({ forSeatId, seatIds, position, rule, byUserId, comment, outcome }): WayBackSigners[] => {
    const forUserId = state.workItems[forSeatId]?.userId;
    if (!forUserId || (position === 'before' && outcome !== null)) return [];
    return [{ position, rule, forUserId, byUserId, comment, signers: seatIds.flatMap((seatId) => signer(seats.get(seatId))) }];
  });
  return [...beside, ...around].filter(({ signers }) => signers.length > 0);
}

function returnedSeats(state: InstanceState, activityId: Id): WorkItem[] {
  return Object.values(state.workItems).filter((item) => item.activityId === activityId && item.status === 'returned');
}

/** The seat as it was before it was handed over, the first of all. */
function firstOf(state: InstanceState, seat: WorkItem): WorkItem {
  const before = seat.seat === 'transferred' && seat.parentSeatId !== null ? state.workItems[seat.parentSeatId] : undefined;
  return before ? firstOf(state, before) : seat;
}

function previousHolders(state: InstanceState, seat: WorkItem): Id[] {
  const parent = seat.seat !== 'transferred' || seat.parentSeatId === null ? undefined : state.workItems[seat.parentSeatId];
  return parent
    ? [
        ...(parent.userId === null ? [] : [parent.userId]),
        ...(parent.onBehalfOf === null ? [] : [parent.onBehalfOf]),
        ...previousHolders(state, parent),
      ]
    : [];
}
