import type { Json } from '@/lib/json';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import type { Command } from '@/server/engine/core/command';
import { portalTime } from '@/server/clock';
import { systemContext } from '@/server/system-context';
import { execute } from '@/server/engine/runtime/execute';
import { log } from '@/server/log';
import { backoffSeconds } from './backoff';
import { claimJobs, giveJobBack, heartbeat, LEASE_SECONDS, type ClaimedJob, type Room } from './claim-jobs';
import { performServiceTask, type ServiceTaskOutcome } from './perform-service-task';

/** After so many attempts a job that breaks, or whose result cannot be taken, for a reason of our own is given up like a failed call. */
const MAX_BROKEN_ATTEMPTS = 5;

/** A job that is being worked on; `ended` never ends with an error. */
export type StartedJob = { connectorId: string; ended: Promise<void> };

/** Takes ready jobs and starts on them side by side. */
export async function startReadyJobs(room: Room): Promise<readonly StartedJob[]> {
  const jobs = await claimJobs(room);
  return jobs.map((job) => ({ connectorId: job.connectorId, ended: runJob(job) }));
}

async function runJob(job: ClaimedJob): Promise<void> {
  const beat = setInterval(() => void heartbeat(job).catch(() => undefined), (LEASE_SECONDS / 3) * 1_000);
  try {
    const outcome = await performServiceTask(job).catch((error: unknown) => whenBroken(job, error));
    if (outcome.kind === 'notNow') await giveJobBack(job);
    else await report(job, outcome);
  } catch (error) {
    if (isOver(error)) log.info({ code: error.code, job: job.jobId }, 'job result not taken');
    else log.error({ err: error, job: job.jobId }, 'job broke; it is tried again when its lease ends');
  } finally {
    clearInterval(beat);
  }
}

// helpers //////////////////////

/** A fault of our own. What passes by itself (a busy database) comes again when the lease ends, as does anything else a few times. */
function whenBroken(job: ClaimedJob, error: unknown): ServiceTaskOutcome {
  if (job.attempts < MAX_BROKEN_ATTEMPTS || (error instanceof AppError && error.code === 'BUSY')) throw error;
  log.error({ err: error, job: job.jobId }, 'job broke too often');
  return { kind: 'failed', error: { code: 'JOB_BROKE' }, retry: null };
}

/**
 * Tells the engine. What it refuses for the result's own sake (a value that another request has already) would be refused for ever:
 * that is a failure of the job, so that an incident says it and the outside system is not called again and again.
 */
async function report(job: ClaimedJob, outcome: Exclude<ServiceTaskOutcome, { kind: 'notNow' }>): Promise<void> {
  try {
    await tell(job, commandOf(job, outcome));
  } catch (error) {
    if (isOver(error) || (error instanceof AppError && error.code === 'BUSY')) throw error;
    log.error({ err: error, job: job.jobId }, 'job result refused');
    const refused = error instanceof AppError ? { reason: error.code, field: error.path ?? null } : { reason: 'INTERNAL', field: null };
    const again =
      error instanceof AppError || job.attempts >= MAX_BROKEN_ATTEMPTS ? null : later(backoffSeconds(job.attempts, 5, Math.random()));
    await tell(job, { type: 'failJob', ...fenceOf(job), error: { code: 'RESULT_REFUSED', ...refused }, retryAt: again });
  }
}

async function tell(job: ClaimedJob, command: Command): Promise<void> {
  await execute(systemContext('worker'), { rootInstanceId: job.rootInstanceId, command, commandId: newId() });
}

/** The job is no longer ours or no longer wanted: its lease was lost, its activity cancelled, its instance suspended or ended. */
function isOver(error: unknown): error is AppError {
  return error instanceof AppError && ['ALREADY_DONE', 'CONFLICT_STALE', 'STATE_CONFLICT', 'NOT_FOUND'].includes(error.code);
}

function fenceOf({ jobId, leaseToken }: ClaimedJob) {
  return { jobId, leaseToken };
}

function later(seconds: number): string {
  return new Date(portalTime().getTime() + seconds * 1_000).toISOString();
}

function commandOf(job: ClaimedJob, outcome: Exclude<ServiceTaskOutcome, { kind: 'notNow' }>): Command {
  const fence = fenceOf(job);
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
  return later(seconds);
}
