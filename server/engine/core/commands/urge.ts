import { Refusal } from '../failures';
import { addDuration } from '../instant';
import type { Run } from '../run';
import { openItems, peopleOf } from '../seats';
import type { Instant, WorkItem } from '../state';
import { requireRunning } from './guards';
import type { Handler } from './handler';

/** Reminds whoever has it now, an item at most once an hour; also whom it came back to, unless that is who reminds. */
export const urge: Handler<'urge'> = (run, { comment }) => {
  requireRunning(run);
  const { actor } = run.input;
  const isOwn = (item: WorkItem) => actor.kind === 'user' && item.userId === actor.userId;
  remind(
    run,
    openItems(run.state).filter((item) => item.kind === 'task' || (item.kind === 'revise' && !isOwn(item))),
    comment,
  );
};

/** Nobody is reminded of the same twice within an hour. */
export function mayRemind({ urgedAt }: Pick<WorkItem, 'urgedAt'>, now: Instant): boolean {
  return urgedAt === null || addDuration(urgedAt, 'PT1H') <= now;
}

/** Reminds the people of these items; refused when all of them were reminded within the hour. */
export function remind(run: Run, items: readonly WorkItem[], comment: string): void {
  if (items.length === 0) throw new Refusal('STATE_CONFLICT');
  const due = items.filter((item) => mayRemind(item, run.now));
  if (due.length === 0) throw new Refusal('REMINDED');
  for (const item of due) {
    run.emit({ type: 'workItemChanged', workItemId: item.id, elementId: item.elementId, change: { urgedAt: run.now } });
    run.notify('urged', peopleOf(item), {
      workItemId: item.id,
      elementId: item.elementId,
      params: { comment, elementName: run.element(item.elementId).name },
    });
  }
}
