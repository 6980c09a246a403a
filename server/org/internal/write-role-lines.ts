import type { Json } from '@/lib/json';
import { newId } from '@/lib/id';
import type { Tx } from '@/server/db/unit-of-work';
import type { RoleLine } from '../role-line';
import { requireActive } from './require-active';

type Member = { userId: string | null; departmentId: string | null; includeSub: boolean; positionId: string | null };

const NAMED = [
  ['user', 'userId'],
  ['department', 'departmentId'],
  ['position', 'positionId'],
] as const;

/** Makes these a role's lines and returns what they were. What a line named before may be disabled by now; what is new may not. */
export async function writeRoleLines(tx: Tx, roleId: string, lines: readonly RoleLine[]): Promise<Json> {
  const { rows: before } = await tx.query<Member>({
    text: `delete from portal.role_member where role_id = $1
           returning user_id as "userId", department_id as "departmentId", include_sub as "includeSub", position_id as "positionId"`,
    values: [roleId],
  });
  for (const [kind, field] of NAMED) {
    const known = new Set(before.map((line) => line[field]));
    const ids = lines
      .map((line) => ({ userId: null, departmentId: null, positionId: null, ...line })[field])
      .filter((named) => named !== null);
    await requireActive(tx, kind, { ids: ids.filter((named) => !known.has(named)), path: 'lines' });
  }
  await tx.query({
    text: `insert into portal.role_member (id, role_id, user_id, department_id, include_sub, position_id)
           select l.id, $1, l."userId", l."departmentId", coalesce(l."includeSub", false), l."positionId"
           from jsonb_to_recordset($2::jsonb) as l(id uuid, "userId" uuid, "departmentId" uuid, "includeSub" boolean, "positionId" uuid)`,
    values: [roleId, JSON.stringify(lines.map((line) => ({ id: newId(), ...line })))],
  });
  return before.map((line): Json => ({ ...line }));
}
