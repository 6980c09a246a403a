import type { AnonymousCtx, Ctx } from '@/server/context';
import { contextOf } from '@/server/auth/current-context';
import { requireEntry } from '@/server/auth/require';
import { toWireError } from '@/server/trpc/errors';
import { log } from '@/server/log';

/** Runs a file request for whoever is signed in; a refusal looks as it does from the API. */
export async function answer(request: Request, act: (ctx: Ctx) => Promise<Response>): Promise<Response> {
  let asked: AnonymousCtx | null = null;
  try {
    asked = await contextOf(request.headers);
    return await act(requireEntry(asked));
  } catch (error) {
    const wire = toWireError(error, asked?.locale ?? 'zh', asked?.requestId ?? '');
    if (wire.code === 'INTERNAL') log.error({ err: error, requestId: wire.requestId }, 'unexpected error in a file request');
    return Response.json({ error: wire }, { status: wire.httpStatus, headers: { 'cache-control': 'private, no-store' } });
  }
}
