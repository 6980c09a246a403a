import { createServer, connect, type Server, type Socket } from 'node:net';

/**
 * A TCP proxy before Postgres that counts round trips: a flight begins when the client speaks after the server did. It can
 * also fail like a network: cut the link after a request went through and before its answer comes back.
 */
export class CountingProxy {
  flights = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #cut: ((request: Buffer) => boolean) | null = null;

  private constructor(host: string, port: number) {
    this.#server = createServer((client) => this.#pipe(client, connect({ host, port, noDelay: true })));
  }

  /** The same database address, by way of the proxy. */
  static async before(url: string): Promise<{ proxy: CountingProxy; url: string }> {
    const target = new URL(url);
    const proxy = new CountingProxy(target.hostname, Number(target.port || 5432));
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    const address = proxy.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
    const own = new URL(url);
    own.hostname = '127.0.0.1';
    own.port = String(address.port);
    return { proxy, url: own.href };
  }

  async count(act: () => Promise<unknown>): Promise<number> {
    const before = this.flights;
    await act();
    return this.flights - before;
  }

  /** The next request that fits goes through to the server; its answer never comes, the link is gone. */
  cutAfter(fits: (request: Buffer) => boolean): void {
    this.#cut = fits;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pipe(client: Socket, server: Socket): void {
    client.setNoDelay(true);
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(socket));
    }
    let answered = true;
    let mute = false;
    client.on('data', (data) => {
      if (answered) this.flights += 1;
      answered = false;
      if (this.#cut?.(data)) {
        this.#cut = null;
        mute = true;
      }
      server.write(data);
    });
    server.on('data', (data) => {
      answered = true;
      if (!mute) client.write(data);
      else client.destroy();
    });
    client.on('close', () => (mute ? undefined : server.end()));
    server.on('close', () => client.end());
  }
}
