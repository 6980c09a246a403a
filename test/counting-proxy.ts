import { createServer, connect, type Server, type Socket } from 'node:net';

/**
 * A TCP proxy before Postgres that counts round trips: a flight begins when the client speaks after the server did. It can
 * also fail like a network: cut the link before a request has gone through, or after it and before its answer comes back, or let
 * nothing through any more without a word.
 */
export class CountingProxy {
  flights = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  requests = 0;
  #cut: { fits: (request: Buffer) => boolean; isBefore: boolean } | null = null;
  #swallows = false;

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
    this.#cut = { fits, isBefore: false };
  }

  /** The next request that fits never reaches the server; the link is gone. */
  cutBefore(fits: (request: Buffer) => boolean): void {
    this.#cut = { fits, isBefore: true };
  }

  /** Nothing arrives at either end, and neither end hears why: what was sent meanwhile is lost for good. */
  swallow(isSwallowing: boolean): void {
    this.#swallows = isSwallowing;
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
    let lost = false;
    client.on('data', (data) => {
      if (answered) this.flights += 1;
      answered = false;
      this.requests += 1;
      // A stream that has lost something is of no use any more, also when the network is back.
      lost ||= this.#swallows;
      if (lost) return;
      if (this.#cut?.fits(data)) {
        const { isBefore } = this.#cut;
        this.#cut = null;
        if (isBefore) return void client.destroy();
        mute = true;
      }
      server.write(data);
    });
    server.on('data', (data) => {
      answered = true;
      lost ||= this.#swallows;
      if (lost) return;
      if (!mute) return void client.write(data);
      // What was asked has been done; now the server hears of it too.
      client.destroy();
      server.end();
    });
    client.on('close', () => (mute ? undefined : server.end()));
    server.on('close', () => client.end());
  }
}
