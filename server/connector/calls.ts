import { z } from 'zod';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { idPage, type Page, pageOf } from '@/server/page';

export const ListCallsInput = z.strictObject({
  id: z.uuid(),
  ...idPage(20),
});
export type ListCallsInput = z.infer<typeof ListCallsInput>;

export type CallView = {
  id: string;
  at: string;
  ms: number | null;
  /** The request it was made for. */
  instanceId: string;
  number: string;
  elementId: string;
  attempt: number;
  idempotencyKey: string;
  /** HTTP status, or the reason why there was none. */
  status: number | null;
  error: string | null;
};

/** The calls that flows made of a connector, newest first. What was sent and answered belongs to the requests and is not shown here. */
export async function listCalls(ctx: Ctx, input: ListCallsInput): Promise<Page<CallView>> {
  requirePermission(ctx, 'connector.manage');
  const { rows } = await query<{
    id: string;
    started_at: string;
    ms: number | null;
    root_instance_id: string;
    number: string;
    element_id: string;
    attempt: number;
    idempotency_key: string;
    status: number | null;
    error: string | null;
  }>({
    name: 'connector_calls',
    text: `select c.id, c.started_at, (extract(epoch from c.ended_at - c.started_at) * 1000)::int as ms, c.root_instance_id,
                  coalesce((select i.number from portal.process_instance i where i.root_instance_id = c.root_instance_id and i.id = c.root_instance_id), '') as number,
                  c.element_id, c.attempt, c.idempotency_key, c.status, c.error
           from portal.connector_call c where c.connector_id = $1 and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`,
    values: [input.id, input.cursor ?? null, input.limit + 1],
  });
  return pageOf(
    rows,
    input.limit,
    (row) => ({
      id: row.id,
      at: row.started_at,
      ms: row.ms,
      instanceId: row.root_instance_id,
      number: row.number,
      elementId: row.element_id,
      attempt: row.attempt,
      idempotencyKey: row.idempotency_key,
      status: row.status,
      error: row.error,
    }),
    (last) => last.id,
  );
}
