import { z } from 'zod';
import type { LocalText, Locale } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { nameOrder } from '@/server/db/name-order';
import { foundIds, keyRange } from '@/server/search/by-key';
import { type Page, pageOf } from '@/server/page';
import { page, search } from './inputs';

export const ListPeopleInput = z.strictObject({
  ...page,
  search,
  departmentId: z.uuid().optional(),
  includeSub: z.boolean().default(true),
  positionId: z.uuid().optional(),
  status: z.enum(['active', 'away', 'disabled']).default('active'),
});
type Input = z.infer<typeof ListPeopleInput>;

export type PostView = {
  departmentId: string;
  department: LocalText;
  positionId: string;
  position: LocalText;
  rank: number;
  isPrimary: boolean;
};
type Name = { id: string; name: string; nameEn: string };

export type PersonView = {
  id: string;
  login: string;
  name: string;
  nameEn: string;
  employeeNo: string | null;
  posts: readonly PostView[];
  workGroups: readonly LocalText[];
  /** Who acts for the person now, and until when. */
  away: (Name & { until: string }) | null;
  actsFor: readonly Name[];
  openItems: number;
  disabled: boolean;
  rev: number;
};

type Row = {
  id: string;
  login: string;
  name: string;
  name_en: string;
  employee_no: string | null;
  posts: PostView[];
  work_groups: LocalText[];
  away: PersonView['away'];
  acts_for: Name[];
  open_items: number;
  disabled: boolean;
  rev: number;
  sort: string;
};

/** People with their posts by name, in a department by rank first. */
export async function listPeople(ctx: Ctx, input: Input): Promise<Page<PersonView>> {
  requirePermission(ctx, 'user.manage');
  const { rows } = await query<Row>({
    name: `${input.departmentId ? 'org_people_of' : 'org_people'}_${ctx.locale}`,
    text: input.departmentId ? statement(ctx.locale, ofDepartment(ctx.locale)) : peopleByName(ctx.locale),
    values: [
      keyRange(input.search),
      input.status,
      input.cursor ?? null,
      input.limit + 1,
      ctx.now().toISOString(),
      input.positionId ?? null,
      ...(input.departmentId ? [input.departmentId, input.includeSub] : []),
    ],
  });
  return pageOf(rows, input.limit, toView, (last) => last.sort);
}

/** Everybody, read along the index of the names however many there are. */
export const peopleByName = (locale: Locale) => statement(locale, everybody(locale));

// helpers //////////////////////

function toView(row: Row): PersonView {
  const { id, login, name, posts, away, disabled, rev } = row;
  return {
    id,
    login,
    name,
    nameEn: row.name_en,
    employeeNo: row.employee_no,
    posts,
    workGroups: row.work_groups,
    away,
    actsFor: row.acts_for,
    openItems: row.open_items,
    disabled,
    rev,
  };
}

const everybody = (locale: Locale) => `select u.*, ${nameOrder(locale, 'u')} as sort from portal."user" u
  where $6::uuid is null or exists (select from portal.post p where p.user_id = u.id and p.position_id = $6)`;

const ofDepartment = (locale: Locale) => `select u.*, lpad(s.rank::text, 4, '0') || ' ' || ${nameOrder(locale, 'u')} as sort
  from (
    select p.user_id, min(r.rank) as rank
    from portal.department top
    join portal.department d on d.path ~>=~ top.path and d.path ~<=~ (case when $8 then top.path || '/~' else top.path end)
    join portal.post p on p.department_id = d.id and ($6::uuid is null or p.position_id = $6)
    join portal.position r on r.id = p.position_id
    where top.id = $7 group by p.user_id
  ) s join portal."user" u on u.id = s.user_id`;

/** The delegation that counts now for a person: the one that facts.ts would take for a process which none names. */
const AWAY = `left join lateral (
    select jsonb_build_object('id', x.id, 'name', x.name, 'nameEn', x.name_en, 'until', to_char(d.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) as away
    from portal.delegation d join portal."user" x on x.id = d.proxy_id and x.disabled_at is null
    where d.user_id = u.id and d.revoked_at is null and d.starts_at <= $5::timestamptz and d.ends_at > $5::timestamptz
    order by (d.process_ids <> '{}'), d.starts_at desc, d.id desc limit 1
  ) a on true`;

function statement(locale: Locale, people: string): string {
  return `with page as (
    select u.*, a.away from (${people}) u ${AWAY}
    where (u.disabled_at is null) = ($2 <> 'disabled') and ($2 <> 'away' or a.away is not null) and ($3::text is null or u.sort > $3)
      and ($1::text[] is null or u.id in (${foundIds('user', '$1')}))
    order by u.sort limit $4
  )
  select u.id, u.login, u.name, u.name_en, u.employee_no, u.disabled_at is not null as disabled, u.rev, u.sort, u.away,
    coalesce((select jsonb_agg(jsonb_build_object('departmentId', d.id, 'department', jsonb_build_object('zh', d.name_zh, 'en', d.name_en), 'positionId', r.id,
        'position', jsonb_build_object('zh', r.name_zh, 'en', r.name_en), 'rank', r.rank, 'isPrimary', p.is_primary) order by p.is_primary desc, r.rank, p.id)
      from portal.post p join portal.department d on d.id = p.department_id join portal.position r on r.id = p.position_id where p.user_id = u.id), '[]') as posts,
    coalesce((select jsonb_agg(jsonb_build_object('zh', g.name_zh, 'en', g.name_en) order by g.code)
      from portal.work_group_member m join portal.work_group g on g.id = m.work_group_id
      where m.user_id = u.id and g.disabled_at is null and (g.ends_on is null or g.ends_on >= ($5::timestamptz)::date)), '[]') as work_groups,
    coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'nameEn', x.name_en) order by ${nameOrder(locale, 'x')})
      from portal.delegation d join portal."user" x on x.id = d.user_id
      where d.proxy_id = u.id and d.revoked_at is null and d.starts_at <= $5::timestamptz and d.ends_at > $5::timestamptz), '[]') as acts_for,
    (select count(*)::int from portal.work_item w where w.user_id = u.id and w.open and w.kind <> 'read') as open_items
  from page u order by u.sort`;
}
