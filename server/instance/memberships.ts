import type { StarterRule } from '@/lib/bpmn/settings';
import { query } from '@/server/db/client';

/** What a person is, as far as a starter rule asks. Departments include those above; roles are resolved now. */
export type Memberships = {
  userId: string;
  departmentIds: ReadonlySet<string>;
  positionIds: ReadonlySet<string>;
  roleIds: ReadonlySet<string>;
  workGroupIds: ReadonlySet<string>;
};

type Row = { departments: string[]; positions: string[]; roles: string[]; groups: string[] };

/** `today` is the company's day: a work group counts between its dates. */
export async function membershipsOf(userId: string, today: string): Promise<Memberships> {
  const { rows } = await query<Row>({
    name: 'memberships_read',
    text: `with mine as (select o.department_id, o.position_id, d.path from portal.post o join portal.department d on d.id = o.department_id and d.disabled_at is null where o.user_id = $1)
           select
             array(select distinct u.id::text from portal.department u join mine m on m.path like u.path || '%') as departments,
             array(select distinct m.position_id::text from mine m) as positions,
             array(select distinct r.id::text from portal.role r join portal.role_member l on l.role_id = r.id where r.disabled_at is null and (
               l.user_id = $1 or l.user_id is null and exists (
                 select from mine m where (l.position_id is null or l.position_id = m.position_id) and (l.department_id is null or l.department_id = m.department_id
                   or l.include_sub and exists (select from portal.department a where a.id = l.department_id and m.path like a.path || '%'))))) as roles,
             array(select distinct g.id::text from portal.work_group g join portal.work_group_member k on k.work_group_id = g.id and k.user_id = $1
               where g.disabled_at is null and (g.starts_on is null or g.starts_on <= $2::date) and (g.ends_on is null or g.ends_on >= $2::date)) as groups`,
    values: [userId, today],
  });
  const row = rows[0] ?? { departments: [], positions: [], roles: [], groups: [] };
  return {
    userId,
    departmentIds: new Set(row.departments),
    positionIds: new Set(row.positions),
    roleIds: new Set(row.roles),
    workGroupIds: new Set(row.groups),
  };
}

/** Whether the rule lets this person start the process. A department stands for all below it. */
export function mayStart(rule: StarterRule, who: Memberships): boolean {
  if (rule.kind === 'everyone') return true;
  return (
    rule.userIds.includes(who.userId) ||
    rule.departmentIds.some((id) => who.departmentIds.has(id)) ||
    rule.positionIds.some((id) => who.positionIds.has(id)) ||
    rule.roleIds.some((id) => who.roleIds.has(id)) ||
    rule.workGroupIds.some((id) => who.workGroupIds.has(id))
  );
}
