import { readiness } from '@/server/monitor/readiness';

export const dynamic = 'force-dynamic';

/** This node can serve: the database answers and has this build's schema, and the node is not on its way down. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  return Response.json({ status: state }, { status: state === 'ready' ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
