import { z } from 'zod';
import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { nameOrder } from '@/server/db/name-order';
import { companyDay } from '@/server/engine/runtime/company-time';
import { likePattern } from '@/server/like-pattern';
import { foundIds, keyRange } from '@/server/search/by-key';
import { type Page, pageOf } from '@/server/page';
import { page, search } from './inputs';

export const ListWorkGroupsInput = z.strictObject({ ...page, search, withDisabled: z.boolean().default(false) });

export type WorkGroupView = {
  id: string;
  code: string;
  name: LocalText;
  startsOn: string | null;
  endsOn: string | null;
  /** Where today lies in its days. */
  phase: 'before' | 'now' | 'over';
  members: readonly { id: string; name: string; nameEn: string; disabled: boolean }[];
  disabled: boolean;
  rev: number;
};

type Row = Omit<WorkGroupView, 'name' | 'startsOn' | 'endsOn'> & {
  name_zh: string;
  name_en: string;
  starts_on: string | null;
  ends_on: string | null;
};

/** Work groups by code, with their members. */
export async function listWorkGroups(ctx: Ctx, input: z.infer<typeof ListWorkGroupsInput>): Promise<Page<WorkGroupView>> {
  requirePermission(ctx, 'org.manage');
  const { rows } = await query<Row>({
    name: `org_work_groups_${ctx.locale}`,
    text: `select g.id, g.code, g.name_zh, g.name_en, g.starts_on, g.ends_on, g.rev, g.disabled_at is not null as disabled,
             case when g.starts_on > $5::date then 'before' when g.ends_on < $5::date then 'over' else 'now' end as phase,
             coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'nameEn', u.name_en, 'disabled', u.disabled_at is not null) order by ${nameOrder(ctx.locale, 'u')})
               from portal.work_group_member m join portal."user" u on u.id = m.user_id where m.work_group_id = g.id), '[]') as members
           from portal.work_group g
           where ($1 or g.disabled_at is null) and ($2::text is null or g.name_zh ilike $2 or g.name_en ilike $2 or g.code ilike $2 or g.id in (${foundIds('workGroup', '$6')})) and ($3::text is null or g.code > $3)
           order by g.code limit $4`,
    values: [
      input.withDisabled,
      likePattern(input.search),
      input.cursor ?? null,
      input.limit + 1,
      companyDay(ctx.now()),
      keyRange(input.search),
    ],
  });
  return pageOf(
    rows,
    input.limit,
    ({ name_zh: zh, name_en: en, starts_on: startsOn, ends_on: endsOn, ...row }) => ({
      ...row,
      name: { zh, en },
      startsOn,
      endsOn,
    }),
    (last) => last.code,
  );
}
