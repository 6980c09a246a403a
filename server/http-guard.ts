import http from 'node:http';
import { Socket } from 'node:net';
import { type ErrorCode, errorStatus } from '@/lib/errors';
import { newId } from '@/lib/id';
import { errorText } from './i18n/error-text';
import { localeOf } from './i18n/locale';
import { endSlowBody, type Pace } from './slow-body';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Browsers send twenty, proxies add ten. */
const MOST_HEADERS = 150;
/** Who has said nothing for so long has nothing to ask. */
const SILENT_MS = 20_000;
/** Node's five minutes would cut honest uploads; a body that hardly comes is ended much earlier, by its pace. */
const LONGEST_MS = 3_600_000;

/**
 * What keeps a request from being read at all: a method that no handler can be given, an address that is no text or belongs to another
 * server, two hosts, headers without end. Null for every other one.
 */
export function unreadable({ method, url, rawHeaders }: Pick<http.IncomingMessage, 'method' | 'url' | 'rawHeaders'>): ErrorCode | null {
  if (!METHODS.has(method ?? '')) return 'METHOD_NOT_ALLOWED';
  if (!url?.startsWith('/')) return 'BODY_INVALID';
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  if (names.length > MOST_HEADERS || names.filter((name) => name === 'host').length > 1) return 'BODY_INVALID';
  return isText(url.split('?')[0] ?? '') ? null : 'NOT_FOUND';
}

/**
 * Answers such requests before Next sees them: it would fail on them, and say so to whoever sent them. Ends connections on which no
 * request arrives, however slowly it drips, and those whose body hardly comes. Called once per process, from instrumentation.
 */
export function refuseUnreadable({ silentMs = SILENT_MS, pace }: { silentMs?: number; pace?: Pace } = {}): void {
  const silent = new WeakMap<Socket, NodeJS.Timeout>();
  http.Server.prototype.emit = new Proxy(http.Server.prototype.emit, {
    apply(emit, server, args: unknown[]) {
      const [event, request, response] = args;
      if (event === 'listening' && server instanceof http.Server) server.requestTimeout = LONGEST_MS;
      if (event === 'connection' && request instanceof Socket) silent.set(request, setTimeout(() => request.destroy(), silentMs).unref());
      if (event === 'request' && request instanceof http.IncomingMessage && response instanceof http.ServerResponse) {
        clearTimeout(silent.get(request.socket));
        const code = unreadable(request);
        if (code) return refuse(code, request, response);
        endSlowBody(request, response, pace);
      }
      return Reflect.apply(emit, server, args);
    },
  });
}

// helpers //////////////////////

function refuse(code: ErrorCode, request: http.IncomingMessage, response: http.ServerResponse): true {
  const headers = new Headers({ cookie: request.headers.cookie ?? '', 'accept-language': request.headers['accept-language'] ?? '' });
  const requestId = newId();
  const error = { code, message: errorText(code, {}, localeOf(headers, null)), path: null, issues: [], params: {}, requestId };
  response
    .writeHead(errorStatus[code], {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      connection: 'close',
    })
    .end(JSON.stringify({ error: { ...error, httpStatus: errorStatus[code] } }));
  return true;
}

/** A path whose escapes are characters, none of which is a NUL. */
function isText(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}
