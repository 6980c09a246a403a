import { z } from 'zod';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { commandId } from './inputs';
import { type DepartmentRow, lockRow } from './internal/lock-row';
import { requireActiveUser } from './internal/require-active';
import { rev } from '@/server/input';

export const SetDepartmentHeadInput = z.strictObject({ commandId, id: z.uuid(), rev, headId: z.uuid().nullable() });
type Input = z.infer<typeof SetDepartmentHeadInput>;

/** Says who heads a department; without a head its matters go to the next department up. The head need not have a post in it. */
export async function setDepartmentHead(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { id, headId } = input;
  return idempotent(ctx, 'org.setDepartmentHead', input, async (tx) => {
    const before = await lockRow<DepartmentRow>(tx, 'department', id, input.rev);
    if (headId) await requireActiveUser(tx, headId, 'headId');
    await tx.query({ text: 'update portal.department set head_id = $2, rev = rev + 1 where id = $1', values: [id, headId] });
    await writeAudit(tx, ctx, {
      action: 'department.headSet',
      subjectKind: 'department',
      subjectId: id,
      before: { name: before.name_zh, headId: before.head_id },
      after: { name: before.name_zh, headId },
    });
    return { rev: before.rev + 1 };
  });
}
