import { query } from '@/server/db/client';
import type { CommandType } from '@/server/engine/core/command';
import type { JournalEntry } from '@/server/engine/runtime/read-journal';

/** What a worker tells of a job names the job alone. */
const OF_JOBS: ReadonlySet<CommandType> = new Set(['completeJob', 'failJob', 'throwJobError']);

/** The job that a worker told of in this step. */
export function jobOf({ command, events }: JournalEntry): string | null {
  if (!OF_JOBS.has(command)) return null;
  for (const event of events) if (event.type === 'jobChanged' || event.type === 'jobRemoved') return event.jobId;
  return null;
}

/** Where these jobs of a request belong: those that wait or have failed, and those that are over, by their calls. */
export async function elementsOfJobs(instanceId: string, jobIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (jobIds.length === 0) return new Map();
  const { rows } = await query<{ job_id: string; element_id: string }>({
    name: 'instance_job_elements',
    text: `select j.id as job_id, j.element_id from portal.job j where j.root_instance_id = $1 and j.id = any($2::uuid[])
           union select c.job_id, c.element_id from portal.connector_call c where c.root_instance_id = $1 and c.job_id = any($2::uuid[])`,
    values: [instanceId, [...new Set(jobIds)]],
  });
  return new Map(rows.map((row) => [row.job_id, row.element_id]));
}
