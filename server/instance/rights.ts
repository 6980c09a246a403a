import type { Definition } from '@/server/bpmn/definition';
import { adderOf } from '@/server/engine/core/group/added';
import { isOpen, isPending } from '@/server/engine/core/live';
import type { InstanceState } from '@/server/engine/core/state';
import { mayRemind } from '@/server/engine/core/commands/urge';
import type { History } from './history';
import type { Sight } from './policy';
import type { RequestRights } from './request-page';

/** What the reader may do with the request beside the own items; the verbs decide again. */
export function rightsOf({
  state,
  definition,
  sight,
  history,
  now,
  userId,
}: {
  state: InstanceState;
  definition: Definition;
  sight: Sight;
  history: History;
  now: string;
  userId: string;
}): RequestRights {
  const { status } = state.instance;
  const running = status === 'running';
  const leads = sight.applicant || sight.administers;
  const urgeable = Object.values(state.workItems).some(
    (item) => (item.kind === 'task' || (item.kind === 'revise' && item.userId !== userId)) && isOpen(item) && mayRemind(item, now),
  );
  const unread = history.reads.some((read) => (read.status === 'unread' || read.status === 'viewed') && mayRemind(read, now));
  return {
    withdraw: sight.applicant && running && mayWithdraw(state, definition),
    urge: leads && running && urgeable,
    comment: true,
    copy: sight.applicant && state.data.formVersionId !== null && !history.process.retired,
    remindReaders: leads && unread,
    suspend: sight.administers && running,
    resume: sight.administers && status === 'suspended',
    terminate: sight.administers && (running || status === 'suspended'),
    reassign: sight.administers && running,
    retryIncident: sight.administers && running && Object.keys(state.incidents).length > 0,
    audit: sight.administers || sight.audits,
    calls: sight.administers,
    removeSigners: running ? removable(state, { userId, administers: sight.administers }) : [],
  };
}

function removable(state: InstanceState, { userId, administers }: { userId: string; administers: boolean }): string[] {
  return Object.values(state.workItems)
    .filter((item) => isPending(item) && item.kind === 'task')
    .filter((item) => {
      const adder = adderOf(state, item);
      return adder !== null && (administers || adder === userId);
    })
    .map((item) => item.id);
}

/** As the engine decides it: until the first decision, while it runs, or while it is back with the applicant. */
export function mayWithdraw({ instance, activities }: InstanceState, { settings }: Definition): boolean {
  if (settings.withdraw !== 'untilFirstDecision') return settings.withdraw === 'whileRunning';
  return !instance.memo.acted || Object.values(activities).some((activity) => activity.kind === 'revise' && activity.status === 'active');
}
