import { AppError } from '@/lib/errors';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { seesDocument } from '@/server/instance/document-view';
import { readerAccess } from '@/server/instance/reader-access';
import { documentsById, type StoredDocument } from './stored-document';

export type Downloaded = { name: string; mime: string; bytes: Buffer };

/** A file with its bytes, for its uploader while it belongs to nothing, and later for whoever may see the request and the field it stands in. */
export async function downloadDocument(ctx: Ctx, documentId: string): Promise<Downloaded> {
  const { userId } = requireUser(ctx);
  const [document] = await documentsById([documentId]);
  if (!document || document.removedAt !== null) throw new AppError('NOT_FOUND');
  if (document.rootInstanceId !== null) await requireVisible(ctx, document, document.rootInstanceId);
  else if (document.uploadedBy !== userId) throw new AppError('NOT_FOUND');
  const { rows } = await query<{ bytes: Buffer }>({
    name: 'document_bytes',
    text: 'select bytes from portal.document_content where document_id = $1',
    values: [documentId],
  });
  if (!rows[0]) throw new AppError('NOT_FOUND');
  return { name: document.name, mime: document.mime, bytes: rows[0].bytes };
}

// helpers //////////////////////

async function requireVisible(ctx: Ctx, document: StoredDocument, instanceId: string): Promise<void> {
  const { schema, access } = await readerAccess(ctx, instanceId);
  if (!seesDocument(document, schema, access)) throw new AppError('NOT_FOUND');
}
