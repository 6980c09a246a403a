import { requireOwnItem } from './guards';
import type { Handler } from './handler';

/** Its person has seen it. Never refused for being late: seeing again, or seeing what is over, changes nothing. */
export const view: Handler<'view'> = (run, { workItemId }) => {
  const known = run.state.workItems[workItemId];
  if (!known) return;
  const item = requireOwnItem(run, workItemId);
  if (item.userId === null || item.status !== 'unread') return;
  run.emit({ type: 'workItemChanged', workItemId, elementId: item.elementId, change: { status: 'viewed', viewedAt: run.now } });
};
