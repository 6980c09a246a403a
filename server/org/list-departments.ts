import { z } from 'zod';
import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { keysText } from '@/server/search/by-key';

export const ListDepartmentsInput = z.strictObject({ withDisabled: z.boolean().default(false) });

export type DepartmentView = {
  id: string;
  code: string;
  name: LocalText;
  parentId: string | null;
  head: { id: string; name: string; nameEn: string; disabled: boolean } | null;
  /** Active people with a post here, or here and below; a person with two posts counts once. */
  people: number;
  peopleBelow: number;
  disabled: boolean;
  rev: number;
  /** What `isFoundBy` looks into: the names of the department and of its head. */
  keys: string;
};

type Row = {
  id: string;
  code: string;
  name_zh: string;
  name_en: string;
  parent_id: string | null;
  head: DepartmentView['head'];
  people: number;
  people_below: number;
  disabled: boolean;
  rev: number;
  keys: string;
};

/** The whole tree with heads and numbers of people, parents before children. */
export async function listDepartments(
  ctx: Ctx,
  { withDisabled }: z.infer<typeof ListDepartmentsInput>,
): Promise<readonly DepartmentView[]> {
  requirePermission(ctx, 'org.manage');
  const { rows } = await query<Row>({
    name: 'org_departments',
    text: `with seat as (
             select p.user_id, d.id, d.path from portal.post p join portal."user" u on u.id = p.user_id and u.disabled_at is null
             join portal.department d on d.id = p.department_id
           ),
           here as (select id, count(distinct user_id)::int as n from seat group by id),
           below as (
             select up.id, count(distinct s.user_id)::int as n from seat s cross join lateral unnest(string_to_array(s.path, '/')::uuid[]) as up(id) group by up.id
           )
           select d.id, d.code, d.name_zh, d.name_en, d.parent_id, d.rev, d.disabled_at is not null as disabled,
             case when h.id is not null then jsonb_build_object('id', h.id, 'name', h.name, 'nameEn', h.name_en, 'disabled', h.disabled_at is not null) end as head,
             coalesce(here.n, 0) as people, coalesce(below.n, 0) as people_below,
             ${KEYS} as keys
           from portal.department d
           left join portal."user" h on h.id = d.head_id
           left join here on here.id = d.id
           left join below on below.id = d.id
           where $1 or d.disabled_at is null
           order by length(d.path), d.sort_order, d.code limit 10000`,
    values: [withDisabled],
  });
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en },
    parentId: row.parent_id,
    head: row.head,
    people: row.people,
    peopleBelow: row.people_below,
    disabled: row.disabled,
    rev: row.rev,
    keys: row.keys,
  }));
}

// helpers //////////////////////

const KEYS = keysText([
  { kind: 'department', id: 'd.id' },
  { kind: 'user', id: 'd.head_id' },
]);
