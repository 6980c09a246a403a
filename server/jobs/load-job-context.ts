import type { Json } from '@/lib/json';
import { portalTime } from '@/server/clock';
import { query } from '@/server/db/client';
import type { ClaimedJob } from './claim-jobs';

export type JobContext = {
  status: string;
  versionId: string;
  businessKey: string | null;
  number: string;
  variables: Readonly<Record<string, Json>>;
  values: Readonly<Record<string, Json>>;
  now: string;
};

/** What a service task reads: the request's values and the instance's variables, as they are now. */
export async function loadJobContext(job: ClaimedJob): Promise<JobContext | null> {
  const { rows } = await query<{
    status: string;
    version_id: string;
    business_key: string | null;
    number: string;
    variables: JobContext['variables'];
    values: JobContext['values'] | null;
  }>({
    name: 'job_context',
    text: `select i.status, i.version_id, i.business_key, i.number, i.variables, d.values
           from portal.process_instance i left join portal.instance_data d on d.root_instance_id = i.root_instance_id
           where i.root_instance_id = $1 and i.id = $1`,
    values: [job.rootInstanceId],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    status: row.status,
    versionId: row.version_id,
    businessKey: row.business_key,
    number: row.number,
    variables: row.variables,
    values: row.values ?? {},
    now: portalTime().toISOString(),
  };
}
