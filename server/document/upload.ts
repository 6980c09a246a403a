import { createHash } from 'node:crypto';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { cleanFileName } from './file-name';
import { isInline, typeOf } from './file-types';
import { pixelsOf } from './image-size';
import { MAX_PIXELS, MAX_UNBOUND, maxFileBytes } from './limits';

export type Uploaded = { id: string; name: string; mime: string; size: number; inline: boolean };

/**
 * Keeps a file that belongs to nothing yet: its uploader alone can read it, and binds it to a request by submitting or deciding.
 * What is never bound is collected after a day. The content must be what the extension says.
 */
export async function uploadDocument(ctx: Ctx, file: { name: string; bytes: Buffer }): Promise<Uploaded> {
  const { userId } = requireUser(ctx);
  const name = cleanFileName(file.name);
  const { bytes } = file;
  if (bytes.length === 0) throw new AppError('FILE_EMPTY', { params: { name } });
  if (bytes.length > maxFileBytes()) throw new AppError('FILE_SIZE', { params: { name, max: maxFileBytes() } });
  const mime = typeOf(name, bytes);
  if (isInline(mime)) requireDecodable(mime, bytes, name);
  const id = newId();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { rowCount } = await query({
    name: 'document_insert',
    text: INSERT,
    values: [id, name, mime, bytes.length, sha256, userId, bytes, MAX_UNBOUND],
  });
  if (rowCount === 0) throw new AppError('FILE_COUNT', { params: { max: MAX_UNBOUND } });
  return { id, name, mime, size: bytes.length, inline: isInline(mime) };
}

/** A picture of a size that nobody can show is a bomb, not a picture. */
function requireDecodable(mime: string, bytes: Buffer, name: string): void {
  const pixels = pixelsOf(mime, bytes);
  if (pixels === null) throw new AppError('FILE_TYPE', { params: { name } });
  if (pixels > MAX_PIXELS) throw new AppError('FILE_PIXELS', { params: { name, max: MAX_PIXELS } });
}

/** Metadata and bytes in one statement: there is never one without the other. */
const INSERT = `
with room as (
  select 1 where (select count(*) from (select from portal.document d where d.uploaded_by = $6 and d.root_instance_id is null and d.removed_at is null limit $8) n) < $8
),
meta as (
  insert into portal.document (id, name, mime, size, sha256, uploaded_by) select $1, $2, $3, $4, $5, $6 from room returning id
)
insert into portal.document_content (document_id, bytes) select id, $7 from meta`;
