import { readUpload } from '@/server/document/read-upload';
import { uploadDocument } from '@/server/document/upload';
import { assertSameOrigin } from '@/server/trpc/guard-request';
import { answer } from './answer';

export const dynamic = 'force-dynamic';

/** Takes one file (multipart, field `file`) and answers its id, to be bound by a submission or a decision. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async (ctx) => {
    assertSameOrigin(request, new URL(request.url));
    const uploaded = await uploadDocument(ctx, await readUpload(request));
    return Response.json(uploaded, { status: 201, headers: { 'cache-control': 'private, no-store' } });
  });
}
