import { z } from 'zod';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { AppError } from '@/lib/errors';
import type { Tx } from '@/server/db/unit-of-work';
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
    const before = (await ownedProcess(ctx, tx, input.id)).ownerIds;
    const ownerIds = [...new Set(input.ownerIds)];
    await requireOwners(
      tx,
      ownerIds.filter((id) => !before.includes(id)),
    );
    await tx.query({
      name: 'process_set_owners',
      text: 'update portal.process set owner_ids = $2::uuid[] where id = $1',
      values: [input.id, ownerIds],
    });
    await writeAudit(tx, ctx, {
      action: 'process.ownersSet',
      subjectKind: 'process',
      subjectId: input.id,
      before: { ownerIds: [...before] },
      after: { ownerIds },
    });
    return { id: input.id };
  });
}

// helpers //////////////////////

/** Who is made an owner has to be there and in use; who is one already may stay. */
async function requireOwners(tx: Tx, ids: readonly string[]): Promise<void> {
  const { rowCount } = await tx.query({
    name: 'process_owners_there',
    text: `select from portal."user" where id = any($1::uuid[]) and disabled_at is null
           union all select from portal.department where id = any($1::uuid[]) and disabled_at is null`,
    values: [ids],
  });
  if (rowCount !== ids.length) throw new AppError('FIELD_REF', { path: 'ownerIds' });
}
