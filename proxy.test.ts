import { NextRequest } from 'next/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { config, proxy } from './proxy';

const page = (headers: Record<string, string> = {}, url = 'http://127.0.0.1:3000/inbox?tab=1') => new NextRequest(url, { headers });
const nonceOf = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1];

afterEach(() => vi.unstubAllEnvs());

describe('the headers of a page', () => {
  it('let only scripts with a nonce of this very answer run', () => {
    const first = proxy(page());
    const second = proxy(page());
    const policy = first.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(/script-src[^;]*unsafe-inline/.test(policy ?? '')).toBe(false);
    expect(nonceOf(policy)).toBeTruthy();
    expect(nonceOf(policy)).not.toBe(nonceOf(second.headers.get('content-security-policy')));
  });

  it('hand the nonce to the page, whatever the visitor sent under its name', () => {
    const response = proxy(page({ 'x-nonce': 'forged', 'content-security-policy': "default-src 'none'" }));
    expect(response.headers.get('x-middleware-request-x-nonce')).toBe(nonceOf(response.headers.get('content-security-policy')));
    expect(response.headers.get('x-middleware-request-content-security-policy')).toBe(response.headers.get('content-security-policy'));
  });

  it('pass on nothing that speaks to the framework itself', () => {
    const response = proxy(page({ 'x-middleware-subrequest': 'proxy:proxy', 'x-middleware-rewrite': '/admin' }));
    const passed = response.headers.get('x-middleware-override-headers') ?? '';
    expect(passed).toContain('x-nonce');
    expect(passed).not.toContain('x-middleware');
    expect(response.headers.get('x-middleware-rewrite')).toBeNull();
  });

  it('ask for https only where the portal has it', () => {
    expect(proxy(page()).headers.get('strict-transport-security')).toBeNull();
    vi.stubEnv('NEXTAUTH_URL', 'https://flow.example.com');
    expect(proxy(page()).headers.get('strict-transport-security')).toContain('max-age=31536000');
  });
});

describe('the spelling of the host', () => {
  it('is made 127.0.0.1, where the cookies are, for who opens localhost', () => {
    vi.stubEnv('NEXTAUTH_URL', 'http://127.0.0.1:3000');
    const response = proxy(page({ host: 'localhost:3000' }));
    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toBe('http://127.0.0.1:3000/inbox?tab=1');
  });

  it('sends nobody to a host that the visitor named', () => {
    vi.stubEnv('NEXTAUTH_URL', 'http://127.0.0.1:3000');
    expect(proxy(page({ host: 'evil.example' })).status).toBe(200);
    expect(proxy(page({ host: 'localhost:4000' })).status).toBe(200);
  });
});

describe('the paths of the proxy', () => {
  const matches = (path: string) => config.matcher.some((pattern) => new RegExp(`^${pattern}$`).test(path));

  it('are the pages, and never an upload, whose body it would cut', () => {
    expect(['/', '/inbox', '/requests/0198', '/sign-in', '/apiary'].filter((path) => !matches(path))).toEqual([]);
    expect(['/api/documents', '/api/trpc/task.decide', '/_next/static/x.js', '/icon.svg'].filter(matches)).toEqual([]);
  });
});
