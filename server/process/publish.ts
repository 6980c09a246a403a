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
import { ownedProcess } from './owned';
import { rev, writing } from '@/server/input';

export const PublishProcessInput = z.strictObject({
  commandId: z.uuid(),
  id: z.uuid(),
  /** The revision that was seen. */
  rev,
  note: writing(500).default(''),
});
export type PublishProcessInput = z.infer<typeof PublishProcessInput>;

export type Published = { versionId: string; no: number; warnings: readonly Problem[] };

/** Makes an immutable version of the draft, with its form's latest version pinned; what cannot run is refused, naming the elements. Running instances stay on theirs. */
export async function publishProcess(ctx: Ctx, input: PublishProcessInput): Promise<Published> {
  requirePermission(ctx, 'process.publish');
  const draft = await ownedProcess(ctx, { query }, input.id);
  // Compiling is long for a lock and depends on nothing that may change under this revision: before the transaction.
  const { compiled, form } = await compileDraft(draft);
  return idempotent(ctx, 'process.publish', input, async (tx) => {
    const { rows: locked } = await tx.query<{ draft_rev: number }>({
      name: 'process_publish_lock',
      text: 'select draft_rev from portal.process where id = $1 for update',
      values: [input.id],
    });
    if (locked[0]?.draft_rev !== input.rev || draft.draftRev !== input.rev) throw new AppError('CONFLICT_STALE');
    if (!compiled.definition) throw problemsRefusal(compiled.problems);
    // After the lock, so that of two at once the second sees the first one's number.
    const { rows } = await tx.query<{ no: number }>({
      name: 'process_next_no',
      text: 'select coalesce(max(no), 0) + 1 as no from portal.process_version where process_id = $1',
      values: [input.id],
    });
    const no = rows[0]?.no ?? 1;
    const versionId = newId();
    await tx.query({
      name: 'process_version_insert',
      text: `insert into portal.process_version (id, process_id, no, xml, definition, form_version_id, hash, note, published_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [
        versionId,
        input.id,
        no,
        draft.draftXml,
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
      after: { no, versionId, note: input.note },
    });
    return { versionId, no, warnings: compiled.problems.filter((problem) => problem.level === 'warning') };
  });
}
