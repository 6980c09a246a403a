import { Refusal } from '../failures';
import { addedTo, adderOf, changeAdded, dismiss } from '../group/added';
import { judge } from '../group/judge';
import { isPending } from '../live';
import { requireItem, requireRunning, requireUser, requireUserTask } from './guards';
import type { Handler } from './handler';

/** Who added a signer, or an administrator, takes him or her out again, with everybody whom that signer had added. The outcome is looked at anew. */
export const removeSign: Handler<'removeSign'> = (run, { workItemId, administers }) => {
  const userId = requireUser(run);
  const item = requireItem(run, workItemId);
  requireRunning(run);
  const { activity, element } = requireUserTask(run, item);
  if (!isPending(item)) throw new Refusal('ALREADY_DONE');
  const adder = adderOf(run.state, item);
  if (adder === null) throw new Refusal('STATE_CONFLICT');
  if (adder !== userId && !administers) throw new Refusal('FORBIDDEN');
  dismiss(run, activity.group, [item.id]);
  if (addedTo(activity.group).length > 0) {
    changeAdded(run, activity.id, (added) =>
      added.map((signers) => ({ ...signers, seatIds: signers.seatIds.filter((id) => id !== item.id) })),
    );
  }
  judge(run, element, activity.id, null);
};
