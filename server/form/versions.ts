import { z } from 'zod';
import type { PersonName } from '@/lib/format/person';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const FormVersionsInput = z.strictObject({ id: z.uuid() });
export type FormVersionsInput = z.infer<typeof FormVersionsInput>;

export type FormVersionItem = { id: string; no: number; note: string; publishedAt: string; publishedBy: PersonName | null };

/** The versions of a form, newest first. */
export async function formVersions(ctx: Ctx, input: FormVersionsInput): Promise<readonly FormVersionItem[]> {
  requirePermission(ctx, 'form.design');
  const { rows } = await query<{
    id: string;
    no: number;
    note: string;
    published_at: string;
    by_name: string | null;
    by_name_en: string | null;
  }>({
    name: 'form_versions',
    text: `select v.id, v.no, v.note, v.published_at, u.name as by_name, u.name_en as by_name_en from portal.form_version v left join portal."user" u on u.id = v.published_by
           where v.form_id = $1 order by v.no desc limit 200`,
    values: [input.id],
  });
  return rows.map((row) => ({
    id: row.id,
    no: row.no,
    note: row.note,
    publishedAt: row.published_at,
    publishedBy: row.by_name === null ? null : { name: row.by_name, nameEn: row.by_name_en },
  }));
}
