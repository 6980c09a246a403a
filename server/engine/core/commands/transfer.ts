import { Refusal } from '../failures';
import { handOver, requireNewPerson } from './hand-over';
import { refuseOwnRequest, requireOwnOpenItem, requireUserTask } from './guards';
import type { Handler } from './handler';

/** Somebody else decides in my place. */
export const transfer: Handler<'transfer'> = (run, { workItemId, toUserId, comment }) => {
  const item = requireOwnOpenItem(run, workItemId, 'task');
  const { activity, element } = requireUserTask(run, item);
  if (!element.settings.actions.includes('transfer')) throw new Refusal('FORBIDDEN');
  refuseOwnRequest(run, element, toUserId);
  requireNewPerson(run, activity, toUserId);
  const seat = handOver(run, item, { activity, userId: toUserId, comment, rule: 'transfer' });
  run.notify('transferred', [toUserId], { workItemId: seat.id, elementId: element.id, params: { elementName: element.name, comment } });
};
