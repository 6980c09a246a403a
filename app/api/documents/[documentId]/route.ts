import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { downloadDocument } from '@/server/document/download';
import { contentDisposition } from '@/server/document/file-name';
import { isInline } from '@/server/document/file-types';
import { answer } from '../answer';

export const dynamic = 'force-dynamic';

/** A file, always as an attachment; with `?inline` a picture is shown in place. Whatever is in it, the browser runs nothing of it. */
export function GET(request: Request, { params }: { params: Promise<{ documentId: string }> }): Promise<Response> {
  return answer(request, async (ctx) => {
    const id = z.uuid().safeParse((await params).documentId);
    if (!id.success) throw new AppError('NOT_FOUND');
    const { name, mime, bytes } = await downloadDocument(ctx, id.data);
    const inline = new URL(request.url).searchParams.has('inline') && isInline(mime);
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': inline || mime === 'application/pdf' ? mime : 'application/octet-stream',
        'content-length': String(bytes.length),
        'content-disposition': contentDisposition(inline ? 'inline' : 'attachment', name),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
}
