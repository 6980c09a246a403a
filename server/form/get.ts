import { z } from 'zod';
import { formSchemaSchema, type FormSchema } from '@/forms/schema/schema';
import { AppError } from '@/lib/errors';
import type { PersonName } from '@/lib/format/person';
import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const GetFormInput = z.strictObject({ id: z.uuid() });
export type GetFormInput = z.infer<typeof GetFormInput>;

export type FormDetail = {
  id: string;
  code: string;
  name: LocalText;
  draft: FormSchema;
  rev: number;
  latest: { versionId: string; no: number; schema: FormSchema } | null;
  retired: boolean;
  usedBy: readonly { processId: string; name: LocalText }[];
  draftBy: PersonName | null;
  draftAt: string;
};

/** A form with its draft, its latest version and the processes that use it, for its designer. */
export async function getForm(ctx: Ctx, input: GetFormInput): Promise<FormDetail> {
  requirePermission(ctx, 'form.design');
  const { rows } = await query<{
    id: string;
    code: string;
    name_zh: string;
    name_en: string;
    draft: unknown;
    draft_rev: number;
    retired_at: string | null;
    version_id: string | null;
    no: number | null;
    schema: unknown;
    used_by: FormDetail['usedBy'];
    by_name: string | null;
    by_name_en: string | null;
    draft_at: string;
  }>({
    name: 'form_get',
    text: `select f.id, f.code, f.name_zh, f.name_en, f.draft, f.draft_rev, f.retired_at, f.draft_at, u.name as by_name, u.name_en as by_name_en, v.id as version_id, v.no, v.schema,
             coalesce((select jsonb_agg(jsonb_build_object('processId', p.id, 'name', jsonb_build_object('zh', p.name_zh, 'en', p.name_en)) order by p.name_zh)
                       from portal.process p where p.form_id = f.id and p.retired_at is null), '[]') as used_by
           from portal.form f left join portal.form_version v on v.id = f.latest_version_id left join portal."user" u on u.id = f.draft_by where f.id = $1`,
    values: [input.id],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  return {
    id: row.id,
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en },
    draft: formSchemaSchema.parse(row.draft),
    rev: row.draft_rev,
    latest:
      row.version_id !== null && row.no !== null
        ? { versionId: row.version_id, no: row.no, schema: formSchemaSchema.parse(row.schema) }
        : null,
    retired: row.retired_at !== null,
    usedBy: row.used_by,
    draftBy: row.by_name === null ? null : { name: row.by_name, nameEn: row.by_name_en },
    draftAt: row.draft_at,
  };
}
