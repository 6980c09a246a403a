import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { contextOf } from '../auth/current-context';
import { log } from '../log';
import { toAppError, toWireError } from './errors';
import { takeCalls } from './call-limit';
import { MAX_BATCH, callsOf, guardRequest } from './guard-request';
import { appRouter } from './root';

/** One HTTP request of the API: guarded, answered by the procedures, never cached, and every bug logged under its request id. */
export async function handleRequest(request: Request): Promise<Response> {
  const ctx = await contextOf(request.headers).catch((error: unknown) => error);
  if (!isContext(ctx)) return refuse(ctx, 'zh', request.headers.get('x-request-id') ?? '');
  let guarded: Request;
  try {
    takeCalls(callerOf(ctx), callsOf(new URL(request.url)).length);
    guarded = await guardRequest(request);
  } catch (error) {
    return refuse(error, ctx.locale, ctx.requestId);
  }
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: guarded,
    router: appRouter,
    createContext: () => ctx,
    maxBatchSize: MAX_BATCH,
    // A query with a long input comes as POST, and then has passed the guards of one; GET never changes anything.
    allowMethodOverride: true,
    onError: ({ error, path, type }) => logBug(error, { path, type, requestId: ctx.requestId }),
    responseMeta: () => ({ headers: { 'cache-control': 'private, no-store', 'x-request-id': ctx.requestId } }),
  });
}

type Context = Awaited<ReturnType<typeof contextOf>>;

function callerOf({ actor, ip }: Context): string {
  return actor?.kind === 'user' ? actor.userId : `ip:${ip ?? 'unknown'}`;
}

function isContext(value: unknown): value is Context {
  return typeof value === 'object' && value !== null && 'requestId' in value && 'locale' in value;
}

function refuse(error: unknown, locale: Context['locale'], requestId: string): Response {
  logBug(error, { requestId });
  const data = toWireError(error, locale, requestId);
  const body = { error: { message: data.message, code: -32_600, data } };
  const headers = new Headers({ 'cache-control': 'private, no-store', 'x-request-id': requestId });
  if (data.params.seconds !== undefined) headers.set('retry-after', String(data.params.seconds));
  return Response.json(body, { status: data.httpStatus, headers });
}

/** Refusals are answers; only what is a bug is an entry of the log. */
function logBug(error: unknown, about: Record<string, unknown>): void {
  const refusal = toAppError(error);
  if (refusal.code === 'INTERNAL') log.error({ err: refusal.cause ?? error, ...about }, 'unexpected error');
}
