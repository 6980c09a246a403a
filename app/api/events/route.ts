import { contextOf } from '@/server/auth/current-context';
import { eventStream } from '@/server/live/event-stream';

export const dynamic = 'force-dynamic';

/** Server-sent events: "something of yours changed"; the page then asks for it by the usual procedures. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await contextOf(request.headers);
  if (actor?.kind !== 'user') return new Response(null, { status: 401 });
  return new Response(eventStream(actor.userId, request.signal), {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' },
  });
}
