import { EventEmitter } from 'node:events';
import { Client } from 'pg';
import { log } from '@/server/log';
import { decodeSignal, LIVE_CHANNEL, type LiveSignal } from './signal';

const RECONNECT_MS = 1_000;

/** One LISTEN connection per process, outside the pool; it comes back by itself, and tells its listeners that they may have missed something. */
class LiveHub {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  #client: Client | null = null;
  #stopped = false;

  start(): void {
    if (!this.#client) void this.#connect();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#client?.end().catch(() => undefined);
  }

  /** Calls `onSignal` for every signal, or with null after a gap: then ask for everything again. Returns the way to leave. */
  listen(onSignal: (signal: LiveSignal | null) => void): () => void {
    this.#emitter.on('signal', onSignal);
    return () => this.#emitter.off('signal', onSignal);
  }

  async #connect(): Promise<void> {
    const client = new Client({ connectionString: process.env.DATABASE_URL, application_name: 'vermilion-live', keepAlive: true });
    this.#client = client;
    const again = () => {
      if (this.#client !== client) return;
      this.#client = null;
      client.removeAllListeners();
      client.on('error', () => undefined);
      void client.end().catch(() => undefined);
      if (!this.#stopped) setTimeout(() => this.start(), RECONNECT_MS).unref();
    };
    client.on('error', again);
    client.on('end', again);
    client.on('notification', (message) => {
      const signal = decodeSignal(message.payload ?? '');
      if (signal) this.#emitter.emit('signal', signal);
    });
    try {
      await client.connect();
      await client.query(`listen ${LIVE_CHANNEL}`);
      this.#emitter.emit('signal', null);
    } catch (error) {
      log.warn({ err: error }, 'live connection lost; trying again');
      again();
    }
  }
}

const holder = globalThis as typeof globalThis & { vermilionLiveHub?: LiveHub };

/** The process's hub; on globalThis because routes and instrumentation are separate module graphs. */
export function liveHub(): LiveHub {
  const hub = (holder.vermilionLiveHub ??= new LiveHub());
  hub.start();
  return hub;
}
