import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { companyDay } from '@/server/engine/runtime/company-time';
import { resolveFacts } from './facts';
import { resolveOptions } from './resolve-options';
import type { PostView } from './list-people';
import { factKey, type FactQuery } from '@/server/engine/core/facts';

export const GetPersonInput = z.strictObject({ id: z.uuid() });

export type PersonDetail = {
  id: string;
  rev: number;
  login: string;
  name: string;
  nameEn: string;
  email: string | null;
  employeeNo: string | null;
  phone: string | null;
  disabled: boolean;
  createdAt: string;
  lastSeenAt: string | null;
  grants: readonly string[];
  posts: readonly (PostView & { since: string })[];
  /** Departments that the person heads. */
  heads: readonly { id: string; name: LocalText }[];
  /** Who decides first on the person's own requests. */
  manager: { id: string; name: string; nameEn: string; via: string } | null;
  roles: readonly { id: string; name: LocalText }[];
  workGroups: readonly { id: string; name: LocalText; endsOn: string | null }[];
  openItems: number;
  openForOthers: number;
};

type Row = Omit<
  PersonDetail,
  'nameEn' | 'employeeNo' | 'createdAt' | 'lastSeenAt' | 'workGroups' | 'openItems' | 'openForOthers' | 'manager'
> & {
  name_en: string;
  employee_no: string | null;
  created_at: string;
  last_seen_at: string | null;
  work_groups: PersonDetail['workGroups'];
  open_items: number;
  open_for_others: number;
};

/** Everything about one person: posts, what he or she heads, roles and groups by now, and what waits in the person's hands. */
export async function getPerson(ctx: Ctx, { id }: z.infer<typeof GetPersonInput>): Promise<PersonDetail> {
  requirePermission(ctx, 'user.manage');
  const now = ctx.now().toISOString();
  const asked: FactQuery = { kind: 'managerOf', userId: id, departmentId: null, notUserIds: [] };
  const [{ rows }, facts] = await Promise.all([
    query<Row>({ name: 'org_person', text: TEXT, values: [id, companyDay(now)] }),
    resolveFacts([asked], now),
  ]);
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  const answer = facts[factKey(asked)];
  const above = answer?.kind === 'managerOf' ? answer.person : null;
  const [named] = above ? await resolveOptions(ctx, { kind: 'user', ids: [above.userId] }) : [];
  const manager = above ? { id: above.userId, name: above.name, nameEn: named?.name.en ?? '', via: above.via } : null;
  const {
    name_en: nameEn,
    employee_no: employeeNo,
    created_at: createdAt,
    last_seen_at: lastSeenAt,
    work_groups: workGroups,
    open_items: openItems,
    ...rest
  } = row;
  const { open_for_others: openForOthers, ...view } = rest;
  return { ...view, nameEn, employeeNo, createdAt, lastSeenAt, workGroups, openItems, openForOthers, manager };
}

// helpers //////////////////////

const NAME = (alias: string) => `jsonb_build_object('zh', ${alias}.name_zh, 'en', ${alias}.name_en)`;

const TEXT = `select u.id, u.rev, u.login, u.name, u.name_en, u.email, u.employee_no, u.phone, u.disabled_at is not null as disabled, u.created_at,
  (select max(s.last_seen_at) from portal.session s where s.user_id = u.id) as last_seen_at,
  array(select g."grant" from portal.user_grant g where g.user_id = u.id order by 1) as grants,
  coalesce((select jsonb_agg(jsonb_build_object('departmentId', d.id, 'department', ${NAME('d')}, 'positionId', r.id, 'position', ${NAME('r')}, 'rank', r.rank,
      'isPrimary', p.is_primary, 'since', to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD')) order by p.is_primary desc, r.rank, p.id)
    from portal.post p join portal.department d on d.id = p.department_id join portal.position r on r.id = p.position_id where p.user_id = u.id), '[]') as posts,
  coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'name', ${NAME('d')}) order by length(d.path), d.code)
    from portal.department d where d.head_id = u.id and d.disabled_at is null), '[]') as heads,
  coalesce((select jsonb_agg(distinct jsonb_build_object('id', r.id, 'name', ${NAME('r')}))
    from portal.role r join portal.role_member m on m.role_id = r.id
    where r.disabled_at is null and (m.user_id = u.id or (m.user_id is null and exists (
      select from portal.post p join portal.department d on d.id = p.department_id and d.disabled_at is null
      left join portal.department top on top.id = m.department_id
      where p.user_id = u.id and (m.department_id is not null or m.position_id is not null) and (m.position_id is null or m.position_id = p.position_id)
        and (m.department_id is null or d.id = top.id or (m.include_sub and starts_with(d.path, top.path || '/')))))) ), '[]') as roles,
  coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', ${NAME('g')}, 'endsOn', g.ends_on) order by g.code)
    from portal.work_group_member m join portal.work_group g on g.id = m.work_group_id
    where m.user_id = u.id and g.disabled_at is null and (g.ends_on is null or g.ends_on >= $2::date)), '[]') as work_groups,
  (select count(*)::int from portal.work_item w where w.user_id = u.id and w.open and w.kind <> 'read') as open_items,
  (select count(*)::int from portal.work_item w where w.user_id = u.id and w.open and w.kind <> 'read' and w.on_behalf_of is not null) as open_for_others
from portal."user" u where u.id = $1`;
