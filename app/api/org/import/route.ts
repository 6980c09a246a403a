import { AppError } from '@/lib/errors';
import { tableLimits } from '@/lib/spreadsheet/table';
import { ImportTableInput, importTable } from '@/server/org/import-table';
import { assertSameOrigin } from '@/server/trpc/guard-request';
import { answer } from '../../documents/answer';

export const dynamic = 'force-dynamic';

/** Takes a sheet as the body and answers what it would do, or did: `?kind=users&mode=check&commandId=…`. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async (ctx) => {
    const url = new URL(request.url);
    assertSameOrigin(request, url);
    // A form of another site can send this type without being asked first; a sheet of ours has its own.
    if (request.headers.get('content-type') !== 'application/octet-stream') throw new AppError('CONTENT_TYPE');
    const input = ImportTableInput.safeParse(Object.fromEntries(url.searchParams));
    if (!input.success) throw new AppError('BODY_INVALID');
    const report = await importTable(ctx, input.data, await readBody(request));
    return Response.json(report, { headers: { 'cache-control': 'private, no-store' } });
  });
}

// helpers //////////////////////

/** Counted while it comes: the body is dropped at the limit, whatever its headers say. */
async function readBody(request: Request): Promise<Uint8Array> {
  const tooLarge = () => new AppError('FILE_SIZE', { path: 'file', params: { max: tableLimits.bytes } });
  if (Number(request.headers.get('content-length') ?? 0) > tableLimits.bytes) throw tooLarge();
  if (!request.body) throw new AppError('FILE_EMPTY', { path: 'file' });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > tableLimits.bytes) throw tooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, size));
}
