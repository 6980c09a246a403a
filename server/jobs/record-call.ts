import { newId } from '@/lib/id';
import { storable } from '@/lib/storable';
import type { ConnectorAnswer, ConnectorRequest } from '@/server/connector/call';
import { query } from '@/server/db/client';
import type { ClaimedJob } from './claim-jobs';

const MAX_BODY = 4_000;

type Call = { connectorId: string; request: ConnectorRequest; answer: ConnectorAnswer; startedAt: string };

/** The side-effect ledger: one row per attempt, with what was sent and what came back (cut to 4,000 characters); headers are never kept. */
export async function recordCall(job: ClaimedJob, call: Call): Promise<void> {
  const { request, answer } = call;
  await query({
    name: 'connector_call_insert',
    text: `insert into portal.connector_call
             (root_instance_id, id, job_id, element_id, connector_id, idempotency_key, attempt, request, status, response, error, started_at, ended_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now())`,
    values: [
      job.rootInstanceId,
      newId(),
      job.jobId,
      job.elementId,
      call.connectorId,
      request.idempotencyKey,
      job.attempts,
      JSON.stringify({ method: request.method, path: request.path, body: request.body ?? null }),
      answer.kind === 'response' ? answer.status : null,
      answer.kind === 'response' ? JSON.stringify({ text: storable(answer.text, MAX_BODY) }) : null,
      answer.kind === 'failure' ? answer.code : null,
      call.startedAt,
    ],
  });
}
