import { z } from 'zod';
import { type FormSchema, formSchemaSchema } from '@/forms/schema/schema';
import { AppError } from '@/lib/errors';
import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const ExportFormInput = z.strictObject({ id: z.uuid() });
export type ExportFormInput = z.infer<typeof ExportFormInput>;

/** A form's drawing as a file: what `importForm` reads, here or in another portal. */
export type FormFile = { kind: 'vermilion-form'; formatVersion: 1; name: LocalText; schema: FormSchema };

export async function exportForm(ctx: Ctx, input: ExportFormInput): Promise<FormFile> {
  requirePermission(ctx, 'form.design');
  const { rows } = await query<{ name_zh: string; name_en: string; draft: unknown }>({
    name: 'form_export',
    text: 'select name_zh, name_en, draft from portal.form where id = $1',
    values: [input.id],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  return {
    kind: 'vermilion-form',
    formatVersion: 1,
    name: { zh: row.name_zh, en: row.name_en },
    schema: formSchemaSchema.parse(row.draft),
  };
}
