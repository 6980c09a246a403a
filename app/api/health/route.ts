import packageJson from '@/package.json';
import { readiness } from '@/server/monitor/readiness';

export const dynamic = 'force-dynamic';

/** Both in one, for people and for probes that know one address: that it lives, whether it is ready (else 503), and which version answers. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  const isReady = state === 'ready';
  return Response.json(
    { live: true, ready: isReady, status: state, version: packageJson.version },
    { status: isReady ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
