import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import { parseModel } from '@/server/bpmn/parse';
import { modelText } from '@/server/bpmn/read-file';
import { restoreLost } from '@/server/bpmn/restore-lost';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { type OwnedProcess, ownedProcess } from './owned';
import { line, localName, rev } from '@/server/input';
import { requireCategory } from './internal/require-category';

export const SaveProcessDraftInput = z.strictObject({
  commandId: z.uuid(),
  id: z.uuid(),
  /** The revision that was edited; another one in the store is CONFLICT_STALE. */
  rev,
  xml: modelText,
  name: localName(100).optional(),
  icon: line(30).optional(),
  categoryId: z.uuid().nullable().optional(),
});
export type SaveProcessDraftInput = z.infer<typeof SaveProcessDraftInput>;

/** Saves a draft as it was drawn; only publishing checks it. What the designer could not show of an imported file stays in it. */
export async function saveProcessDraft(ctx: Ctx, input: SaveProcessDraftInput): Promise<{ rev: number }> {
  requirePermission(ctx, 'process.design');
  const before = await ownedProcess(ctx, { query }, input.id);
  const xml = await textToStore(before, input);
  return idempotent(ctx, 'process.saveDraft', input, async (tx) => {
    await requireCategory(tx, input.categoryId, input.id);
    const { rows } = await tx.query<{ draft_rev: number }>({
      name: 'process_draft_save',
      text: `update portal.process set draft_xml = $3, draft_rev = draft_rev + 1, draft_by = $4, draft_at = now(),
               name_zh = coalesce($5, name_zh), name_en = coalesce($6, name_en), icon = coalesce($7, icon), category_id = case when $8 then $9::uuid else category_id end
             where id = $1 and draft_rev = $2 returning draft_rev`,
      values: [
        input.id,
        input.rev,
        xml,
        ctx.actor.kind === 'user' ? ctx.actor.userId : null,
        input.name?.zh ?? null,
        input.name?.en ?? null,
        input.icon ?? null,
        input.categoryId !== undefined,
        input.categoryId ?? null,
      ],
    });
    const row = rows[0];
    if (!row) throw new AppError('CONFLICT_STALE');
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, { action: 'process.draftSaved', subjectKind: 'process', subjectId: input.id, after: { rev: row.draft_rev } });
    return { rev: row.draft_rev };
  });
}

// helpers //////////////////////

/** Hostile text is refused; a save that will be refused as stale needs no more work. */
async function textToStore(before: OwnedProcess, { xml, rev }: SaveProcessDraftInput): Promise<string> {
  await parseModel(xml);
  if (before.draftRev !== rev || before.draftXml === xml) return xml;
  return restoreLost(before.draftXml, xml);
}
