import { createServer, type IncomingMessage, type Server } from 'node:http';

/** A stand-in for the company's core system, at the address that the portal's connector was set up with. */
export class CoreSystem {
  /** Calls that arrived, also those that were refused, by idempotency key. */
  readonly attempts = new Map<string, number>();
  /** Changes that were made: one for each idempotency key, whatever the number of calls. */
  readonly effects = new Map<string, { path: string; body: unknown }>();
  private readonly server: Server;
  private down = true;

  private constructor() {
    this.server = createServer((request, response) => {
      void this.answer(request).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
  }

  /** It listens and answers 503 until `repair`. */
  static async broken(): Promise<CoreSystem> {
    const system = new CoreSystem();
    const { hostname, port } = new URL(process.env.VERMILION_CORE_SYSTEM_URL ?? '');
    await new Promise<void>((done) => system.server.listen(Number(port), hostname, done));
    return system;
  }

  repair(): void {
    this.down = false;
  }

  async stop(): Promise<void> {
    await new Promise((done) => this.server.close(done));
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const text = (await request.toArray()).join('');
    const key = String(request.headers['idempotency-key'] ?? '');
    const path = request.url ?? '';
    if (request.method !== 'POST' || !/^\/loans\/[^/]+\/bank-card$/.test(path)) return { status: 404, body: {} };
    if (key === '') return { status: 400, body: { message: 'Idempotency-Key is missing' } };
    this.attempts.set(key, (this.attempts.get(key) ?? 0) + 1);
    if (this.down) return { status: 503, body: { message: 'down for maintenance' } };
    if (!this.effects.has(key)) this.effects.set(key, { path, body: JSON.parse(text) });
    return { status: 200, body: { receipt: `HX${[...this.effects.keys()].indexOf(key) + 1001}` } };
  }
}
