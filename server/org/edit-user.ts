import { z } from 'zod';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { commandId, personFields } from './inputs';
import { requireAuthorityOver } from './internal/authority';
import { lockRow, type UserRow } from './internal/lock-row';
import { refuseTaken } from './internal/taken';
import { rev } from '@/server/input';

export const EditUserInput = z.strictObject({ commandId, id: z.uuid(), rev, ...personFields });
type Input = z.infer<typeof EditUserInput>;

/** Changes a person's names, login, number, mail address and telephone. */
export async function editUser(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'user.manage');
  const { commandId: _, id, rev: seen, ...after } = input;
  return idempotent(ctx, 'org.editUser', input, async (tx) => {
    const before = await lockRow<UserRow>(tx, 'user', id, seen);
    await requireAuthorityOver(tx, ctx, id);
    await tx.query({
      text: `update portal."user" set login = $2, name = $3, name_en = $4, email = $5, employee_no = $6, phone = $7, rev = rev + 1 where id = $1`,
      values: [id, after.login, after.name, after.nameEn, after.email, after.employeeNo, after.phone],
    });
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, {
      action: 'user.edited',
      subjectKind: 'user',
      subjectId: id,
      before: {
        login: before.login,
        name: before.name,
        nameEn: before.name_en,
        email: before.email,
        employeeNo: before.employee_no,
        phone: before.phone,
      },
      after,
    });
    return { rev: before.rev + 1 };
  }).catch(refuseTaken);
}
