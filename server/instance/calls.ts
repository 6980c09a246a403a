import { z } from 'zod';
import type { Json } from '@/lib/json';
import { inLanguage } from '@/server/bpmn/in-language';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { getDefinition } from '@/server/engine/runtime/definitions';
import { type Page, pageOf } from '@/server/page';
import { decodeCursor, encodeCursor, idCursor, LAST_ID } from './cursor';
import { pageInput } from './inputs';
import { requireOperator } from './policy';

export const CallsInput = z.strictObject({ ...pageInput, id: z.uuid() });
export type CallsInput = z.infer<typeof CallsInput>;

export type CallView = {
  id: string;
  elementName: string;
  attempt: number;
  idempotencyKey: string;
  request: { [key: string]: Json };
  /** Null when no answer came. */
  status: number | null;
  response: string | null;
  error: string | null;
  startedAt: string;
  endedAt: string | null;
};

/** Every attempt of every call to an outside system for this request, newest first: for those who repair it. */
export async function calls(ctx: Ctx, { id, cursor, limit }: CallsInput): Promise<Page<CallView>> {
  await requireOperator(ctx, id);
  const after = decodeCursor(cursor, idCursor);
  const { rows } = await query<Row>({ name: 'instance_calls', text: CALLS, values: [id, after?.[0] ?? LAST_ID, limit + 1] });
  const [first] = rows;
  const definition = first ? inLanguage(await getDefinition(first.version_id), ctx.locale) : null;
  return pageOf(
    rows,
    limit,
    (row) => ({
      id: row.id,
      elementName: definition?.elements[row.element_id]?.name ?? row.element_id,
      attempt: row.attempt,
      idempotencyKey: row.idempotency_key,
      request: row.request,
      status: row.status,
      response: row.response?.text ?? null,
      error: row.error,
      startedAt: row.started_at,
      endedAt: row.ended_at,
    }),
    (row) => encodeCursor([row.id]),
  );
}

// helpers //////////////////////

type Row = {
  id: string;
  version_id: string;
  element_id: string;
  attempt: number;
  idempotency_key: string;
  request: CallView['request'];
  status: number | null;
  response: { text: string } | null;
  error: string | null;
  started_at: string;
  ended_at: string | null;
};

const CALLS = `
select c.id, i.version_id, c.element_id, c.attempt, c.idempotency_key, c.request, c.status, c.response, c.error, c.started_at, c.ended_at
from portal.connector_call c join portal.process_instance i on i.root_instance_id = c.root_instance_id and i.id = c.root_instance_id
where c.root_instance_id = $1 and c.id < $2::uuid
order by c.id desc limit $3`;
