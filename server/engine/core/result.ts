import type { Definition } from '@/server/bpmn/definition';
import type { CommandResult } from './command';
import { openItems, peopleOf } from './seats';
import type { InstanceState } from './state';

/** What the caller is told: how the instance stands and who has it now. */
export function resultOf(definition: Definition, state: InstanceState): CommandResult {
  const { id, status, outcome } = state.instance;
  const peopleAt = new Map<string, string[]>();
  for (const item of openItems(state)) peopleAt.set(item.elementId, [...(peopleAt.get(item.elementId) ?? []), ...peopleOf(item)]);
  const next = [...peopleAt].map(([elementId, userIds]) => ({
    elementId,
    elementName: definition.elements[elementId]?.name ?? '',
    userIds: [...new Set(userIds)],
  }));
  return { instanceId: id, status, outcome, next };
}
