import type { FormValues } from '@/forms/schema/values';
import type { UserActor } from '@/server/context';
import { advises } from '@/server/engine/core/group/added';
import type { WorkItem } from '@/server/engine/core/state';
import type { Before } from '@/server/engine/runtime/execute';
import { getPublishedForm } from '@/server/form/published';
import { accessAt } from '@/server/instance/access-at';
import { requireFreshView } from '@/server/instance/stale-view';
import { type AcceptedStep, acceptStep } from '@/server/instance/step-input';

export type Acting = {
  actor: UserActor;
  workItemId: string;
  rev: number;
  values: FormValues;
  chosen: Readonly<Record<string, readonly string[]>>;
  documents: readonly { documentId: string; documentTypeId: string }[];
  /** An approval must bring what the activity asks for; somebody's advice before it need not. */
  approves: boolean;
};

/**
 * What a person brings to an own work item, checked against the state it was loaded with. An item that is not the person's own, or
 * not there any more, is left to the engine, which refuses it: nothing about the request is said to somebody else.
 */
export async function acceptOnItem({ state, definition, now }: Before, acting: Acting): Promise<AcceptedStep> {
  const item = state?.workItems[acting.workItemId];
  if (!state || !item || !belongsTo(item, acting.actor.userId)) return { changed: {}, values: {}, extras: [] };
  const { data, instance } = state;
  const access = accessAt(definition, item.elementId);
  const schema = data.formVersionId === null ? null : (await getPublishedForm(data.formVersionId)).schema;
  await requireFreshView({ instanceId: instance.id, data, schema, access, rev: acting.rev });
  return acceptStep({
    definition,
    formVersionId: data.formVersionId,
    instanceId: instance.id,
    elementId: item.elementId,
    userId: acting.actor.userId,
    access,
    before: data.values,
    values: acting.values,
    chosen: acting.chosen,
    documents: acting.documents,
    complete: acting.approves && !advises(state.activities[item.activityId]?.group ?? null, item.id),
    now,
  });
}

function belongsTo(item: WorkItem, userId: string): boolean {
  const open = item.status === 'unread' || item.status === 'viewed' || item.status === 'accepted';
  return open && (item.userId === userId || (item.userId === null && item.candidates.includes(userId)));
}
