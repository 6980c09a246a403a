import { z } from 'zod';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { ownedProcess } from './owned';

export const SetProcessOwnersInput = z.strictObject({
  commandId: z.uuid(),
  id: z.uuid(),
  /** People and departments; none = every designer. */ ownerIds: z.array(z.uuid()).max(50),
});
export type SetProcessOwnersInput = z.infer<typeof SetProcessOwnersInput>;

/** Says who may change and watch a process. */
export function setProcessOwners(ctx: Ctx, input: SetProcessOwnersInput): Promise<{ id: string }> {
  requirePermission(ctx, 'process.publish');
  return idempotent(ctx, 'process.setOwners', input, async (tx) => {
    await ownedProcess(ctx, tx, input.id);
    await tx.query({
      name: 'process_set_owners',
      text: 'update portal.process set owner_ids = $2::uuid[] where id = $1',
      values: [input.id, input.ownerIds],
    });
    await writeAudit(tx, ctx, {
      action: 'process.ownersSet',
      subjectKind: 'process',
      subjectId: input.id,
      after: { ownerIds: input.ownerIds },
    });
    return { id: input.id };
  });
}
