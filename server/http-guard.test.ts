import http from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { text } from 'node:stream/consumers';
import { refuseUnreadable, unreadable } from './http-guard';

const original = http.Server.prototype.emit;
let server: http.Server;
beforeAll(async () => {
  // Wide enough that a busy machine, which delays a sender, does not look like one who drips.
  refuseUnreadable({ silentMs: 800, pace: { leastBytes: 50, everyMs: 500 } });
  server = http.createServer((request, response) => {
    if (request.url !== '/body') return void response.end('"read"');
    text(request).then(
      (body) => response.end(`got ${body.length}`),
      () => undefined,
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterAll(() => {
  server.close();
  http.Server.prototype.emit = original;
});

/** The status line and the code of the answer to what stands on the wire. */
async function answer(text: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.end(text.replaceAll('\n', '\r\n'));
  let received = '';
  for await (const chunk of socket) received += String(chunk);
  return `${received.split(' ')[1]} ${/"code":"([A-Z_]+)"|"read"/.exec(received)?.[1] ?? 'read'}`;
}

const host = 'Host: 127.0.0.1\nConnection: close\n\n';

describe('a request that cannot be read', () => {
  it.each([
    ['TRACE, which no handler can be given', `TRACE /inbox HTTP/1.1\n${host}`, '405 METHOD_NOT_ALLOWED'],
    ['another server’s address', `GET http://127.0.0.1:9999/ HTTP/1.1\n${host}`, '400 BODY_INVALID'],
    ['two hosts', `GET / HTTP/1.1\nHost: evil.example\n${host}`, '400 BODY_INVALID'],
    ['headers without end', `GET / HTTP/1.1\n${'X-A: 1\n'.repeat(200)}${host}`, '400 BODY_INVALID'],
    ['an address that is no text', `GET /requests/%E0%A4%A HTTP/1.1\n${host}`, '404 NOT_FOUND'],
    ['an address with a NUL', `GET /requests/%00 HTTP/1.1\n${host}`, '404 NOT_FOUND'],
  ])('because of %s is refused before the application sees it', async (_what, text, told) => {
    expect(await answer(text)).toBe(told);
  });

  it('is told in the language of its reader', async () => {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/%FF`, { headers: { cookie: 'vm-locale=en' } });
    expect(await response.json()).toMatchObject({
      error: { code: 'NOT_FOUND', message: expect.stringMatching(/^Not found/), httpStatus: 404 },
    });
  });

  it('is not waited for: a connection that says nothing, or drips, is ended', async () => {
    for (const begun of ['', 'GET / HTTP/1.1\r\nX-A: 1\r\n']) {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      socket.write(begun);
      // Ends by the server alone: nothing more is sent.
      await new Promise((ended) => socket.resume().once('close', ended));
      expect(socket.destroyed).toBe(true);
    }
  });

  it('is not read to its end when its body drips, however long it would take', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('POST /body HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\n');
    const drip = setInterval(() => socket.write('x'), 20);
    let received = '';
    socket.on('data', (chunk) => (received += String(chunk)));
    await new Promise((ended) => socket.once('error', () => undefined).once('close', ended));
    clearInterval(drip);
    expect(received).toBe('');
  });

  it('is no body that keeps coming, though it takes many times as long', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('POST /body HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 3000\r\n\r\n');
    for (let n = 0; n < 60; n++) {
      socket.write('x'.repeat(50));
      await new Promise((later) => setTimeout(later, 40));
    }
    expect(await text(socket)).toContain('got 3000');
  });

  it('is given time for an upload over a slow line', () => {
    expect(server.requestTimeout).toBeGreaterThan(3_000_000);
  });

  it('is none of the others', async () => {
    expect(await answer(`GET /api/trpc/a,b?input=%7B%7D HTTP/1.1\n${host}`)).toBe('200 read');
    expect(unreadable({ method: 'GET', url: '/%E5%87%BA%E5%B7%AE?q=%', rawHeaders: ['Host', 'a', 'Cookie', 'b'] })).toBeNull();
  });
});
