import { Refusal } from '../failures';
import { returnToApplicant as sendBack } from '../return/to-applicant';
import { changeData } from './changes';
import { refuseOwnRequest, requireOwnOpenItem, requireUser, requireUserTask } from './guards';
import type { Handler } from './handler';
import { taken } from './taken';

/** One person's act, whatever the group's rule: the request goes back to the applicant at once. */
export const returnToApplicant: Handler<'returnToApplicant'> = (run, { workItemId, comment, values }) => {
  const userId = requireUser(run);
  const item = requireOwnOpenItem(run, workItemId, 'task');
  const { activity, element } = requireUserTask(run, item);
  const { settings } = element;
  if (!settings.actions.includes('return')) throw new Refusal('FORBIDDEN');
  refuseOwnRequest(run, element, userId);
  if (settings.commentRequired.includes('return') && comment.trim() === '') throw new Refusal('COMMENT_REQUIRED');

  changeData(run, values);
  run.emit({
    type: 'workItemChanged',
    workItemId,
    elementId: element.id,
    change: { ...taken(activity, item, userId), status: 'returned', comment, endedAt: run.now },
  });
  sendBack(run, {
    mode: settings.returnResubmit === 'toReturner' ? 'straight' : 'wholeChain',
    cause: 'returned',
    byUserId: userId,
    comment,
  });
};
