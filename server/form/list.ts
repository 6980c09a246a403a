import { z } from 'zod';
import type { LocalText } from '@/lib/json';
import { can, requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { searchInput } from '@/server/input';
import { likePattern } from '@/server/like-pattern';
import { foundIds, keyRange } from '@/server/search/by-key';
import { idPage, type Page, pageOf } from '@/server/page';

export const ListFormsInput = z.strictObject({
  ...idPage(50),
  text: searchInput.optional(),
  retired: z.boolean().default(false),
});
export type ListFormsInput = z.infer<typeof ListFormsInput>;

export type FormListItem = {
  id: string;
  name: LocalText;
  latestNo: number;
  draftAhead: boolean;
  updatedAt: string;
  updatedBy: { name: string; nameEn: string } | null;
  usedBy: number;
  retired: boolean;
};

/** Forms, newest first. */
export async function listForms(ctx: Ctx, input: ListFormsInput): Promise<Page<FormListItem>> {
  if (!can(ctx, 'process.design')) requirePermission(ctx, 'form.design');
  const { rows } = await query<{
    id: string;
    name_zh: string;
    name_en: string;
    no: number | null;
    ahead: boolean;
    draft_at: string;
    by_name: string | null;
    by_name_en: string | null;
    used_by: number;
    retired_at: string | null;
  }>({
    name: 'form_list',
    text: `select f.id, f.name_zh, f.name_en, v.no, (v.id is null or v.schema <> f.draft) as ahead, f.draft_at, u.name as by_name, u.name_en as by_name_en, f.retired_at,
             (select count(*)::int from portal.process p where p.form_id = f.id and p.retired_at is null) as used_by
           from portal.form f left join portal.form_version v on v.id = f.latest_version_id left join portal."user" u on u.id = f.draft_by
           where ($1::uuid is null or f.id < $1) and ($2::text is null or f.name_zh ilike $2 or f.name_en ilike $2 or f.id in (${foundIds('form', '$5')})) and (f.retired_at is not null) = $3
           order by f.id desc limit $4`,
    values: [input.cursor ?? null, likePattern(input.text), input.retired, input.limit + 1, keyRange(input.text)],
  });
  return pageOf(
    rows,
    input.limit,
    (row) => ({
      id: row.id,
      name: { zh: row.name_zh, en: row.name_en },
      latestNo: row.no ?? 0,
      draftAhead: row.ahead,
      updatedAt: row.draft_at,
      updatedBy: row.by_name === null ? null : { name: row.by_name, nameEn: row.by_name_en ?? '' },
      usedBy: row.used_by,
      retired: row.retired_at !== null,
    }),
    (last) => last.id,
  );
}
