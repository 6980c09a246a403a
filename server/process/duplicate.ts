import { z } from 'zod';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { AppError } from '@/lib/errors';
import { createProcess } from './create';

export const DuplicateProcessInput = z.strictObject({ commandId: z.uuid(), id: z.uuid() });
export type DuplicateProcessInput = z.infer<typeof DuplicateProcessInput>;

/** A new process whose draft is a copy of this one's; versions and owners are not taken along. */
export async function duplicateProcess(ctx: Ctx, input: DuplicateProcessInput): Promise<{ id: string; key: string }> {
  requirePermission(ctx, 'process.design');
  const { commandId, id } = input;
  const { rows } = await query<{ name_zh: string; name_en: string; icon: string; category_id: string | null; draft_xml: string }>({
    name: 'process_for_copy',
    text: 'select name_zh, name_en, icon, category_id, draft_xml from portal.process where id = $1',
    values: [id],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  const name = { zh: row.name_zh ? `${row.name_zh.slice(0, 95)} 副本` : '', en: row.name_en ? `${row.name_en.slice(0, 93)} (copy)` : '' };
  const made = { commandId, name, icon: row.icon, categoryId: row.category_id, xml: row.draft_xml };
  return createProcess(ctx, made, { verb: 'process.duplicate', request: input });
}
