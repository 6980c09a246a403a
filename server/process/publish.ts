import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import type { Problem } from '@/lib/bpmn/problem';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { idempotent } from '@/server/idempotent';
import { compileDraft, problemsRefusal } from './check';

export const PublishProcessInput = z.strictObject({
  commandId: z.uuid(),
  id: z.uuid(),
  /** The revision that was seen. */
  rev: z.int().min(1),
  note: z.string().trim().max(500).default(''),
});
export type PublishProcessInput = z.infer<typeof PublishProcessInput>;

export type Published = { versionId: string; no: number; warnings: readonly Problem[] };

/** Makes an immutable version of the draft, with its form's latest version pinned; what cannot run is refused, naming the elements. Running instances stay on theirs. */
export async function publishProcess(ctx: Ctx, input: PublishProcessInput): Promise<Published> {
  requirePermission(ctx, 'process.publish');
  const { rows } = await query<{ draft_xml: string; draft_rev: number; key: string }>({
    name: 'process_for_publish',
    text: 'select draft_xml, draft_rev, key from portal.process where id = $1',
    values: [input.id],
  });
  const draft = rows[0];
  if (!draft) throw new AppError('NOT_FOUND');
  // Compiling is long for a lock and depends on nothing that may change under this revision: before the transaction.
  const { compiled, form } = await compileDraft(draft.draft_xml, draft.key);
  return idempotent(ctx, 'process.publish', input, async (tx) => {
    const { rows: locked } = await tx.query<{ draft_rev: number; no: number }>({
      name: 'process_publish_lock',
      text: `select p.draft_rev, coalesce((select max(v.no) from portal.process_version v where v.process_id = p.id), 0) + 1 as no from portal.process p where p.id = $1 for update of p`,
      values: [input.id],
    });
    const row = locked[0];
    if (row?.draft_rev !== input.rev || draft.draft_rev !== input.rev) throw new AppError('CONFLICT_STALE');
    if (!compiled.definition) throw problemsRefusal(compiled.problems);
    const versionId = newId();
    await tx.query({
      name: 'process_version_insert',
      text: `insert into portal.process_version (id, process_id, no, xml, definition, form_version_id, hash, note, published_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [
        versionId,
        input.id,
        row.no,
        draft.draft_xml,
        JSON.stringify(compiled.definition),
        form?.formVersionId ?? null,
        compiled.hash,
        input.note,
        ctx.actor.kind === 'user' ? ctx.actor.userId : null,
      ],
    });
    await tx.query({
      name: 'process_latest',
      text: 'update portal.process set latest_version_id = $2, form_id = $3, retired_at = null where id = $1',
      values: [input.id, versionId, compiled.definition.settings.formId ?? null],
    });
    await writeAudit(tx, ctx, {
      action: 'process.published',
      subjectKind: 'process',
      subjectId: input.id,
      after: { no: row.no, versionId, note: input.note },
    });
    return { versionId, no: row.no, warnings: compiled.problems.filter((problem) => problem.level === 'warning') };
  });
}
