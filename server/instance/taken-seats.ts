import type { Definition } from '@/server/bpmn/definition';
import { mayActOnOwn } from '@/server/engine/core/assignment/applicant-policy';
import { seatsOf } from '@/server/engine/core/seats';
import type { ActivityInstance, InstanceState } from '@/server/engine/core/state';

/** Who cannot get a seat of an activity: those who have one already, and the applicant who may not act on the own request. */
export function takenAt(
  state: InstanceState,
  definition: Definition,
  { id, elementId }: Pick<ActivityInstance, 'id' | 'elementId'>,
): string[] {
  const element = definition.elements[elementId];
  if (element?.kind !== 'userTask') return [];
  const members = seatsOf(state, id).flatMap((seat) => seat.userId ?? []);
  return mayActOnOwn(element.settings) ? members : [...members, state.instance.applicantId];
}

/** The same of every activity that is active, for whoever gives seats to others. */
export function takenNow(state: InstanceState, definition: Definition): Record<string, string[]> {
  const active = Object.values(state.activities).filter(({ status }) => status === 'active');
  return Object.fromEntries(active.map((activity) => [activity.id, takenAt(state, definition, activity)]));
}
