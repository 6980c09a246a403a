import type { Part } from './fact-spec';

/*
 * One statement for any number of questions: $1 = Spec[] as jsonb, $2 = the instant, $3 = the day it is in the company.
 * Every part gives found(q, seq, user_id, department_id, position_id, via): `seq` is the place in a chain or list (null in a set),
 * department and position are the post that was matched, `via` a text when there is none.
 */

/** The statement for these parts, and the name under which Postgres keeps its plan. */
export function factStatement(parts: ReadonlySet<Part>): { name: string; text: string } {
  const wanted = ORDER.filter((part) => parts.has(part));
  const ctes = [QUESTION];
  if (parts.has('posts') || parts.has('role')) ctes.push(lines(parts));
  if (parts.has('heads')) ctes.push(HEADS);
  const branches = wanted.flatMap((part) => BRANCHES[part]);
  if (parts.has('posts') || parts.has('role')) branches.push(...OF_LINES);
  ctes.push(`found(q, seq, user_id, department_id, position_id, via) as (${branches.join('\nunion all\n')})`);
  return { name: `org_facts_${wanted.join('_')}`, text: `with ${ctes.join(',\n')}\n${ANSWER}` };
}

// helpers //////////////////////

const ORDER: readonly Part[] = ['named', 'posts', 'role', 'everyone', 'workGroup', 'heads'];

const QUESTION = `question as (
  select ordinality::int - 1 as q, spec->>'part' as part, $3::date as day, s.*
  from jsonb_array_elements($1::jsonb) with ordinality as e(spec, ordinality)
  cross join lateral jsonb_to_record(e.spec) as s(users uuid[], departments uuid[], positions uuid[], sub boolean, sets uuid[], person uuid,
    department uuid, "fromLevel" int, "toLevel" int, "untilRank" int, process uuid)
)`;

/** What a line of a role says, and what the department and position rules say: a department (null is any) × a position (null is any). */
function lines(parts: ReadonlySet<Part>): string {
  const of = [];
  if (parts.has('posts')) {
    of.push(`select a.q, d.id as department_id, a.sub, p.id as position_id
    from question a
    left join lateral unnest(a.departments) as d(id) on true
    left join lateral unnest(a.positions) as p(id) on true
    where a.part = 'posts' and (a.departments is null or d.id is not null) and (a.positions is null or p.id is not null)`);
  }
  if (parts.has('role')) {
    of.push(`select a.q, m.department_id, m.include_sub, m.position_id
    from question a
    join portal.role r on r.id = any(a.sets) and r.disabled_at is null
    join portal.role_member m on m.role_id = r.id and m.user_id is null
    where a.part = 'role'`);
  }
  return `line(q, department_id, sub, position_id) as (${of.join('\nunion all\n')})`;
}

// A subtree is one range of paths: ids have one length, and no character of a path comes after '~'.
const OF_LINES: readonly string[] = [
  `select l.q, null::int as seq, p.user_id, p.department_id, p.position_id, null::text as via
  from line l
  join portal.department top on top.id = l.department_id
  join portal.department d on d.path ~>=~ top.path and d.path ~<=~ (case when l.sub then top.path || '/~' else top.path end) and d.disabled_at is null
  join portal.post p on p.department_id = d.id and (l.position_id is null or p.position_id = l.position_id)
  where top.disabled_at is null`,
  `select l.q, null, p.user_id, p.department_id, p.position_id, null
  from line l
  join portal.post p on p.position_id = l.position_id
  join portal.department d on d.id = p.department_id and d.disabled_at is null
  where l.department_id is null`,
];

const BRANCHES: Record<Part, readonly string[]> = {
  named: [
    `select a.q, u.seq::int, u.id, null::uuid as department_id, null::uuid as position_id, null::text as via
    from question a cross join lateral unnest(a.users) with ordinality as u(id, seq)
    where a.part = 'named'`,
  ],
  posts: [],
  role: [
    `select a.q, null::int, m.user_id, null::uuid, null::uuid, r.name_zh
    from question a
    join portal.role r on r.id = any(a.sets) and r.disabled_at is null
    join portal.role_member m on m.role_id = r.id and m.user_id is not null
    where a.part = 'role'`,
  ],
  everyone: [
    `select a.q, null::int, u.id, null::uuid, null::uuid, null::text from question a cross join portal."user" u where a.part = 'everyone'`,
  ],
  workGroup: [
    `select a.q, null::int, m.user_id, null::uuid, null::uuid, g.name_zh
    from question a
    join portal.work_group g on g.id = any(a.sets) and g.disabled_at is null
      and (g.starts_on is null or g.starts_on <= a.day) and (g.ends_on is null or g.ends_on >= a.day)
    join portal.work_group_member m on m.work_group_id = g.id
    where a.part = 'workGroup'`,
  ],
  heads: ['select q, seq, user_id, department_id, null::uuid, null::text from head'],
};

