import type { InstanceState, WayBack, WayBackActivity } from '../state';
import { seatsOf } from '../seats';

/** What is live now, as it can be given back: activities outermost first, and the tokens that wait at joins. */
export function wayBackOf(state: InstanceState): Pick<WayBack, 'activities' | 'tokens'> {
  const active = Object.values(state.activities).filter((activity) => activity.status === 'active' && activity.kind !== 'revise');
  return {
    activities: active.map((activity): WayBackActivity => {
      const { id, elementId, scopeId, viaFlow, causes } = activity;
      const approvedBy = seatsOf(state, id).flatMap((seat) => (seat.status === 'approved' && seat.userId !== null ? [seat.userId] : []));
      const armed = Object.values(state.timers).flatMap((timer) =>
        timer.activityId === id && timer.kind === 'boundary' && timer.elementId !== null ? [timer.elementId] : [],
      );
      return { id, elementId, scopeId, viaFlow, causes, approvedBy, armed };
    }),
    tokens: Object.values(state.tokens).map(({ elementId, flowId, scopeId, causes }) => ({ elementId, flowId, scopeId, causes })),
  };
}
