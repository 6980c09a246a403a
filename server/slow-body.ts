import type http from 'node:http';

/** A phone at the edge of its network sends ten times as much; who sends less holds a connection and nothing else. */
const LEAST_BYTES = 20 * 1024;
const EVERY_MS = 20_000;

export type Pace = { leastBytes: number; everyMs: number };

/**
 * Ends a request whose body comes more slowly than 1 KB a second, where the time of the whole would end honest uploads: 50 MB at 1 Mbit/s
 * take seven minutes. A body that waits for its reader here is not slow.
 */
export function endSlowBody(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  { leastBytes, everyMs }: Pace = { leastBytes: LEAST_BYTES, everyMs: EVERY_MS },
): void {
  if (!hasBody(request)) return;
  let before = request.socket.bytesRead;
  const look = setInterval(() => {
    const { bytesRead } = request.socket;
    if (request.complete) clearInterval(look);
    else if (request.readableLength === 0 && bytesRead - before < leastBytes) request.socket.destroy();
    before = bytesRead;
  }, everyMs).unref();
  response.once('close', () => clearInterval(look));
}

// helpers //////////////////////

function hasBody({ headers }: http.IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
