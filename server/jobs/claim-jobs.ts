import { randomUUID } from 'node:crypto';
import { query } from '@/server/db/client';

export type ClaimedJob = {
  rootInstanceId: string;
  jobId: string;
  elementId: string;
  activityId: string;
  attempts: number;
  leaseToken: string;
};

/** How long a worker may hold a job without a heartbeat. */
export const LEASE_SECONDS = 30;

/** Ready jobs of running instances, each leased to one worker; those of a suspended one wait where they are until it is resumed. The lease token fences: whoever lost the lease cannot finish the job any more. */
export async function claimJobs(limit: number): Promise<ClaimedJob[]> {
  const leaseToken = randomUUID();
  const { rows } = await query<{ root_instance_id: string; id: string; element_id: string; activity_id: string; attempts: number }>({
    name: 'job_claim',
    text: `update portal.job j set lease_until = now() + make_interval(secs => $2), lease_token = $3, attempts = j.attempts + 1
           from (select root_instance_id, id from portal.job b
                 where status = 'ready' and run_at <= now() and (lease_until is null or lease_until < now())
                   and exists (select from portal.process_instance i where i.root_instance_id = b.root_instance_id and i.id = b.root_instance_id and i.status <> 'suspended')
                 order by run_at limit $1 for update of b skip locked) due
           where j.root_instance_id = due.root_instance_id and j.id = due.id
           returning j.root_instance_id, j.id, j.element_id, j.activity_id, j.attempts`,
    values: [limit, LEASE_SECONDS, leaseToken],
  });
  return rows.map((row) => ({
    rootInstanceId: row.root_instance_id,
    jobId: row.id,
    elementId: row.element_id,
    activityId: row.activity_id,
    attempts: row.attempts,
    leaseToken,
  }));
}

/** Keeps the lease while the outside system is slow; false = lost, stop. */
export async function heartbeat(job: ClaimedJob): Promise<boolean> {
  const { rowCount } = await query({
    name: 'job_heartbeat',
    text: `update portal.job set lease_until = now() + make_interval(secs => $4)
           where root_instance_id = $1 and id = $2 and lease_token = $3 and status = 'ready'`,
    values: [job.rootInstanceId, job.jobId, job.leaseToken, LEASE_SECONDS],
  });
  return rowCount === 1;
}

/** Gives a job back without having tried: its instance was suspended just now. */
export async function giveJobBack(job: ClaimedJob): Promise<void> {
  await query({
    name: 'job_give_back',
    text: `update portal.job set lease_until = null, lease_token = null, attempts = greatest(attempts - 1, 0)
           where root_instance_id = $1 and id = $2 and lease_token = $3`,
    values: [job.rootInstanceId, job.jobId, job.leaseToken],
  });
}
