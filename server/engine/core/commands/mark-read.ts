import { Refusal } from '../failures';
import { isOpen } from '../live';
import { requireOwnItem } from './guards';
import type { Handler } from './handler';

/** Read and noted; also when the instance is suspended or over. */
export const markRead: Handler<'markRead'> = (run, { workItemId }) => {
  const item = requireOwnItem(run, workItemId);
  if (item.kind !== 'read') throw new Refusal('STATE_CONFLICT');
  if (!isOpen(item)) throw new Refusal('ALREADY_DONE');
  run.emit({
    type: 'workItemChanged',
    workItemId,
    elementId: item.elementId,
    change: { status: 'done', viewedAt: item.viewedAt ?? run.now, endedAt: run.now },
  });
};
