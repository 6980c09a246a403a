import type { ElementOf } from '@/server/bpmn/definition';
import type { Json } from '@/lib/json';
import { ok } from '@/lib/result';
import { storable } from '@/lib/storable';
import { callConnector } from '@/server/connector/call';
import { loadConnector } from '@/server/connector/load';
import { getDefinition } from '@/server/engine/runtime/definitions';
import type { ClaimedJob } from './claim-jobs';
import { loadJobContext } from './load-job-context';
import { beginCall, endCall, sentBefore } from './record-call';
import { buildRequest } from './service-request';
import { readResponse } from './service-response';

/** What came of one attempt; the engine is told by one command. */
export type ServiceTaskOutcome =
  | { kind: 'done'; values: Readonly<Record<string, Json>>; variables: Readonly<Record<string, Json>> }
  /** A business error of the model's error list: goes to the error boundary. */
  | { kind: 'error'; code: string; message: string }
  /** `retry` null: trying again cannot help (the model or its data is wrong). */
  | {
      kind: 'failed';
      error: { [key: string]: Json };
      retry: { attempts: number; backoffSeconds: number; afterSeconds: number | null } | null;
    }
  /** The instance is suspended. */
  | { kind: 'notNow' };

/** 4xx other than these says that the same request will be refused again. */
const WORTH_RETRYING = new Set([408, 409, 423, 425, 429]);

/** Calls the outside system for one job, with the same idempotency key and the same request at every attempt, and says what came of it. No transaction is open meanwhile. */
export async function performServiceTask(job: ClaimedJob): Promise<ServiceTaskOutcome> {
  const context = await loadJobContext(job);
  if (!context) return { kind: 'failed', error: { code: 'JOB_GONE' }, retry: null };
  if (context.status === 'suspended') return { kind: 'notNow' };
  const definition = await getDefinition(context.versionId);
  const element = definition.elements[job.elementId];
  if (element?.kind !== 'serviceTask') return { kind: 'failed', error: { code: 'NOT_A_SERVICE_TASK' }, retry: null };

  const { retry } = element.settings;
  const again = { ...retry, afterSeconds: null };
  const loaded = await loadConnector(element.settings.connectorId);
  if (loaded.kind !== 'ok')
    return { kind: 'failed', error: { code: loaded.kind === 'missing' ? 'CONNECTOR_MISSING' : 'CONNECTOR_SECRETS' }, retry: null };
  const key = idempotencyKey(job);
  const before = await sentBefore(job, key);
  const request = before ? ok({ ...before, idempotencyKey: key }) : buildRequest(element.settings, definition.names, context, key);
  if (!request.ok) return { kind: 'failed', error: request.error, retry: null };

  const call = await beginCall(job, element.settings.connectorId, request.value);
  const answer = await callConnector(loaded.connector, request.value);
  await endCall(job, call, answer);
  if (answer.kind === 'failure') return { kind: 'failed', error: { code: answer.code, message: answer.message }, retry: again };
  return outcomeOf(element, answer, context.now);
}

// helpers //////////////////////

/** One key per activity instance, so that a retry after an incident is still the same request to the outside system. */
export function idempotencyKey(job: Pick<ClaimedJob, 'rootInstanceId' | 'activityId'>): string {
  return `${job.rootInstanceId}:${job.activityId}`;
}

type Answer = Extract<Awaited<ReturnType<typeof callConnector>>, { kind: 'response' }>;

function outcomeOf(element: ElementOf<'serviceTask'>, answer: Answer, now: string): ServiceTaskOutcome {
  const { settings } = element;
  const read = readResponse(settings, { status: answer.status, response: answer.json, now });
  if (!read.ok) return { kind: 'failed', error: read.error, retry: null };
  if (read.value.errorCode !== null) return { kind: 'error', code: read.value.errorCode, message: `HTTP ${answer.status}` };
  if (answer.status >= 200 && answer.status < 300) return { kind: 'done', values: read.value.values, variables: read.value.variables };
  const error = { code: 'HTTP_STATUS', status: answer.status, body: storable(answer.text, 500) };
  const worth = answer.status >= 500 || WORTH_RETRYING.has(answer.status);
  return { kind: 'failed', error, retry: worth ? { ...settings.retry, afterSeconds: answer.retryAfterSeconds } : null };
}
