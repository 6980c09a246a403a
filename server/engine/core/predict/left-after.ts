import type { Definition } from '@/server/bpmn/definition';
import type { DecideInput } from '../decision';
import { KnownFacts } from '../facts';
import { isPending } from '../live';
import { Run } from '../run';
import { seatsOf } from '../seats';
import type { Id, InstanceState, WorkItem } from '../state';
import { perform } from './advance';

/**
 * The seats of its activity that are still to act once this item is approved, as they stand then; none when that decides the
 * activity. The engine itself is asked: added signers, turns and votes follow from it.
 */
export function leftAfter(definition: Definition, state: InstanceState, workItemId: Id, env: DecideInput['env']): readonly WorkItem[] {
  const item = state.workItems[workItemId];
  if (item?.kind !== 'task') return [];
  const command = { type: 'resume', reason: '' } as const;
  const run = new Run(definition, state, { command, actor: { kind: 'system', name: 'preview' }, facts: new KnownFacts(), env }, 'assuming');
  perform(run, { kind: 'item', item });
  if (run.state.activities[item.activityId]?.group?.outcome) return [];
  return seatsOf(run.state, item.activityId).filter((seat) => seat.id !== workItemId && isPending(seat));
}
