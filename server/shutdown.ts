const holder = globalThis as typeof globalThis & { vermilionShutdown?: AbortController };

function controller(): AbortController {
  // Routes and instrumentation are separate module graphs: one controller for both.
  return (holder.vermilionShutdown ??= new AbortController());
}

/** Aborts when the process is asked to end; every open stream listens to it, otherwise the server waits for the last reader. */
export function shutdownSignal(): AbortSignal {
  return controller().signal;
}

export function beginShutdown(): void {
  controller().abort(new Error('the server is shutting down'));
}
