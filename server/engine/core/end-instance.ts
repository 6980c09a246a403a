import { emptyScope } from './activity';
import type { Run } from './run';
import type { InstanceOutcome } from './state';

/** The process came to its end; the last decision of a group says how. */
export function completeInstance(run: Run): void {
  const outcome = run.state.instance.variables.outcome === 'rejected' ? 'rejected' : 'approved';
  endInstance(run, { status: 'completed', outcome });
  run.notify(outcome === 'rejected' ? 'rejected' : 'completed', [run.state.instance.applicantId]);
}

/** Ends the instance with all it holds; items to read stay with their people. */
export function endInstance(run: Run, end: { status: 'completed' | 'terminated'; outcome: InstanceOutcome }): void {
  emptyScope(run, null, 'cancelled');
  for (const timer of Object.values(run.state.timers)) run.emit({ type: 'timerRemoved', timerId: timer.id, fired: false });
  run.emit({ type: 'instanceEnded', ...end, at: run.now });
}
