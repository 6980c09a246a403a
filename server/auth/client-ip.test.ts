import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { clientIp, dropForgedForwarding } from './client-ip';

const from = (forwarded: string) => clientIp(new Headers({ 'x-forwarded-for': forwarded }));

afterEach(() => {
  delete process.env.VERMILION_TRUSTED_PROXIES;
});

describe('the address of whoever asks', () => {
  it('is what the nearest hop wrote, not what the client claims before it', () => {
    expect(from('6.6.6.6, 10.0.0.9')).toBe('10.0.0.9');
    expect(from('::ffff:127.0.0.1')).toBe('127.0.0.1');
    expect(clientIp(new Headers())).toBeNull();
  });

  it('lies as many hops back as there are trusted proxies', () => {
    process.env.VERMILION_TRUSTED_PROXIES = '2';
    expect(from('6.6.6.6, 203.0.113.7, 10.0.0.9')).toBe('203.0.113.7');
  });
});

describe('a server without a trusted proxy', () => {
  it('never sees a forwarding header that a client wrote', async () => {
    // given
    const original = http.Server.prototype.emit;
    dropForgedForwarding();
    const server = http.createServer((request, response) => response.end(JSON.stringify(request.headers)));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    // when
    const headers = {
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil.example',
      forwarded: 'for=6.6.6.6',
      'x-real-ip': '6.6.6.6',
      'x-other': 'stays',
    };
    const seen = (await (await fetch(`http://127.0.0.1:${port}`, { headers })).json()) as Record<string, string>;
    server.close();
    http.Server.prototype.emit = original;
    // then
    expect(Object.keys(seen).filter((name) => name in headers)).toEqual(['x-other']);
  });
});
