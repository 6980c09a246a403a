import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import { modelFileSchema, readModelFile } from '@/server/bpmn/read-file';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { idempotent } from '@/server/idempotent';
import { ownedProcess } from './owned';
import { rev } from '@/server/input';

export const ReplaceDraftInput = z.strictObject({
  commandId: z.uuid(),
  id: z.uuid(),
  /** The revision that is given up. */
  rev,
  from: z.union([z.strictObject({ versionId: z.uuid() }), z.strictObject({ file: modelFileSchema })]),
});
export type ReplaceDraftInput = z.infer<typeof ReplaceDraftInput>;

/** Puts an earlier version or a file in the draft's place, its bytes as they are. What runs and the versions do not change. */
export async function replaceDraft(ctx: Ctx, input: ReplaceDraftInput): Promise<{ rev: number }> {
  requirePermission(ctx, 'process.design');
  await ownedProcess(ctx, { query }, input.id);
  const xml = 'file' in input.from ? (await readModelFile(input.from.file)).draft : await versionText(input.id, input.from.versionId);
  return idempotent(ctx, 'process.replaceDraft', input, async (tx) => {
    const { rows } = await tx.query<{ draft_rev: number }>({
      name: 'process_draft_replace',
      text: 'update portal.process set draft_xml = $3, draft_rev = draft_rev + 1, draft_by = $4, draft_at = now() where id = $1 and draft_rev = $2 returning draft_rev',
      values: [input.id, input.rev, xml, ctx.actor.kind === 'user' ? ctx.actor.userId : null],
    });
    const row = rows[0];
    if (!row) throw new AppError('CONFLICT_STALE');
    const source = 'file' in input.from ? 'file' : input.from.versionId;
    await writeAudit(tx, ctx, {
      action: 'process.draftReplaced',
      subjectKind: 'process',
      subjectId: input.id,
      after: { rev: row.draft_rev, source },
    });
    return { rev: row.draft_rev };
  });
}

// helpers //////////////////////

async function versionText(processId: string, versionId: string): Promise<string> {
  const { rows } = await query<{ xml: string }>({
    name: 'process_version_text',
    text: 'select xml from portal.process_version where process_id = $1 and id = $2',
    values: [processId, versionId],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  return row.xml;
}
