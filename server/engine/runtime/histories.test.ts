import { describe, expect, it } from 'vitest';
import { apply } from '../core/apply';
import { isOpen, live } from '../core/live';
import type { InstanceState } from '../core/state';
import { comparable } from '../testing/comparable';
import { type History, readHistories } from '../testing/history';
import { STEPS_TO_END, violations } from '../testing/random-run';
import { loopVariable } from '../testing/process-ast';
import { given, type Scenario } from '../testing/scenario';
import { readBody } from './journal-body';

describe.each(['0.1.0'])('requests that version %s has left', (version) => {
  const histories = readHistories(version);

  it('are many', () => {
    expect(histories.length).toBeGreaterThanOrEqual(50);
  });

  it('come to the same state when their journals are read again', () => {
    for (const history of histories) expect(comparable(live(replayed(history)), false)).toEqual(history.state);
  });

  it('are carried to their ends', () => {
    for (const history of histories) {
      const run = given(history.definition).resumeFrom(replayed(history), history.now);
      finish(run);
      expect(run.status).toMatch(/^(completed|terminated)/);
      expect(violations(run.state)).toEqual([]);
    }
  });
});

// helpers //////////////////////

function replayed({ journal }: History): InstanceState {
  let state: InstanceState | null = null;
  for (const entry of journal) for (const event of readBody(Buffer.from(entry, 'base64')).events) state = apply(state, event);
  if (!state) throw new Error('an empty journal');
  return state;
}

/** Agrees to everything, and leaves every loop. */
function finish(run: Scenario): void {
  for (let count = 0; count < STEPS_TO_END && run.state.instance.status === 'running'; count++) {
    const { workItems, jobs, timers } = run.state;
    const item = Object.values(workItems).find((candidate) => candidate.kind !== 'read' && isOpen(candidate));
    const [job] = Object.values(jobs);
    const timer = Object.values(timers).find(({ kind }) => kind === 'catch');
    if (item?.kind === 'revise') run.resubmit();
    else if (item) {
      const values = { [loopVariable]: false };
      run.do({ type: 'decide', workItemId: item.id, decision: 'approve', comment: 'so', values, chosen: {} }, item.userId);
    } else if (job) {
      run.leaseOf(job.activityId);
      run.do({ type: 'completeJob', jobId: job.id, leaseToken: 'lease', output: { values: {}, variables: {} } }, null);
    } else if (timer) {
      if (timer.dueAt > run.now) run.now = timer.dueAt;
      run.do({ type: 'fireTimer', timerId: timer.id }, null);
    } else throw new Error(`nothing moves: ${run.at().join()}`);
  }
}
