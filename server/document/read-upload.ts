import { AppError } from '@/lib/errors';
import { maxFileBytes } from './limits';

/** Headers of the parts and the boundary. */
const ENVELOPE = 64 * 1024;

/**
 * The one file of a multipart request. The body is counted while it comes, whatever its headers say, and dropped at the limit;
 * a body that breaks off leaves nothing.
 */
export async function readUpload(request: Request): Promise<{ name: string; bytes: Buffer }> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(contentType)) throw new AppError('BODY_INVALID', { path: 'file' });
  const max = maxFileBytes();
  if (Number(request.headers.get('content-length') ?? 0) > max + ENVELOPE) throw new AppError('FILE_SIZE', { params: { max } });
  const body = await readAtMost(request, max + ENVELOPE);
  const form = await parse(body, contentType);
  const parts = [...form.entries()];
  const [part] = parts;
  if (parts.length !== 1 || part?.[0] !== 'file' || typeof part[1] === 'string') throw new AppError('BODY_INVALID', { path: 'file' });
  return { name: part[1].name, bytes: Buffer.from(await part[1].arrayBuffer()) };
}

// helpers //////////////////////

async function readAtMost(request: Request, limit: number): Promise<Buffer> {
  if (!request.body) throw new AppError('BODY_INVALID');
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > limit) throw new AppError('FILE_SIZE', { params: { max: maxFileBytes() } });
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('BODY_INVALID', { cause: error });
  }
  return Buffer.concat(chunks, size);
}

async function parse(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch (error) {
    throw new AppError('BODY_INVALID', { cause: error });
  }
}
