import { outcomeOf } from '@/server/engine/core/group/outcome';
import { isPending } from '@/server/engine/core/live';
import { peopleOf, seatsOf } from '@/server/engine/core/seats';
import type { Id, InstanceState } from '@/server/engine/core/state';
import type { NextStep } from './views';

/**
 * What follows when this item is approved: first the others of its own activity whom the outcome still needs (`now`: they have it
 * already; not `now`: it is their turn next), then the activities after it.
 */
export function nextAfter(workItemId: Id, state: InstanceState, outlook: readonly NextStep[]): NextStep[] {
  const later = outlook.filter((step) => !step.now);
  const item = state.workItems[workItemId];
  const group = item && state.activities[item.activityId]?.group;
  if (!group || item.kind !== 'task') return later;
  const seats = seatsOf(state, item.activityId);
  const { outcome } = outcomeOf(
    group.rule,
    seats.map((seat) => (seat.id === item.id ? { status: 'approved' } : seat)),
  );
  if (outcome !== null) return later;
  const waited = new Set(seats.filter((seat) => seat.id !== item.id && isPending(seat)).flatMap((seat) => peopleOf(seat)));
  const own = outlook.find((step) => step.now && step.elementId === item.elementId);
  const people = own?.people.filter((person) => waited.has(person.id)) ?? [];
  return own && people.length > 0 ? [{ ...own, now: group.rule.rule !== 'sequential', people }, ...later] : later;
}
