import { z } from 'zod';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { commandId, named, workGroupDays } from './inputs';
import { lockRow, type WorkGroupRow } from './internal/lock-row';
import { requireOrder } from './internal/require-order';
import { refuseTaken } from './internal/taken';
import { writeMembers } from './internal/write-members';
import { rev } from '@/server/input';

export const EditWorkGroupInput = z.strictObject({
  commandId,
  id: z.uuid(),
  rev,
  ...named,
  ...workGroupDays,
  userIds: z.array(z.uuid()).max(500).optional(),
});
type Input = z.infer<typeof EditWorkGroupInput>;

/** Changes a work group's code, names and days, and its members when they are given. */
export async function editWorkGroup(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'org.manage');
  requireOrder(input);
  const { id, code, nameZh, nameEn, startsOn, endsOn } = input;
  return idempotent(ctx, 'org.editWorkGroup', input, async (tx) => {
    const before = await lockRow<WorkGroupRow>(tx, 'workGroup', id, input.rev);
    await tx.query({
      text: 'update portal.work_group set code = $2, name_zh = $3, name_en = $4, starts_on = $5, ends_on = $6, rev = rev + 1 where id = $1',
      values: [id, code, nameZh, nameEn, startsOn, endsOn],
    });
    const members = input.userIds && { before: await writeMembers(tx, id, input.userIds), after: input.userIds };
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, {
      action: 'workGroup.edited',
      subjectKind: 'workGroup',
      subjectId: id,
      before: {
        code: before.code,
        nameZh: before.name_zh,
        nameEn: before.name_en,
        startsOn: before.starts_on,
        endsOn: before.ends_on,
        ...(members && { userIds: members.before }),
      },
      after: { code, nameZh, nameEn, startsOn, endsOn, ...(members && { userIds: members.after }) },
    });
    return { rev: before.rev + 1 };
  }).catch(refuseTaken);
}
