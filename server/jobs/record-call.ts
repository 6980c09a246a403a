import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { storable } from '@/lib/storable';
import type { ConnectorAnswer, ConnectorRequest } from '@/server/connector/call';
import { query } from '@/server/db/client';
import type { ClaimedJob } from './claim-jobs';

const MAX_BODY = 4_000;

type Sent = { method: ConnectorRequest['method']; path: string; body?: Json };

/**
 * The side-effect ledger: one row per attempt, written before it goes out, so that a call that a dying node has made is on record. Headers
 * are never kept. Gives the row's id.
 */
export async function beginCall(job: ClaimedJob, connectorId: string, { idempotencyKey, ...sent }: ConnectorRequest): Promise<string> {
  const id = newId();
  await query({
    name: 'connector_call_begin',
    text: `insert into portal.connector_call (root_instance_id, id, job_id, element_id, connector_id, idempotency_key, attempt, request, started_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    values: [job.rootInstanceId, id, job.jobId, job.elementId, connectorId, idempotencyKey, job.attempts, JSON.stringify(sent)],
  });
  return id;
}

/** What came back, cut to 4,000 characters. */
export async function endCall(job: ClaimedJob, id: string, answer: ConnectorAnswer): Promise<void> {
  await query({
    name: 'connector_call_end',
    text: 'update portal.connector_call set status = $3, response = $4, error = $5, ended_at = now() where root_instance_id = $1 and id = $2',
    values: [
      job.rootInstanceId,
      id,
      answer.kind === 'response' ? answer.status : null,
      answer.kind === 'response' ? JSON.stringify({ text: storable(answer.text, MAX_BODY) }) : null,
      answer.kind === 'failure' ? answer.code : null,
    ],
  });
}

/**
 * What was sent under this key by an attempt that may have had its effect: it broke off, or its answer says to come again. Every further
 * attempt says the same, whatever the request's values have become meanwhile: one key never stands for two requests.
 */
export async function sentBefore(job: ClaimedJob, idempotencyKey: string): Promise<Omit<ConnectorRequest, 'idempotencyKey'> | null> {
  const { rows } = await query<{ request: Sent }>({
    name: 'connector_call_sent',
    text: `select request from portal.connector_call
           where root_instance_id = $1 and idempotency_key = $2 and coalesce(error, '') not in ('ADDRESS_REFUSED', 'PATH_REFUSED')
             and (status is null or status >= 500 or status in (408, 409, 423, 425, 429))
           order by id limit 1`,
    values: [job.rootInstanceId, idempotencyKey],
  });
  const sent = rows[0]?.request;
  return sent ? { method: sent.method, path: sent.path, body: sent.body } : null;
}
