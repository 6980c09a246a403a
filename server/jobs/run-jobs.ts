import type { Json } from '@/lib/json';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import type { Command } from '@/server/engine/core/command';
import { systemContext } from '@/server/system-context';
import { execute } from '@/server/engine/runtime/execute';
import { log } from '@/server/log';
import { backoffSeconds } from './backoff';
import { claimJobs, heartbeat, LEASE_SECONDS, postponeJob, type ClaimedJob } from './claim-jobs';
import { performServiceTask, type ServiceTaskOutcome } from './perform-service-task';

const SUSPENDED_RETRY_SECONDS = 60;

/** Takes ready jobs and works on them side by side; returns how many were taken. */
export async function runReadyJobs(limit: number): Promise<number> {
  const jobs = await claimJobs(limit);
  await Promise.all(jobs.map((job) => runJob(job)));
  return jobs.length;
}

async function runJob(job: ClaimedJob): Promise<void> {
  const beat = setInterval(() => void heartbeat(job).catch(() => undefined), (LEASE_SECONDS / 3) * 1_000);
  try {
    const outcome = await performServiceTask(job);
    if (outcome.kind === 'notNow') return await postponeJob(job, SUSPENDED_RETRY_SECONDS);
    await execute(systemContext('worker'), { rootInstanceId: job.rootInstanceId, command: commandOf(job, outcome), commandId: newId() });
  } catch (error) {
    // A refusal means that the job is no longer ours or no longer wanted: its lease was lost, its activity cancelled.
    if (error instanceof AppError) log.info({ code: error.code, job: job.jobId }, 'job result not taken');
    else log.error({ err: error, job: job.jobId }, 'job broke; it is tried again when its lease ends');
  } finally {
    clearInterval(beat);
  }
}

// helpers //////////////////////

function commandOf(job: ClaimedJob, outcome: Exclude<ServiceTaskOutcome, { kind: 'notNow' }>): Command {
  const fence = { jobId: job.jobId, leaseToken: job.leaseToken };
  switch (outcome.kind) {
    case 'done':
      return { type: 'completeJob', ...fence, output: { values: outcome.values, variables: outcome.variables } };
    case 'error':
      return { type: 'throwJobError', ...fence, code: outcome.code, message: outcome.message };
    case 'failed':
      return { type: 'failJob', ...fence, error: outcome.error as Json, retryAt: retryAt(job, outcome) };
  }
}

function retryAt(job: ClaimedJob, outcome: Extract<ServiceTaskOutcome, { kind: 'failed' }>): string | null {
  if (!outcome.retry || job.attempts >= outcome.retry.attempts) return null;
  const seconds = outcome.retry.afterSeconds ?? backoffSeconds(job.attempts, outcome.retry.backoffSeconds, Math.random());
  return new Date(Date.now() + seconds * 1_000).toISOString();
}
