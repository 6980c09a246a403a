import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { getDefinition } from '@/server/engine/runtime/definitions';
import type { Runner } from '@/server/engine/runtime/runner';
import { mayRemove } from '@/server/instance/may-remove';
import { documentsById, type StoredDocument } from './stored-document';

export const RemoveDocumentInput = z.strictObject({ commandId: z.uuid(), documentId: z.uuid() });
export type RemoveDocumentInput = z.infer<typeof RemoveDocumentInput>;

/**
 * Takes away an own file: one that belongs to nothing yet is deleted; a document of a request is only marked, and only while its
 * uploader has an open item at an activity that adds this type. To anybody else it does not exist.
 */
export async function removeDocument(ctx: Ctx, input: RemoveDocumentInput): Promise<{ id: string }> {
  const { userId } = requireUser(ctx);
  return idempotent(ctx, 'document.remove', input, async (tx) => {
    const run: Runner = (statement) => tx.query(statement);
    const [document] = await documentsById([input.documentId], run);
    if (document?.uploadedBy !== userId || document.removedAt !== null) throw new AppError('NOT_FOUND');
    if (document.rootInstanceId === null) {
      await tx.query({ text: 'delete from portal.document_content where document_id = $1', values: [document.id] });
      await tx.query({ text: 'delete from portal.document where id = $1 and root_instance_id is null', values: [document.id] });
    } else {
      await requireOpenPlace(run, userId, document);
      await tx.query({ text: 'update portal.document set removed_at = $2 where id = $1', values: [document.id, ctx.now().toISOString()] });
    }
    const before = { name: document.name, size: document.size, sha256: document.sha256, instanceId: document.rootInstanceId };
    await writeAudit(tx, ctx, { action: 'document.removed', subjectKind: 'document', subjectId: document.id, before });
    return { id: document.id };
  });
}

async function requireOpenPlace(run: Runner, userId: string, document: StoredDocument): Promise<void> {
  const { rows } = await run<{ version_id: string; places: string[] }>({
    name: 'document_places',
    text: `select i.version_id, array(select w.element_id from portal.work_item w where w.root_instance_id = i.root_instance_id and w.open and w.kind <> 'read' and w.user_id = $2) as places
           from portal.process_instance i where i.root_instance_id = $1 and i.id = $1 and i.status = 'running'`,
    values: [document.rootInstanceId, userId],
  });
  const row = rows[0];
  if (!row || !mayRemove(document, { userId, places: row.places, definition: await getDefinition(row.version_id) }))
    throw new AppError('STATE_CONFLICT', { path: 'documentId' });
}
