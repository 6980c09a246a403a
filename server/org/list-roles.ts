import { z } from 'zod';
import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { likePattern } from '@/server/like-pattern';
import { foundIds, keyRange } from '@/server/search/by-key';
import { type Page, pageOf } from '@/server/page';
import { page, search } from './inputs';

export const ListRolesInput = z.strictObject({ ...page, search, withDisabled: z.boolean().default(false) });

export type RoleView = { id: string; code: string; name: LocalText; lines: readonly RoleLineView[]; disabled: boolean; rev: number };
export type RoleLineView =
  | { kind: 'user'; userId: string; name: LocalText }
  | {
      kind: 'posts';
      departmentId: string | null;
      department: LocalText | null;
      includeSub: boolean;
      positionId: string | null;
      position: LocalText | null;
    };

type Row = { id: string; code: string; name_zh: string; name_en: string; lines: RoleLineView[]; disabled: boolean; rev: number };

/** Roles by code, each with what it is made of. */
export async function listRoles(ctx: Ctx, input: z.infer<typeof ListRolesInput>): Promise<Page<RoleView>> {
  requirePermission(ctx, 'org.manage');
  const { rows } = await query<Row>({
    name: 'org_roles',
    text: `select r.id, r.code, r.name_zh, r.name_en, r.rev, r.disabled_at is not null as disabled, coalesce(l.lines, '[]') as lines
           from portal.role r
           left join lateral (
             select jsonb_agg(case when m.user_id is not null
                 then jsonb_build_object('kind', 'user', 'userId', u.id, 'name', jsonb_build_object('zh', u.name, 'en', u.name_en))
                 else jsonb_build_object('kind', 'posts', 'departmentId', d.id, 'includeSub', m.include_sub, 'positionId', p.id,
                   'department', case when d.id is not null then jsonb_build_object('zh', d.name_zh, 'en', d.name_en) end,
                   'position', case when p.id is not null then jsonb_build_object('zh', p.name_zh, 'en', p.name_en) end) end
               order by m.id) as lines
             from portal.role_member m
             left join portal."user" u on u.id = m.user_id
             left join portal.department d on d.id = m.department_id
             left join portal.position p on p.id = m.position_id
             where m.role_id = r.id
           ) l on true
           where ($1 or r.disabled_at is null) and ($2::text is null or r.name_zh ilike $2 or r.name_en ilike $2 or r.code ilike $2 or r.id in (${foundIds('role', '$5')})) and ($3::text is null or r.code > $3)
           order by r.code limit $4`,
    values: [input.withDisabled, likePattern(input.search), input.cursor ?? null, input.limit + 1, keyRange(input.search)],
  });
  return pageOf(
    rows,
    input.limit,
    ({ name_zh: zh, name_en: en, ...row }) => ({ ...row, name: { zh, en } }),
    (last) => last.code,
  );
}
