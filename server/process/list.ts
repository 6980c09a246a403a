import { z } from 'zod';
import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { OWNERS, type ProcessOwner } from './owners';
import { searchInput } from '@/server/input';
import { likePattern } from '@/server/like-pattern';
import { foundIds, keyRange } from '@/server/search/by-key';

export const ListProcessesInput = z.strictObject({ text: searchInput.optional(), retired: z.boolean().default(false) });
export type ListProcessesInput = z.infer<typeof ListProcessesInput>;

export type ProcessListItem = {
  id: string;
  key: string;
  name: LocalText;
  icon: string;
  categoryId: string | null;
  categoryName: LocalText | null;
  /** None = every designer. */
  owners: readonly ProcessOwner[];
  latestNo: number;
  openInstances: number;
  updatedAt: string;
  updatedBy: { name: string; nameEn: string } | null;
  retired: boolean;
};

/** The processes of the library by category and name; a company has hundreds, not more. */
export async function listProcesses(ctx: Ctx, input: ListProcessesInput): Promise<readonly ProcessListItem[]> {
  requirePermission(ctx, 'process.design');
  const { rows } = await query<{
    id: string;
    key: string;
    name_zh: string;
    name_en: string;
    icon: string;
    category_id: string | null;
    owners: ProcessOwner[];
    category_zh: string | null;
    category_en: string | null;
    no: number | null;
    open: number;
    draft_at: string;
    by_name: string | null;
    by_name_en: string | null;
    retired_at: string | null;
  }>({
    name: 'process_list',
    text: `select p.id, p.key, p.name_zh, p.name_en, p.icon, p.category_id, ${OWNERS} as owners, c.name_zh as category_zh, c.name_en as category_en, v.no, p.draft_at, u.name as by_name, u.name_en as by_name_en, p.retired_at,
             (select count(*)::int from (select 1 from portal.process_instance i where i.process_id = p.id and i.ended_at is null limit 1000) n) as open
           from portal.process p left join portal.process_category c on c.id = p.category_id left join portal.process_version v on v.id = p.latest_version_id left join portal."user" u on u.id = p.draft_by
           where (p.retired_at is not null) = $1 and ($2::text is null or p.name_zh ilike $2 or p.name_en ilike $2 or p.key ilike $2 or p.id in (${foundIds('process', '$3')}))
           order by c.sort_order nulls last, p.name_zh collate "C", p.id limit 1000`,
    values: [input.retired, likePattern(input.text), keyRange(input.text)],
  });
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: { zh: row.name_zh, en: row.name_en },
    icon: row.icon,
    categoryId: row.category_id,
    owners: row.owners,
    categoryName: row.category_zh === null ? null : { zh: row.category_zh, en: row.category_en ?? '' },
    latestNo: row.no ?? 0,
    openInstances: row.open,
    updatedAt: row.draft_at,
    updatedBy: row.by_name === null ? null : { name: row.by_name, nameEn: row.by_name_en ?? '' },
    retired: row.retired_at !== null,
  }));
}

/** `processes`: in use and retired ones in it. */
export type CategoryView = { id: string; name: LocalText; disabled: boolean; processes: number };

/** The categories of the library and of the start page, in display order. */
export async function listCategories(ctx: Ctx): Promise<readonly CategoryView[]> {
  requirePermission(ctx, 'process.design');
  const { rows } = await query<{ id: string; name_zh: string; name_en: string; disabled: boolean; processes: number }>({
    name: 'category_list',
    text: `select c.id, c.name_zh, c.name_en, c.disabled_at is not null as disabled,
             (select count(*)::int from portal.process p where p.category_id = c.id) as processes
           from portal.process_category c order by c.sort_order, c.name_zh, c.id`,
    values: [],
  });
  return rows.map((row) => ({ id: row.id, name: { zh: row.name_zh, en: row.name_en }, disabled: row.disabled, processes: row.processes }));
}
