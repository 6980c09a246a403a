import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@/lib/id';
import { saveConnector } from '@/server/connector/save';
import { startReadyJobs } from '@/server/jobs/run-jobs';
import { addUser, ctxOf } from './portal';

export type OutsideCall = { key: string; path: string; body: string };
type Answer = (call: OutsideCall, response: ServerResponse) => unknown;

/** A system that flows call: it remembers every call, and makes every effect once per idempotency key. `answer` says what it does with a call. */
export class OutsideSystem {
  readonly calls: OutsideCall[] = [];
  readonly effects = new Map<string, string>();
  readonly #server: Server;
  answer: Answer;
  connectorId = '';

  private constructor() {
    this.answer = this.receipt;
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async open(code = 'core'): Promise<OutsideSystem> {
    const system = new OutsideSystem();
    await new Promise<void>((done) => system.#server.listen(0, '127.0.0.1', done));
    const baseUrl = `http://127.0.0.1:${(system.#server.address() as AddressInfo).port}`;
    const admin = ctxOf(await addUser('admin'), ['connector.manage']);
    const connector = { commandId: newId(), code, nameZh: code, nameEn: '', baseUrl, allowPrivate: true, timeoutMs: 20_000 };
    system.connectorId = (await saveConnector(admin, connector)).id;
    return system;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** As if nobody had called yet. */
  forget(): void {
    this.calls.length = 0;
    this.effects.clear();
    this.answer = this.receipt;
  }

  readonly receipt: Answer = ({ key }, response) => {
    if (!this.effects.has(key)) this.effects.set(key, `R${this.effects.size + 1}`);
    response.end(JSON.stringify({ receipt: this.effects.get(key) }));
  };

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = { key: String(request.headers['idempotency-key']), path: request.url ?? '', body: Buffer.concat(chunks).toString('utf8') };
    this.calls.push(call);
    await this.answer(call, response);
  }
}

/** Works on what is ready until it has ended. Returns how many jobs there were. */
export async function workJobs(): Promise<number> {
  const started = await startReadyJobs({ limit: 10, each: 10, held: {} });
  await Promise.all(started.map((job) => job.ended));
  return started.length;
}
