import { Refusal } from '../failures';
import type { Run } from '../run';
import type { Id, Job } from '../state';
import { requireRunning } from './guards';

/** The job, if the worker that reports still holds its lease: a late report of an earlier attempt changes nothing. */
export function requireLeased(run: Run, jobId: Id, leaseToken: Id): Job {
  const job = run.state.jobs[jobId];
  if (!job || job.status === 'dead') throw new Refusal('ALREADY_DONE');
  requireRunning(run);
  if (job.leaseToken !== leaseToken) throw new Refusal('CONFLICT_STALE');
  return job;
}
