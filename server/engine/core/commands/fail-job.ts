import { raiseIncident } from '../incident';
import type { Handler } from './handler';
import { requireLeased } from './job-guard';

/** It is tried again at `retryAt`; without that the job is dead and an incident stands open. */
export const failJob: Handler<'failJob'> = (run, { jobId, leaseToken, error, retryAt }) => {
  const job = requireLeased(run, jobId, leaseToken);
  const change = { attempts: job.attempts + 1, lastError: error, leaseToken: null };
  run.emit({ type: 'jobChanged', jobId, change: retryAt === null ? { ...change, status: 'dead' } : { ...change, runAt: retryAt } });
  if (retryAt === null) raiseIncident(run, run.element(job.elementId), job.activityId, { kind: 'connector', detail: { jobId, error } });
};
