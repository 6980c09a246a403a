import type { Executed } from '@/server/engine/runtime/execute';
import { loadPeople } from './people';
import type { ActResult } from './views';

/** The engine's answer with names, for "handed to Wang Min". */
export async function toActResult(result: Executed): Promise<ActResult> {
  const people = await loadPeople(
    result.next.flatMap((holder) => holder.userIds),
    result.met?.names,
  );
  return {
    instanceId: result.instanceId,
    status: result.status,
    outcome: result.outcome,
    next: result.next.map(({ elementId, elementName, userIds }) => ({ elementId, elementName, people: people.all(userIds) })),
  };
}
