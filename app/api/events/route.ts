import { requireUser } from '@/server/auth/require';
import { eventStream } from '@/server/live/event-stream';
import { answer } from '../documents/answer';

export const dynamic = 'force-dynamic';

/** Server-sent events: "something of yours changed"; the page then asks for it by the usual procedures. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async (ctx) => {
    const stream = eventStream(requireUser(ctx), request.signal);
    return new Response(stream, {
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' },
    });
  });
}
