import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { rev, writing } from '@/server/input';

export const DisableConnectorInput = z.strictObject({
  commandId: z.uuid(),
  id: z.uuid(),
  rev,
  disabled: z.boolean(),
  reason: writing(500).default(''),
});
export type DisableConnectorInput = z.infer<typeof DisableConnectorInput>;

/** Switches a connector off (its calls become incidents) or on again. */
export function disableConnector(ctx: Ctx, input: DisableConnectorInput): Promise<{ id: string }> {
  requirePermission(ctx, 'connector.manage');
  return idempotent(ctx, 'connector.disable', input, async (tx) => {
    const { rows } = await tx.query<{ rev: number }>({
      name: 'connector_rev',
      text: 'select rev from portal.connector where id = $1 for update',
      values: [input.id],
    });
    if (!rows[0]) throw new AppError('NOT_FOUND');
    if (rows[0].rev !== input.rev) throw new AppError('CONFLICT_STALE');
    await tx.query({
      name: 'connector_disable',
      text: 'update portal.connector set disabled_at = case when $2 then now() end, rev = rev + 1 where id = $1',
      values: [input.id, input.disabled],
    });
    await writeAudit(tx, ctx, {
      action: input.disabled ? 'connector.disabled' : 'connector.enabled',
      subjectKind: 'connector',
      subjectId: input.id,
      reason: input.reason || null,
    });
    return { id: input.id };
  });
}
