import { Refusal } from '../failures';
import { refuseOwnRequest, requireItem, requireOpen, requireUser, requireUserTask } from './guards';
import type { Handler } from './handler';
import { taken } from './taken';

/** One of those it was offered to takes it. */
export const claim: Handler<'claim'> = (run, { workItemId }) => {
  const userId = requireUser(run);
  const item = requireItem(run, workItemId);
  if (item.userId !== null) throw new Refusal(item.userId === userId ? 'ALREADY_DONE' : 'CLAIMED');
  if (!item.candidates.includes(userId)) throw new Refusal('FORBIDDEN');
  requireOpen(run, item, 'task');
  const { activity, element } = requireUserTask(run, item);
  refuseOwnRequest(run, element, userId);
  run.emit({
    type: 'workItemChanged',
    workItemId,
    elementId: element.id,
    change: { ...taken(activity, item, userId), status: 'accepted' },
  });
};
