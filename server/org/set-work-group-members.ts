import { z } from 'zod';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { commandId } from './inputs';
import { lockRow, type WorkGroupRow } from './internal/lock-row';
import { writeMembers } from './internal/write-members';
import { rev } from '@/server/input';

export const SetWorkGroupMembersInput = z.strictObject({ commandId, id: z.uuid(), rev, userIds: z.array(z.uuid()).max(500) });
type Input = z.infer<typeof SetWorkGroupMembersInput>;

/** Says who belongs to a work group. */
export async function setWorkGroupMembers(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { id } = input;
  const userIds = [...new Set(input.userIds)];
  return idempotent(ctx, 'org.setWorkGroupMembers', input, async (tx) => {
    const group = await lockRow<WorkGroupRow>(tx, 'workGroup', id, input.rev);
    const before = await writeMembers(tx, id, userIds);
    await tx.query({ text: 'update portal.work_group set rev = rev + 1 where id = $1', values: [id] });
    await writeAudit(tx, ctx, {
      action: 'workGroup.membersSet',
      subjectKind: 'workGroup',
      subjectId: id,
      before: { nameZh: group.name_zh, userIds: before },
      after: { nameZh: group.name_zh, userIds },
    });
    return { rev: group.rev + 1 };
  });
}
