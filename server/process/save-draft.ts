import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';

export const SaveProcessDraftInput = z.strictObject({
  commandId: z.uuid(),
  id: z.uuid(),
  /** The revision that was edited; another one in the store is CONFLICT_STALE. */
  rev: z.int().min(1),
  xml: z.string().min(1).max(2_000_000),
  name: z.strictObject({ zh: z.string().trim().max(100), en: z.string().trim().max(100) }).optional(),
  icon: z.string().max(30).optional(),
  categoryId: z.uuid().nullable().optional(),
});
export type SaveProcessDraftInput = z.infer<typeof SaveProcessDraftInput>;

/** Saves a draft as it is; only publishing checks it. */
export function saveProcessDraft(ctx: Ctx, input: SaveProcessDraftInput): Promise<{ rev: number }> {
  requirePermission(ctx, 'process.design');
  return idempotent(ctx, 'process.saveDraft', input, async (tx) => {
    const { rows } = await tx.query<{ draft_rev: number }>({
      name: 'process_draft_save',
      text: `update portal.process set draft_xml = $3, draft_rev = draft_rev + 1, draft_by = $4, draft_at = now(),
               name_zh = coalesce($5, name_zh), name_en = coalesce($6, name_en), icon = coalesce($7, icon), category_id = case when $8 then $9::uuid else category_id end
             where id = $1 and draft_rev = $2 returning draft_rev`,
      values: [
        input.id,
        input.rev,
        input.xml,
        ctx.actor.kind === 'user' ? ctx.actor.userId : null,
        input.name?.zh ?? null,
        input.name?.en ?? null,
        input.icon ?? null,
        input.categoryId !== undefined,
        input.categoryId ?? null,
      ],
    });
    const row = rows[0];
    if (!row) {
      const { rows: found } = await tx.query({
        name: 'process_exists',
        text: 'select 1 from portal.process where id = $1',
        values: [input.id],
      });
      throw new AppError(found.length > 0 ? 'CONFLICT_STALE' : 'NOT_FOUND');
    }
    await writeAudit(tx, ctx, { action: 'process.draftSaved', subjectKind: 'process', subjectId: input.id, after: { rev: row.draft_rev } });
    return { rev: row.draft_rev };
  });
}
