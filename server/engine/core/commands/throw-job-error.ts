import { ModelFailure } from '../failures';
import { raiseIncident } from '../incident';
import { throwError } from '../throw-error';
import type { Handler } from './handler';
import { requireLeased } from './job-guard';

/** A business error of the outside system. When no boundary event catches it, the job is dead and an incident stands open. */
export const throwJobError: Handler<'throwJobError'> = (run, { jobId, leaseToken, code, message }) => {
  const job = requireLeased(run, jobId, leaseToken);
  try {
    throwError(run, { code, message, fromActivityId: job.activityId });
  } catch (failure) {
    if (!(failure instanceof ModelFailure)) throw failure;
    run.emit({
      type: 'jobChanged',
      jobId,
      change: { status: 'dead', attempts: job.attempts + 1, lastError: { code, message }, leaseToken: null },
    });
    raiseIncident(run, run.element(job.elementId), job.activityId, { kind: 'uncaughtError', detail: { jobId, ...failure.detail } });
  }
};
