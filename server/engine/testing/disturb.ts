import type { Command } from '../core/command';
import { isOpen } from '../core/live';
import type { Id } from '../core/state';
import type { Scenario } from './scenario';

export type Disturbance = { command: Command; by: Id | null; code: string };

/** Commands that must be refused now, and how. */
export function disturbances(run: Scenario): Disturbance[] {
  const { state } = run;
  const suspended = state.instance.status === 'suspended';
  const vote = (workItemId: Id): Command => ({ type: 'decide', workItemId, decision: 'approve', comment: '', values: {}, chosen: {} });
  const items = Object.values(state.workItems).filter((item) => item.kind === 'task');
  const over = state.instance.status !== 'running';
  const all: Disturbance[] = [
    { command: vote('never-was'), by: 'li', code: 'ALREADY_DONE' },
    { command: { type: 'fireTimer', timerId: 'never-was' }, by: null, code: 'ALREADY_DONE' },
    { command: { type: 'withdraw', reason: '' }, by: 'somebody', code: 'FORBIDDEN' },
    { command: { type: 'resume', reason: '' }, by: 'operator', code: 'STATE_CONFLICT' },
    ...items.filter(isOpen).map((item) => ({ command: vote(item.id), by: 'somebody', code: 'FORBIDDEN' })),
    ...items.filter(isOpen).map((item) => ({ command: vote(item.id), by: null, code: 'FORBIDDEN' })),
    ...items
      .filter((item) => item.status === 'waiting')
      .map((item) => ({ command: vote(item.id), by: item.userId, code: 'STATE_CONFLICT' })),
    ...items.filter((item) => item.endedAt !== null).map((item) => ({ command: vote(item.id), by: item.userId, code: 'ALREADY_DONE' })),
    ...Object.values(state.jobs).map((job) => ({
      command: { type: 'completeJob' as const, jobId: job.id, leaseToken: 'another', output: { values: {}, variables: {} } },
      by: null,
      code: over ? 'STATE_CONFLICT' : 'CONFLICT_STALE',
    })),
    ...Object.values(state.timers)
      .filter((timer) => timer.dueAt > run.now)
      .map((timer) => ({ command: { type: 'fireTimer' as const, timerId: timer.id }, by: null, code: 'STATE_CONFLICT' })),
  ];
  return all.filter(({ command }) => !(suspended && command.type === 'resume'));
}
