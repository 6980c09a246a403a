import { newId } from '@/lib/id';
import type { Definition } from '@/server/bpmn/definition';
import { isOpen } from '@/server/engine/core/live';
import { leftAfter } from '@/server/engine/core/predict/left-after';
import { peopleOf } from '@/server/engine/core/seats';
import type { Id, InstanceState, WorkItem } from '@/server/engine/core/state';
import { companyTimeZone } from '@/server/engine/runtime/company-time';
import type { People } from './people';
import type { NextStep } from './views';

export type NextInput = { state: InstanceState; definition: Definition; outlook: readonly NextStep[]; people: People; now: string };

/** Whether this item's approval ends its activity, so that its holder has to say who comes next. */
export function decides(workItemId: Id, { state, definition, now }: Pick<NextInput, 'state' | 'definition' | 'now'>): boolean {
  return leftAfter(definition, state, workItemId, { now, timeZone: companyTimeZone(), newId }).length === 0;
}

/**
 * What follows when this item is approved: first the others of its own activity whom the outcome still needs (`now`: they have it
 * already; not `now`: it becomes their turn), then the activities after it.
 */
export function nextAfter(workItemId: Id, { state, definition, outlook, people, now }: NextInput): NextStep[] {
  const later = outlook.filter((step) => !step.now);
  const item = state.workItems[workItemId];
  const own = outlook.find((step) => step.now && step.elementId === item?.elementId);
  if (!own) return later;
  const left = leftAfter(definition, state, workItemId, { now, timeZone: companyTimeZone(), newId });
  const seats = own.rule === 'sequential' ? left : oneTurn(left, state);
  if (seats.length === 0) return later;
  const have = seats.every((seat) => isOpenNow(seat, state)) && own.rule !== 'sequential';
  return [{ ...own, now: have, people: seats.flatMap((seat) => peopleOf(seat).map((id) => personIn(own, id, seat, people))) }, ...later];
}

// helpers //////////////////////

/** Those who get it by this approval; when nobody does, those who have it already. */
function oneTurn(left: readonly WorkItem[], state: InstanceState): readonly WorkItem[] {
  const open = left.filter((seat) => isOpen(seat));
  const fresh = open.filter((seat) => !isOpenNow(seat, state));
  return fresh.length > 0 ? fresh : open.length > 0 ? open : left;
}

function isOpenNow({ id }: WorkItem, state: InstanceState): boolean {
  const seat = state.workItems[id];
  return seat !== undefined && isOpen(seat);
}

function personIn(step: NextStep, userId: Id, seat: WorkItem, people: People): NextStep['people'][number] {
  const known = step.people.find((person) => person.id === userId);
  return known ?? { ...people.of(userId), via: '', note: null, onBehalfOf: people.maybe(seat.onBehalfOf) };
}
