import { randomUUID } from 'node:crypto';
import { query } from '@/server/db/client';

export type ClaimedJob = {
  rootInstanceId: string;
  jobId: string;
  elementId: string;
  activityId: string;
  connectorId: string;
  attempts: number;
  leaseToken: string;
};

/** How many jobs to take: `limit` in all, of each connector no more than `each` with those that are `held` already. */
export type Room = { limit: number; each: number; held: Readonly<Record<string, number>> };

/** How long a worker may hold a job without a heartbeat. */
export const LEASE_SECONDS = 30;

/**
 * Ready jobs of running instances, each leased to one worker; those of a suspended one wait where they are until it is resumed. The lease token
 * fences: whoever lost the lease cannot finish the job any more. Connectors are looked at one by one, each in the order of its own index, so
 * that a backlog of a hundred thousand calls of one is not read to find the next of another.
 */
export async function claimJobs({ limit, each, held }: Room): Promise<ClaimedJob[]> {
  const leaseToken = randomUUID();
  const { rows } = await query<Omit<ClaimedJob, 'leaseToken'>>({
    name: 'job_claim',
    text: CLAIM,
    values: [limit, LEASE_SECONDS, leaseToken, each, JSON.stringify(held)],
  });
  return rows.map((row) => ({ ...row, leaseToken }));
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

// helpers //////////////////////

const CLAIM = `
with recursive connector(id) as (
  (select connector_id from portal.job where status = 'ready' order by connector_id limit 1)
  union all
  select (select j.connector_id from portal.job j where j.status = 'ready' and j.connector_id > c.id order by j.connector_id limit 1)
  from connector c where c.id is not null
),
due as (
  select b.root_instance_id, b.id
  from connector c
  cross join lateral (
    select r.root_instance_id, r.id, r.run_at from portal.job r
    where r.status = 'ready' and r.connector_id = c.id and r.run_at <= now() and (r.lease_until is null or r.lease_until < now())
      and exists (select from portal.process_instance i where i.root_instance_id = r.root_instance_id and i.id = r.root_instance_id and i.status <> 'suspended')
    order by r.run_at limit greatest(0, $4::int - coalesce(($5::jsonb ->> c.id::text)::int, 0)) for update of r skip locked
  ) b
  where c.id is not null
  order by b.run_at limit $1
)
update portal.job j set lease_until = now() + make_interval(secs => $2), lease_token = $3, attempts = j.attempts + 1
from due where j.root_instance_id = due.root_instance_id and j.id = due.id
returning j.root_instance_id as "rootInstanceId", j.id as "jobId", j.element_id as "elementId", j.activity_id as "activityId", j.connector_id as "connectorId", j.attempts`;
