import { z } from 'zod';
import type { Locale, LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { nameOrder } from '@/server/db/name-order';
import { companyDay } from '@/server/engine/runtime/company-time';

export const OverviewInput = z.strictObject({});

/** Something in the organisation that wants a decision, with what is needed to say so. */
export type Finding =
  | { kind: 'noHead'; department: LocalText; departmentId: string; standIn: { name: string; nameEn: string } | null }
  | { kind: 'headDisabled'; department: LocalText; departmentId: string; head: { name: string; nameEn: string } }
  | {
      kind: 'delegationEnds';
      user: { id: string; name: string; nameEn: string };
      proxy: { name: string; nameEn: string };
      endsAt: string;
      items: number;
    }
  | { kind: 'groupEnds'; group: LocalText; groupId: string; endsOn: string }
  | { kind: 'noPost'; user: { id: string; name: string; nameEn: string } };

export type Overview = {
  people: number;
  departments: number;
  away: number;
  secondPosts: number;
  /** Requests that stand still because nobody was found for a step. */
  nobodyIncidents: number;
  /** Departments with people and without a head; the findings show the first of them. */
  headless: number;
  findings: readonly Finding[];
};

const SOON_DAYS = { delegation: 7, group: 45 };

/** The organisation at a glance: how large it is, and what in it wants a decision, gravest first. */
export async function overview(ctx: Ctx, _input: z.infer<typeof OverviewInput>): Promise<Overview> {
  requirePermission(ctx, 'org.manage');
  const now = ctx.now();
  const { rows } = await query<
    Overview & { no_head: Finding[]; no_post: Finding[]; delegations: Finding[]; groups: Finding[]; second_posts: number; nobody: number }
  >({
    name: `org_overview_${ctx.locale}`,
    text: text(ctx.locale),
    values: [now.toISOString(), inDays(now, SOON_DAYS.delegation).toISOString(), companyDay(now), companyDay(inDays(now, SOON_DAYS.group))],
  });
  const row = rows[0];
  if (!row) throw new Error('the overview has one row');
  return {
    people: row.people,
    departments: row.departments,
    away: row.away,
    secondPosts: row.second_posts,
    nobodyIncidents: row.nobody,
    headless: row.headless,
    findings: [...row.no_head, ...row.no_post, ...row.delegations, ...row.groups],
  };
}

// helpers //////////////////////

function inDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * 86_400_000);
}

const PERSON = (alias: string) => `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'nameEn', ${alias}.name_en)`;
const NAME = (alias: string) => `jsonb_build_object('zh', ${alias}.name_zh, 'en', ${alias}.name_en)`;
const SHOWN = 20;

/** `d` without a head in office, who would be `h`. */
const HEADLESS = `portal.department d left join portal."user" h on h.id = d.head_id
  where d.disabled_at is null and (h.id is null or h.disabled_at is not null)
    and exists (select from portal.post p join portal."user" u on u.id = p.user_id and u.disabled_at is null where p.department_id = d.id)`;

// A department without a head matters when people would be sent to one: an empty one is left out.
const NO_HEAD = `select jsonb_build_object('kind', case when h.id is null then 'noHead' else 'headDisabled' end, 'departmentId', d.id, 'department', ${NAME('d')},
    'head', ${PERSON('h')}, 'standIn', (
      select ${PERSON('x')} from unnest(string_to_array(d.path, '/')::uuid[]) with ordinality as up(id, depth)
      join portal.department a on a.id = up.id and a.id <> d.id and a.disabled_at is null
      join portal."user" x on x.id = a.head_id and x.disabled_at is null order by up.depth desc limit 1)) as finding
  from ${HEADLESS}
  order by length(d.path), d.code limit ${SHOWN}`;

const noPost = (locale: Locale) => `select jsonb_build_object('kind', 'noPost', 'user', ${PERSON('u')}) as finding from portal."user" u
  where u.disabled_at is null and not exists (select from portal.post p where p.user_id = u.id) order by ${nameOrder(locale, 'u')} limit ${SHOWN}`;

const DELEGATIONS = `select jsonb_build_object('kind', 'delegationEnds', 'user', ${PERSON('u')}, 'proxy', ${PERSON('x')},
    'endsAt', to_char(d.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'items', (select count(*) from portal.work_item w where w.user_id = d.proxy_id and w.on_behalf_of = d.user_id and w.open and w.kind <> 'read')) as finding
  from portal.delegation d join portal."user" u on u.id = d.user_id and u.disabled_at is null join portal."user" x on x.id = d.proxy_id and x.disabled_at is null
  where d.revoked_at is null and d.starts_at <= $1::timestamptz and d.ends_at > $1::timestamptz and d.ends_at <= $2::timestamptz order by d.ends_at, d.id limit ${SHOWN}`;

const GROUPS = `select jsonb_build_object('kind', 'groupEnds', 'groupId', g.id, 'group', ${NAME('g')}, 'endsOn', g.ends_on) as finding
  from portal.work_group g where g.disabled_at is null and g.ends_on between $3::date and $4::date order by g.ends_on, g.code limit ${SHOWN}`;

const LIST = (of: string) => `coalesce((select jsonb_agg(f.finding) from (${of}) f), '[]')`;

const text = (locale: Locale) => `select
  (select count(*)::int from portal."user" where disabled_at is null) as people,
  (select count(*)::int from portal.department where disabled_at is null and parent_id is not null) as departments,
  (select count(distinct d.user_id)::int from portal.delegation d join portal."user" u on u.id = d.user_id and u.disabled_at is null
    where d.revoked_at is null and d.starts_at <= $1::timestamptz and d.ends_at > $1::timestamptz) as away,
  (select count(*)::int from (select p.user_id from portal.post p join portal."user" u on u.id = p.user_id and u.disabled_at is null group by 1 having count(*) > 1) x) as second_posts,
  (select count(*)::int from portal.incident where kind = 'nobody' and resolved_at is null) as nobody,
  (select count(*)::int from ${HEADLESS}) as headless,
  ${LIST(NO_HEAD)} as no_head, ${LIST(noPost(locale))} as no_post, ${LIST(DELEGATIONS)} as delegations, ${LIST(GROUPS)} as groups`;
