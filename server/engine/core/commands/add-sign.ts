import { Refusal } from '../failures';
import { addedTo, changeAdded, depthOf } from '../group/added';
import { announce } from '../notices';
import type { Run } from '../run';
import { createWorkItem } from '../seats';
import type { ActivityInstance, WorkItem } from '../state';
import { refuseOwnRequest, requireOwnOpenItem, requireUser, requireUserTask } from './guards';
import { requireNewPerson } from './hand-over';
import type { CommandOf, Handler } from './handler';

/** Signers of signers of signers, and no deeper: nobody would follow it any more. */
export const MAX_SIGN_DEPTH = 3;

/** A member of a group asks others to sign too: before the own vote, after it, or beside it. */
export const addSign: Handler<'addSign'> = (run, command) => {
  const item = requireOwnOpenItem(run, command.workItemId, 'task');
  const { activity, element } = requireUserTask(run, item);
  if (!element.settings.actions.includes('addSign')) throw new Refusal('FORBIDDEN');
  // An offered item is nobody's yet: who wants to ask others claims it first.
  if (item.userId === null) throw new Refusal('STATE_CONFLICT');
  const depth = depthOf(activity.group, item.id) + (command.position === 'parallel' ? 0 : 1);
  if (depth > MAX_SIGN_DEPTH) throw new Refusal('FIELD_LIMIT', 'position');
  const userIds = [...new Set(command.userIds)];
  for (const userId of userIds) {
    refuseOwnRequest(run, element, userId);
    requireNewPerson(run, activity, userId, 'userIds');
  }
  if (command.position === 'parallel') signBeside(run, command, { activity, item, userIds });
  else signAround(run, command, { activity, item, userIds, position: command.position });
};

// helpers //////////////////////

type Asked = { activity: ActivityInstance; item: WorkItem; userIds: readonly string[] };

/** Before: the asker waits, and is asked again afterwards. After: they wait until the asker has approved. */
function signAround(
  run: Run,
  { rule, comment }: CommandOf<'addSign'>,
  { activity, item, userIds, position }: Asked & { position: 'before' | 'after' },
): void {
  const seats = userIds.map((userId, index) =>
    createWorkItem(run, activity, {
      kind: 'task',
      status: position === 'after' || (rule === 'sequential' && index > 0) ? 'waiting' : 'unread',
      userId,
      seat: position,
      parentSeatId: item.id,
      seatOrder: index,
      reason: { rule: 'addSign' },
    }),
  );
  const signers = {
    id: run.id(),
    forSeatId: item.id,
    position,
    rule,
    seatIds: seats.map((seat) => seat.id),
    byUserId: requireUser(run),
    comment,
    outcome: null,
    tally: null,
  };
  changeAdded(run, activity.id, (added) => [...added, signers]);
  if (position === 'before')
    run.emit({ type: 'workItemChanged', workItemId: item.id, elementId: item.elementId, change: { status: 'waiting' } });
  for (const seat of seats) announce(run, seat, comment);
}

/** Further members, right after the asker where it goes by turns; beside an added signer they belong to the same signers. */
function signBeside(run: Run, { comment }: CommandOf<'addSign'>, { activity, item, userIds }: Asked): void {
  const among = addedTo(activity.group).find((signers) => signers.seatIds.includes(item.id));
  const rule = among?.rule ?? activity.group?.rule.rule;
  const seats = userIds.map((userId) =>
    createWorkItem(run, activity, {
      kind: 'task',
      status: rule === 'sequential' ? 'waiting' : 'unread',
      userId,
      seat: 'parallel',
      parentSeatId: item.id,
      seatOrder: item.seatOrder,
      reason: { rule: 'addSign' },
    }),
  );
  const seatIds = seats.map((seat) => seat.id);
  if (among)
    changeAdded(run, activity.id, (added) =>
      added.map((signers) => (signers.id === among.id ? { ...signers, seatIds: [...signers.seatIds, ...seatIds] } : signers)),
    );
  for (const seat of seats) announce(run, seat, comment);
}
