import type { Tx } from '@/server/db/unit-of-work';
import type { Lockable } from './lock-row';

/** What still leans on a record: how many, and the first few by name. */
export type Usage = {
  what: 'people' | 'subDepartments' | 'roles' | 'processes' | 'heads' | 'workGroups' | 'delegations' | 'openItems';
  count: number;
  names: readonly string[];
};

/** Everything that would lose its footing if the record were disabled, in the order in which a person would mend it. */
export async function usageOf(tx: Pick<Tx, 'query'>, kind: Lockable, id: string): Promise<readonly Usage[]> {
  const parts = PARTS[kind].map(
    (what) => `select '${what}' as what, x.name from (${NAMES[kind][what] ?? 'select null::text as name where false'}) x`,
  );
  const { rows } = await tx.query<{ what: Usage['what']; count: number; names: string[] }>({
    name: `org_usage_${kind}`,
    text: `select what, count(*)::int as count, (array_agg(name order by name))[1:5] as names from (${parts.join(' union all ')}) u where $1::uuid is not null group by what`,
    values: [id],
  });
  return PARTS[kind].flatMap((what) => rows.filter((row) => row.what === what));
}

// helpers //////////////////////

/** A process names a record when its published definition or its draft holds the id. */
const PROCESSES = `select p.name_zh as name from portal.process p left join portal.process_version v on v.id = p.latest_version_id
  where p.retired_at is null and (v.definition::text like '%' || $1 || '%' or p.draft_xml like '%' || $1 || '%')`;

const ROLES = (column: string) =>
  `select distinct r.name_zh as name from portal.role_member m join portal.role r on r.id = m.role_id where r.disabled_at is null and m.${column} = $1`;

const HOLDERS = (column: string) =>
  `select distinct on (u.id) u.name from portal.post p join portal."user" u on u.id = p.user_id where u.disabled_at is null and p.${column} = $1`;

const PARTS: Record<Lockable, readonly Usage['what'][]> = {
  department: ['people', 'subDepartments', 'roles', 'processes'],
  position: ['people', 'roles', 'processes'],
  role: ['processes'],
  workGroup: ['processes'],
  user: ['openItems', 'heads', 'roles', 'workGroups', 'delegations', 'processes'],
};

const NAMES: Record<Lockable, Partial<Record<Usage['what'], string>>> = {
  department: {
    people: HOLDERS('department_id'),
    subDepartments: 'select name_zh as name from portal.department where parent_id = $1 and disabled_at is null',
    roles: ROLES('department_id'),
    processes: PROCESSES,
  },
  position: { people: HOLDERS('position_id'), roles: ROLES('position_id'), processes: PROCESSES },
  role: { processes: PROCESSES },
  workGroup: { processes: PROCESSES },
  user: {
    openItems: `select i.title as name from portal.work_item w join portal.process_instance i on i.id = w.root_instance_id
      where w.user_id = $1 and w.open and w.kind <> 'read'`,
    heads: 'select name_zh as name from portal.department where head_id = $1 and disabled_at is null',
    roles: ROLES('user_id'),
    workGroups: `select g.name_zh as name from portal.work_group_member m join portal.work_group g on g.id = m.work_group_id where g.disabled_at is null and m.user_id = $1`,
    delegations: `select u.name from portal.delegation d join portal."user" u on u.id = d.user_id
      where d.proxy_id = $1 and d.revoked_at is null and d.ends_at > now()`,
    processes: PROCESSES,
  },
};
