import { z } from 'zod';
import { type FormSchema, formSchemaSchema } from '@/forms/schema/schema';
import { AppError } from '@/lib/errors';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { ordinal } from '@/server/input';

export const FormVersionInput = z.strictObject({ id: z.uuid(), no: ordinal(1) });
export type FormVersionInput = z.infer<typeof FormVersionInput>;

/** A published version as it was drawn, to be looked at or drawn anew. */
export async function formVersion(
  ctx: Ctx,
  input: FormVersionInput,
): Promise<{ no: number; schema: FormSchema; note: string; publishedAt: string }> {
  requirePermission(ctx, 'form.design');
  const { rows } = await query<{ no: number; schema: unknown; note: string; published_at: string }>({
    name: 'form_version_by_no',
    text: 'select no, schema, note, published_at from portal.form_version where form_id = $1 and no = $2',
    values: [input.id, input.no],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  return { no: row.no, schema: formSchemaSchema.parse(row.schema), note: row.note, publishedAt: row.published_at };
}
