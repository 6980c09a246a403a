import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { Json } from '@/lib/json';
import { storable } from '@/lib/storable';
import type { Connector } from './load';
import { AddressRefused, guardedLookup, isMetadataAddress, isPrivateAddress } from './guarded-lookup';

export type ConnectorRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body: Json | undefined;
  idempotencyKey: string;
};

export type ConnectorAnswer =
  | { kind: 'response'; status: number; json: Json; text: string; retryAfterSeconds: number | null }
  /** No answer that could be read; trying again may help. */
  | { kind: 'failure'; code: 'ADDRESS_REFUSED' | 'PATH_REFUSED' | 'TIMEOUT' | 'CONNECTION' | 'TOO_LARGE' | 'NOT_JSON'; message: string };

const MAX_BYTES = 1_000_000;

/**
 * One call of a registered outside system: below its base URL only, to a checked and pinned address, without redirects,
 * at most 1 MB and the connector's time. Never throws for what the other side does.
 */
export async function callConnector(connector: Connector, request: ConnectorRequest): Promise<ConnectorAnswer> {
  const url = targetOf(connector.baseUrl, request.path);
  if (!url) return { kind: 'failure', code: 'PATH_REFUSED', message: 'the path leaves the connector’s address' };
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is not looked up.
  if (isIP(literal) !== 0 && (connector.allowPrivate ? isMetadataAddress : isPrivateAddress)(literal))
    return { kind: 'failure', code: 'ADDRESS_REFUSED', message: 'private address' };
  const signal = AbortSignal.timeout(connector.timeoutMs);
  try {
    return await send(url, connector, { ...request, signal });
  } catch (error) {
    if (error instanceof AddressRefused) return { kind: 'failure', code: 'ADDRESS_REFUSED', message: error.message };
    if (error instanceof TooLarge) return { kind: 'failure', code: 'TOO_LARGE', message: `more than ${MAX_BYTES} bytes` };
    // In the middle of an answer the connection just ends.
    return signal.aborted
      ? { kind: 'failure', code: 'TIMEOUT', message: `no answer in ${connector.timeoutMs} ms` }
      : { kind: 'failure', code: 'CONNECTION', message: codeOf(error) };
  }
}

/** The URL of a call, or null when it would not stay below the base: another origin, a climb with dots, line breaks, credentials. */
export function targetOf(baseUrl: string, path: string): URL | null {
  if (!path.startsWith('/') || path.startsWith('//') || /[\u0000-\u0020\u007f\\]/.test(path)) return null;
  const base = new URL(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
  if (!URL.canParse(`.${path}`, base)) return null;
  const url = new URL(`.${path}`, base);
  const below = decodeURIComponent(url.pathname.replace(/%(?![0-9a-f]{2})/gi, '%25'))
    .split('/')
    .every((segment) => segment !== '..');
  return url.origin === base.origin && url.pathname.startsWith(base.pathname) && url.username === '' && below ? url : null;
}

// helpers //////////////////////

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

async function send(url: URL, connector: Connector, request: ConnectorRequest & { signal: AbortSignal }): Promise<ConnectorAnswer> {
  const body = request.body === undefined ? undefined : Buffer.from(JSON.stringify(request.body));
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const outgoing = open(
      url,
      {
        method: request.method,
        lookup: guardedLookup(connector.allowPrivate),
        signal: request.signal,
        agent: false,
        headers: {
          accept: 'application/json',
          ...connector.headers,
          'idempotency-key': request.idempotencyKey,
          ...(body ? { 'content-type': 'application/json', 'content-length': body.byteLength } : {}),
        },
      },
      resolve,
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
  const text = await readText(response);
  const status = response.statusCode ?? 0;
  const retryAfter = Number(response.headers['retry-after']);
  const retryAfterSeconds = Number.isFinite(retryAfter) && retryAfter > 0 ? Math.min(retryAfter, 86_400) : null;
  if (text.trim() === '') return { kind: 'response', status, json: null, text: '', retryAfterSeconds };
  try {
    return { kind: 'response', status, json: JSON.parse(text) as Json, text, retryAfterSeconds };
  } catch {
    if (status < 200 || status >= 300) return { kind: 'response', status, json: null, text, retryAfterSeconds };
    return { kind: 'failure', code: 'NOT_JSON', message: storable(text, 200) };
  }
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = chunk as Buffer;
    size += bytes.byteLength;
    if (size > MAX_BYTES) {
      response.destroy();
      throw new TooLarge();
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
