import { AppError } from '@/lib/errors';
import { contentDisposition } from '@/server/document/file-name';
import { ExportTableInput, exportTable } from '@/server/org/export-table';
import { answer } from '../../documents/answer';

export const dynamic = 'force-dynamic';

/** People or departments as a sheet: `?kind=users&format=xlsx`, with `&template=1` only the head to fill in. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async (ctx) => {
    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const input = ExportTableInput.safeParse({ ...asked, ...(asked.template === undefined ? {} : { template: asked.template === '1' }) });
    if (!input.success) throw new AppError('BODY_INVALID');
    const { name, type, bytes } = await exportTable(ctx, input.data);
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': type,
        'content-length': String(bytes.byteLength),
        'content-disposition': contentDisposition('attachment', name),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
}
