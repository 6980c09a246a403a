import { seatsOf } from '../seats';
import type { Id, InstanceState, WayBack, WayBackActivity, WayBackSeat, WorkItem } from '../state';

/** What is live now, as it can be given back: activities outermost first, and the tokens that wait at joins. */
export function wayBackOf(state: InstanceState): Pick<WayBack, 'activities' | 'tokens'> {
  const active = Object.values(state.activities).filter((activity) => activity.status === 'active' && activity.kind !== 'revise');
  return {
    activities: active.map((activity): WayBackActivity => {
      const { id, elementId, scopeId, viaFlow, causes } = activity;
      const armed = Object.values(state.timers).flatMap((timer) =>
        timer.activityId === id && timer.kind === 'boundary' && timer.elementId !== null ? [timer.elementId] : [],
      );
      return { id, elementId, scopeId, viaFlow, causes, seats: heldSeats(state, id), armed };
    }),
    tokens: Object.values(state.tokens).map(({ elementId, flowId, scopeId, causes }) => ({ elementId, flowId, scopeId, causes })),
  };
}

// helpers //////////////////////

/** The seat of whoever returned it has ended already, and belongs to the group all the same. */
function heldSeats(state: InstanceState, activityId: Id): WayBackSeat[] {
  const returned = Object.values(state.workItems).filter((item) => item.activityId === activityId && item.status === 'returned');
  return [...seatsOf(state, activityId), ...returned].flatMap((seat) =>
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

function previousHolders(state: InstanceState, seat: WorkItem): Id[] {
  const parent = seat.parentSeatId === null ? undefined : state.workItems[seat.parentSeatId];
  return parent
    ? [
        ...(parent.userId === null ? [] : [parent.userId]),
        ...(parent.onBehalfOf === null ? [] : [parent.onBehalfOf]),
        ...previousHolders(state, parent),
      ]
    : [];
}
