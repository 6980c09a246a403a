import { assign } from '../assignment/assign';
import { Refusal } from '../failures';
import { announce } from '../notices';
import { requireOwnOpenItem, requireUser, requireUserTask } from './guards';
import type { Handler } from './handler';

/** Gives a claimed item back to whom it is offered now: the organisation may have changed since. */
export const release: Handler<'release'> = (run, { workItemId }) => {
  const userId = requireUser(run);
  const item = requireOwnOpenItem(run, workItemId, 'task');
  const { activity, element } = requireUserTask(run, item);
  if (element.settings.distribution !== 'claim' || item.userId === null || item.seat !== 'original') throw new Refusal('STATE_CONFLICT');
  const found = assign({ run, element, causes: activity.causes, restored: undefined }).people.map((person) => person.userId);
  const candidates = found.length > 0 ? found : [userId];
  run.emit({
    type: 'workItemChanged',
    workItemId,
    elementId: element.id,
    change: { userId: null, onBehalfOf: null, candidates, status: 'unread' },
  });
  announce(run, { ...item, userId: null, status: 'unread', candidates: candidates.filter((id) => id !== userId) });
};
