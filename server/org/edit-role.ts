import { z } from 'zod';
import type { Json } from '@/lib/json';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { commandId, named } from './inputs';
import { lockRow, type RoleRow } from './internal/lock-row';
import { refuseTaken } from './internal/taken';
import { writeRoleLines } from './internal/write-role-lines';
import { roleLineSchema } from './role-line';
import { rev } from '@/server/input';

export const EditRoleInput = z.strictObject({ commandId, id: z.uuid(), rev, ...named, lines: z.array(roleLineSchema).max(200).optional() });
type Input = z.infer<typeof EditRoleInput>;

/** Changes a role's code and names, and who plays it when lines are given. */
export async function editRole(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { id, code, nameZh, nameEn } = input;
  return idempotent(ctx, 'org.editRole', input, async (tx) => {
    const before = await lockRow<RoleRow>(tx, 'role', id, input.rev);
    await tx.query({
      text: 'update portal.role set code = $2, name_zh = $3, name_en = $4, rev = rev + 1 where id = $1',
      values: [id, code, nameZh, nameEn],
    });
    const lines = input.lines && {
      before: await writeRoleLines(tx, id, input.lines),
      after: input.lines.map((line): Json => ({ ...line })),
    };
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, {
      action: 'role.edited',
      subjectKind: 'role',
      subjectId: id,
      before: { code: before.code, nameZh: before.name_zh, nameEn: before.name_en, ...(lines && { lines: lines.before }) },
      after: { code, nameZh, nameEn, ...(lines && { lines: lines.after }) },
    });
    return { rev: before.rev + 1 };
  }).catch(refuseTaken);
}
