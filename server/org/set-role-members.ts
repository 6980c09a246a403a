import { z } from 'zod';
import type { Json } from '@/lib/json';
import { newId } from '@/lib/id';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { commandId, rev } from './inputs';
import { lockRow, type RoleRow } from './internal/lock-row';
import { requireActive } from './internal/require-active';
import { roleLineSchema } from './role-line';

export const SetRoleMembersInput = z.strictObject({ commandId, id: z.uuid(), rev, lines: z.array(roleLineSchema).max(200) });
type Input = z.infer<typeof SetRoleMembersInput>;

/** Says who plays a role: named people, and department × position lines that are resolved whenever the role is asked for. */
export async function setRoleMembers(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { id, lines } = input;
  return idempotent(ctx, 'org.setRoleMembers', input, async (tx) => {
    const role = await lockRow<RoleRow>(tx, 'role', id, input.rev);
    const { rows: before } = await tx.query<RoleMember>({
      text: `delete from portal.role_member where role_id = $1
             returning user_id as "userId", department_id as "departmentId", include_sub as "includeSub", position_id as "positionId"`,
      values: [id],
    });
    for (const [kind, field] of NAMED) {
      // What the role named before may have been disabled since; what is new may not.
      const known = new Set(before.map((line) => line[field]));
      const ids = lines.map((line) => ({ ...NOBODY, ...line })[field]).filter((named) => named !== null);
      await requireActive(tx, kind, { ids: ids.filter((named) => !known.has(named)), path: 'lines' });
    }
    await tx.query({
      text: `insert into portal.role_member (id, role_id, user_id, department_id, include_sub, position_id)
             select l.id, $1, l."userId", l."departmentId", coalesce(l."includeSub", false), l."positionId"
             from jsonb_to_recordset($2::jsonb) as l(id uuid, "userId" uuid, "departmentId" uuid, "includeSub" boolean, "positionId" uuid)`,
      values: [id, JSON.stringify(lines.map((line) => ({ id: newId(), ...line })))],
    });
    await tx.query({ text: 'update portal.role set rev = rev + 1 where id = $1', values: [id] });
    await writeAudit(tx, ctx, {
      action: 'role.membersSet',
      subjectKind: 'role',
      subjectId: id,
      before: { nameZh: role.name_zh, lines: before.map((line): Json => ({ ...line })) },
      after: { nameZh: role.name_zh, lines: lines.map((line): Json => ({ ...line })) },
    });
    return { rev: role.rev + 1 };
  });
}

// helpers //////////////////////

type RoleMember = { userId: string | null; departmentId: string | null; includeSub: boolean; positionId: string | null };

const NOBODY = { userId: null, departmentId: null, positionId: null };

const NAMED = [
  ['user', 'userId'],
  ['department', 'departmentId'],
  ['position', 'positionId'],
] as const;
