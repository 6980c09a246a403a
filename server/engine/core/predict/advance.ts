import { handlerOf } from '../commands/registry';
import { judge } from '../group/judge';
import { isOpen } from '../live';
import type { Run } from '../run';
import type { InstanceState, Instant, Job, Timer, WorkItem } from '../state';

/** The next thing that goes well: somebody approves, the applicant sends off again, a job succeeds, a timer is due. */
export type Advance = { kind: 'item'; item: WorkItem } | { kind: 'job'; job: Job } | { kind: 'timer'; timer: Timer };

export function nextAdvance(state: InstanceState): Advance | undefined {
  const item = Object.values(state.workItems).find((candidate) => candidate.kind !== 'read' && isOpen(candidate));
  if (item) return { kind: 'item', item };
  const job = Object.values(state.jobs)[0];
  if (job) return { kind: 'job', job };
  const timer = Object.values(state.timers)
    .filter((candidate) => candidate.kind === 'catch')
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
  return timer && { kind: 'timer', timer };
}

/** The moment at which it happens, when not now. */
export function momentOf(advance: Advance, now: Instant): Instant {
  return advance.kind === 'timer' && advance.timer.dueAt > now ? advance.timer.dueAt : now;
}

export function perform(run: Run, advance: Advance): void {
  if (advance.kind === 'item') act(run, advance.item);
  else if (advance.kind === 'job') {
    run.emit({ type: 'jobRemoved', jobId: advance.job.id });
    run.push({ type: 'complete', activityId: advance.job.activityId });
  } else {
    run.emit({ type: 'timerRemoved', timerId: advance.timer.id, fired: true });
    if (advance.timer.activityId !== null) run.push({ type: 'complete', activityId: advance.timer.activityId });
  }
}

// helpers //////////////////////

function act(run: Run, item: WorkItem): void {
  const { title, businessKey } = run.state.instance;
  if (item.kind === 'revise') {
    const command = { type: 'resubmit', workItemId: item.id, values: {}, title, businessKey, chosen: {} } as const;
    handlerOf(command)(run, command);
    return;
  }
  const element = run.element(item.elementId);
  const userId = item.userId ?? item.candidates[0];
  if (element.kind !== 'userTask' || userId === undefined) return;
  run.emit({
    type: 'workItemChanged',
    workItemId: item.id,
    elementId: item.elementId,
    change: { status: 'approved', userId, endedAt: run.now },
  });
  run.emit({ type: 'approvalNoted', approval: { userId, elementId: item.elementId, activityId: item.activityId, decision: 'approved' } });
  judge(run, element, item.activityId, null);
}