/*
 * `start`: where each climb begins. `step`: the departments from there to the root that have a head who can act; whoever climbs starts
 * above the highest department that he or she heads, so that nobody is approved by a subordinate. `rung`: the nearest of a head's
 * departments only, counted upwards. `head`: the rungs asked for, ending after the first that is high enough.
 */
const HEADS = `start as (
  select a.q, 1 as k, a.person, coalesce(a.department, (select p.department_id from portal.post p where p.user_id = a.person and p.is_primary)) as department_id
  from question a where a.part = 'heads' and a.person is not null
  union all
  select a.q, d.k::int, null, d.id
  from question a cross join lateral unnest(a.departments) with ordinality as d(id, k) where a.part = 'heads' and a.person is null
),
step as (
  select s.q, s.k, s.person, up.depth, d.id as department_id, d.head_id,
    min(up.depth) filter (where d.head_id = s.person) over (partition by s.q, s.k) as own_depth
  from start s
  join portal.department own on own.id = s.department_id
  cross join lateral unnest(string_to_array(own.path, '/')::uuid[]) with ordinality as up(id, depth)
  join portal.department d on d.id = up.id and d.disabled_at is null
),
nearest as (
  select distinct on (s.q, s.k, s.head_id) s.q, s.k, s.depth, s.department_id, s.head_id
  from step s
  join question a on a.q = s.q
  join portal."user" u on u.id = s.head_id and u.disabled_at is null
  where (s.own_depth is null or s.depth < s.own_depth) and not (s.head_id = any(coalesce(a.users, '{}')))
  order by s.q, s.k, s.head_id, s.depth desc
),
rung as (
  select n.*, row_number() over (partition by n.q, n.k order by n.depth desc)::int as level,
    (select min(r.rank) from portal.post p join portal.position r on r.id = p.position_id and r.disabled_at is null
      join portal.department d on d.id = p.department_id and d.disabled_at is null where p.user_id = n.head_id) as rank
  from nearest n
),
head as (
  select r.q, case when a.person is null then r.k else r.level end as seq, r.head_id as user_id, r.department_id
  from rung r join question a on a.q = r.q
  where r.level >= a."fromLevel" and (a."toLevel" is null or r.level <= a."toLevel")
    and not (a."untilRank" is not null and exists (
      select from rung lower where lower.q = r.q and lower.k = r.k and lower.level < r.level and lower.rank <= a."untilRank"))
)`;

/** The post that speaks for a person: the matched one, else one in the matched department, else the primary one. */
const POST = (userId: string, matched: string) => `left join lateral (
  select d.name_zh || ' ' || r.name_zh as text, r.rank
  from portal.post p
  join portal.position r on r.id = p.position_id
  join portal.department d on d.id = p.department_id and d.disabled_at is null
  where p.user_id = ${userId}
  order by ${matched}p.is_primary desc, r.rank, p.id limit 1
)`;

const ANSWER = `select f.q, f.seq, u.id, u.name, u.name_en, coalesce(f.via, post.text, '') as via, post.rank,
  proxy.id as proxy_id, proxy.name as proxy_name, proxy.name_en as proxy_name_en, coalesce(proxy.via, '') as proxy_via
from found f
join question a on a.q = f.q
join portal."user" u on u.id = f.user_id and u.disabled_at is null
${POST('u.id', '(p.department_id is not distinct from f.department_id and (f.position_id is null or p.position_id = f.position_id)) desc, ')} post on true
left join lateral (
  select x.id, x.name, x.name_en, post.text as via
  from portal.delegation d
  join portal."user" x on x.id = d.proxy_id and x.disabled_at is null and x.id <> d.user_id
  ${POST('x.id', '')} post on true
  where a.process is not null and d.user_id = u.id and d.revoked_at is null and d.starts_at <= $2::timestamptz and d.ends_at > $2::timestamptz
    and (d.process_ids = '{}' or a.process = any(d.process_ids)) and d.amount_limit is null
  order by (d.process_ids = '{}'), d.starts_at desc, d.id desc limit 1
) proxy on true`;
