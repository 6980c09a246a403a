import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { readDraft } from './read-draft';
import { rev } from '@/server/input';

export const SaveFormDraftInput = z.strictObject({
  commandId: z.uuid(),
  id: z.uuid(),
  /** The revision that was edited; another one in the store is CONFLICT_STALE. */
  rev,
  schema: z.unknown(),
});
export type SaveFormDraftInput = z.infer<typeof SaveFormDraftInput>;

/** Saves a form's draft; a draft may have problems, only publishing refuses them. */
export async function saveFormDraft(ctx: Ctx, input: SaveFormDraftInput): Promise<{ rev: number }> {
  requirePermission(ctx, 'form.design');
  const schema = readDraft(input.schema);
  return idempotent(ctx, 'form.saveDraft', input, async (tx) => {
    const { rows } = await tx.query<{ draft_rev: number }>({
      name: 'form_draft_save',
      text: `update portal.form set draft = $3, draft_rev = draft_rev + 1, draft_by = $4, draft_at = now(), name_zh = $5, name_en = $6
             where id = $1 and draft_rev = $2 and retired_at is null returning draft_rev`,
      values: [
        input.id,
        input.rev,
        JSON.stringify(schema),
        ctx.actor.kind === 'user' ? ctx.actor.userId : null,
        schema.title.zh,
        schema.title.en,
      ],
    });
    const row = rows[0];
    if (!row) throw new AppError((await exists(tx, input.id)) ? 'CONFLICT_STALE' : 'NOT_FOUND');
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, { action: 'form.draftSaved', subjectKind: 'form', subjectId: input.id, after: { rev: row.draft_rev } });
    return { rev: row.draft_rev };
  });
}

// helpers //////////////////////

async function exists(
  tx: { query(sql: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }> },
  id: string,
): Promise<boolean> {
  const { rows } = await tx.query({
    name: 'form_exists',
    text: 'select 1 from portal.form where id = $1 and retired_at is null',
    values: [id],
  });
  return rows.length > 0;
}
