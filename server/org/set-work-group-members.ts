import { z } from 'zod';
import { newId } from '@/lib/id';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { commandId, rev } from './inputs';
import { lockRow, type WorkGroupRow } from './internal/lock-row';
import { requireActive } from './internal/require-active';

export const SetWorkGroupMembersInput = z.strictObject({ commandId, id: z.uuid(), rev, userIds: z.array(z.uuid()).max(500) });
type Input = z.infer<typeof SetWorkGroupMembersInput>;

/** Says who belongs to a work group. */
export async function setWorkGroupMembers(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { id } = input;
  const userIds = [...new Set(input.userIds)];
  return idempotent(ctx, 'org.setWorkGroupMembers', input, async (tx) => {
    const group = await lockRow<WorkGroupRow>(tx, 'workGroup', id, input.rev);
    const { rows } = await tx.query<{ user_id: string }>({
      text: 'select user_id from portal.work_group_member where work_group_id = $1',
      values: [id],
    });
    const before = rows.map((row) => row.user_id);
    // Who is already in may have been disabled since; who comes in may not.
    await requireActive(tx, 'user', { ids: userIds.filter((userId) => !before.includes(userId)), path: 'userIds' });
    await tx.query({
      text: 'delete from portal.work_group_member where work_group_id = $1 and not (user_id = any($2::uuid[]))',
      values: [id, userIds],
    });
    const added = userIds.filter((userId) => !before.includes(userId));
    await tx.query({
      text: 'insert into portal.work_group_member (id, work_group_id, user_id) select m.id, $1, m.user_id from unnest($2::uuid[], $3::uuid[]) as m(id, user_id)',
      values: [id, added.map(() => newId()), added],
    });
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
