import { type NextRequest, NextResponse } from 'next/server';

/**
 * Headers of pages: a content security policy with a fresh nonce, and HSTS behind https. No decision about who may see what is made
 * here (every procedure and verb makes its own), and no body passes: requests under /api do not come this way, since a proxy cuts
 * bodies at 10 MB.
 */
export function proxy(request: NextRequest): NextResponse {
  const elsewhere = canonicalLoopback(request);
  if (elsewhere) return NextResponse.redirect(elsewhere, 307);
  const nonce = btoa(crypto.randomUUID());
  const policy = pagePolicy(nonce);
  const headers = new Headers(request.headers);
  for (const name of request.headers.keys()) if (name.startsWith('x-middleware-')) headers.delete(name);
  headers.set('x-nonce', nonce);
  // The way back after a sign-in; a layout does not know its own address.
  headers.set('x-vermilion-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (process.env.NEXTAUTH_URL?.startsWith('https:'))
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  return response;
}

export const config = {
  matcher: ['/((?!api/|_next/static/|_next/image|icon.svg|favicon.ico).*)'],
};

function pagePolicy(nonce: string): string {
  const dev = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    // The diagram editor and the UI kit set style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Cookies belong to one spelling of the host: whoever opens localhost is sent to the 127.0.0.1 that the server calls itself. */
function canonicalLoopback(request: NextRequest): string | undefined {
  const own = process.env.NEXTAUTH_URL;
  const host = request.headers.get('host');
  if (own === undefined || host === null || !URL.canParse(own)) return undefined;
  const { hostname, port, origin, host: ownHost } = new URL(own);
  if (hostname !== '127.0.0.1' || host === ownHost || host !== `localhost:${port}`) return undefined;
  const { pathname, search } = request.nextUrl;
  return `${origin}${pathname}${search}`;
}
