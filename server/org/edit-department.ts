import { z } from 'zod';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { commandId, named } from './inputs';
import { type DepartmentRow, lockRow } from './internal/lock-row';
import { requireActiveUser } from './internal/require-active';
import { refuseTaken } from './internal/taken';
import { rev } from '@/server/input';

export const EditDepartmentInput = z.strictObject({ commandId, id: z.uuid(), rev, ...named, headId: z.uuid().nullable().optional() });
type Input = z.infer<typeof EditDepartmentInput>;

/** Changes a department's code and names, and its head when one is given or taken. */
export async function editDepartment(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { id, code, nameZh, nameEn } = input;
  return idempotent(ctx, 'org.editDepartment', input, async (tx) => {
    const before = await lockRow<DepartmentRow>(tx, 'department', id, input.rev);
    const headId = input.headId === undefined ? before.head_id : input.headId;
    if (headId && headId !== before.head_id) await requireActiveUser(tx, headId, 'headId');
    await tx.query({
      text: 'update portal.department set code = $2, name_zh = $3, name_en = $4, head_id = $5, rev = rev + 1 where id = $1',
      values: [id, code, nameZh, nameEn, headId],
    });
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, {
      action: 'department.edited',
      subjectKind: 'department',
      subjectId: id,
      before: { code: before.code, nameZh: before.name_zh, nameEn: before.name_en, headId: before.head_id },
      after: { code, nameZh, nameEn, headId },
    });
    return { rev: before.rev + 1 };
  }).catch(refuseTaken);
}
