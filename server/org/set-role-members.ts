import { z } from 'zod';
import type { Json } from '@/lib/json';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { commandId } from './inputs';
import { lockRow, type RoleRow } from './internal/lock-row';
import { writeRoleLines } from './internal/write-role-lines';
import { roleLineSchema } from './role-line';
import { rev } from '@/server/input';

export const SetRoleMembersInput = z.strictObject({ commandId, id: z.uuid(), rev, lines: z.array(roleLineSchema).max(200) });
type Input = z.infer<typeof SetRoleMembersInput>;

/** Says who plays a role: named people, and department × position lines that are resolved whenever the role is asked for. */
export async function setRoleMembers(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { id, lines } = input;
  return idempotent(ctx, 'org.setRoleMembers', input, async (tx) => {
    const role = await lockRow<RoleRow>(tx, 'role', id, input.rev);
    const before = await writeRoleLines(tx, id, lines);
    await tx.query({ text: 'update portal.role set rev = rev + 1 where id = $1', values: [id] });
    await writeAudit(tx, ctx, {
      action: 'role.membersSet',
      subjectKind: 'role',
      subjectId: id,
      before: { nameZh: role.name_zh, lines: before },
      after: { nameZh: role.name_zh, lines: lines.map((line): Json => ({ ...line })) },
    });
    return { rev: role.rev + 1 };
  });
}
