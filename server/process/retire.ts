import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { ownedProcess } from './owned';

export const RetireProcessInput = z.strictObject({ commandId: z.uuid(), id: z.uuid() });
export type RetireProcessInput = z.infer<typeof RetireProcessInput>;

/** Nobody can start it any more; what runs goes on. */
export function retireProcess(ctx: Ctx, input: RetireProcessInput): Promise<{ id: string }> {
  return setRetired(ctx, input, {
    verb: 'process.retire',
    action: 'process.retired',
    sql: 'update portal.process set retired_at = now() where id = $1 and retired_at is null',
  });
}

/** Lets people start a retired process again, on its latest version. */
export function unretireProcess(ctx: Ctx, input: RetireProcessInput): Promise<{ id: string }> {
  return setRetired(ctx, input, {
    verb: 'process.unretire',
    action: 'process.unretired',
    sql: 'update portal.process set retired_at = null where id = $1 and retired_at is not null',
  });
}

// helpers //////////////////////

function setRetired(
  ctx: Ctx,
  input: RetireProcessInput,
  { verb, action, sql }: { verb: string; action: string; sql: string },
): Promise<{ id: string }> {
  requirePermission(ctx, 'process.publish');
  return idempotent(ctx, verb, input, async (tx) => {
    await ownedProcess(ctx, tx, input.id);
    const { rowCount } = await tx.query({ name: `${verb}_at`, text: sql, values: [input.id] });
    if (rowCount === 0) throw new AppError('STATE_CONFLICT');
    await writeAudit(tx, ctx, { action, subjectKind: 'process', subjectId: input.id });
    return { id: input.id };
  });
}
