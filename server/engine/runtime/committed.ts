import { EventEmitter } from 'node:events';

/** What a commit of this process has left for others to do. Other nodes learn by polling and by the coalesced NOTIFY. */
export type Committed = { rootInstanceId: string /** Jobs that may be ready. */; jobs: boolean; outbox: boolean };

// Routes and instrumentation are separate module graphs: one emitter for both lives on globalThis.
const holder = globalThis as typeof globalThis & { vermilionCommitted?: EventEmitter };
const emitter = (holder.vermilionCommitted ??= new EventEmitter().setMaxListeners(0));

/** Calls `listener` after every commit of this process; returns the way to leave. */
export function onCommitted(listener: (committed: Committed) => void): () => void {
  emitter.on('committed', listener);
  return () => emitter.off('committed', listener);
}

export function emitCommitted(committed: Committed): void {
  emitter.emit('committed', committed);
}
