import http from 'node:http';

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded', 'x-real-ip'];

/** Reverse proxies in front of this node whose X-Forwarded-For is believed. */
function trustedProxies(): number {
  return Math.max(0, Number(process.env.VERMILION_TRUSTED_PROXIES ?? 0) || 0);
}

/** The address of whoever asks: the entry that the outermost trusted proxy added, or without proxies the peer of the socket. */
export function clientIp(headers: Headers): string | null {
  const hops = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  const address = hops.at(-Math.max(1, trustedProxies()));
  return address?.replace(/^::ffff:/, '') ?? null;
}

/**
 * Next fills X-Forwarded-For from the socket only when the request has none, so a client could write its own. Without a trusted proxy
 * the header is therefore dropped before Next sees the request. Called once per process, from instrumentation.
 */
export function dropForgedForwarding(): void {
  if (trustedProxies() > 0) return;
  http.Server.prototype.emit = new Proxy(http.Server.prototype.emit, {
    apply(emit, server, args: unknown[]) {
      const [event, request] = args;
      if (event === 'request' && request instanceof http.IncomingMessage) {
        for (const name of FORWARDED) delete request.headers[name];
      }
      return Reflect.apply(emit, server, args);
    },
  });
}
