import { Refusal } from '../failures';
import { judge } from '../group/judge';
import { changeData, choosePeople } from './changes';
import { refuseOwnRequest, requireOwnOpenItem, requireUser, requireUserTask } from './guards';
import type { Handler } from './handler';
import { taken } from './taken';

/** A vote in the group. A candidate may decide an offered item without claiming it first. */
export const decide: Handler<'decide'> = (run, { workItemId, decision, comment, values, chosen }) => {
  const userId = requireUser(run);
  const item = requireOwnOpenItem(run, workItemId, 'task');
  const { activity, element } = requireUserTask(run, item);
  const { settings } = element;
  if (!settings.actions.includes(decision)) throw new Refusal('FORBIDDEN');
  refuseOwnRequest(run, element, userId);
  if (settings.commentRequired.includes(decision) && comment.trim() === '') throw new Refusal('COMMENT_REQUIRED');

  changeData(run, values);
  choosePeople(run, chosen);
  const status = decision === 'approve' ? 'approved' : 'rejected';
  run.emit({
    type: 'workItemChanged',
    workItemId,
    elementId: element.id,
    change: { ...taken(activity, item, userId), status, comment, endedAt: run.now },
  });
  run.emit({ type: 'approvalNoted', approval: { userId, elementId: element.id, activityId: activity.id, decision: status } });
  judge(run, element, activity.id, { userId, comment });
};
