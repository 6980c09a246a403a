import { MODEL_FILE_BYTES } from '@/lib/bpmn/model-file';
import { AppError } from '@/lib/errors';

const MAX_BYTES = 1_000_000;
/** Calls that carry a model file: as base64, or as text with its quotes escaped, it is up to a half longer than its bytes. */
const MODEL_CALLS = new Set(['process.create', 'process.importModel', 'process.replaceDraft', 'process.saveDraft']);
const MODEL_BYTES = MODEL_FILE_BYTES * 1.5;
const MAX_DEPTH = 64;
export const MAX_BATCH = 10;

/**
 * Refuses what no page of ours sends, before any procedure runs, and hands on the same request with its body read: JSON only, valid
 * UTF-8, at most 1 MB after decompression (a model file 3) and 64 levels, ten calls a batch, and from our own origin when something is to change.
 */
export async function guardRequest(request: Request): Promise<Request> {
  const url = new URL(request.url);
  const calls = callsOf(url);
  if (calls.length > MAX_BATCH) throw new AppError('BATCH_TOO_LARGE', { params: { max: MAX_BATCH } });
  const names = [...url.searchParams.keys()];
  if (new Set(names).size !== names.length) throw new AppError('BODY_INVALID');
  if (request.method === 'GET') return request;
  if (request.method !== 'POST') throw new AppError('METHOD_NOT_ALLOWED');
  assertSameOrigin(request, url);
  assertJson(request.headers.get('content-type') ?? '');
  const body = await readBody(request, calls.some((call) => MODEL_CALLS.has(call)) ? tooLargeModel : tooLarge);
  assertDepth(body);
  const headers = new Headers(request.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Request(request.url, { method: 'POST', headers, body, signal: request.signal });
}

/** A batch is as many calls as it names procedures. */
export function callsOf({ pathname }: URL): readonly string[] {
  try {
    return decodeURIComponent(pathname).replace(/^.*\//, '').split(',');
  } catch (error) {
    throw new AppError('NOT_FOUND', { cause: error });
  }
}

/** A browser always names the origin of a POST; another one, or `null` of a sandbox, must not act with our cookie. */
export function assertSameOrigin(request: Request, url: URL): void {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw new AppError('FORBIDDEN');
  if (origin === null) return;
  const own = [process.env.NEXTAUTH_URL, url.origin, `${url.protocol}//${request.headers.get('host') ?? ''}`];
  if (!own.some((address) => address && URL.canParse(address) && new URL(address).origin === origin)) throw new AppError('FORBIDDEN');
}

function assertJson(contentType: string): void {
  const [type, ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (type !== 'application/json' || (charset && !/^charset="?utf-8"?$/.test(charset))) throw new AppError('CONTENT_TYPE');
}

async function readBody(request: Request, limit: Limit): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > limit.bytes) throw limit.refusal();
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') throw new AppError('CONTENT_TYPE');
  if (!request.body) throw new AppError('BODY_INVALID');
  const stream: ReadableStream<Uint8Array> = encoding === 'gzip' ? request.body.pipeThrough(new DecompressionStream('gzip')) : request.body;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // Counted after decompression, so that a bomb is dropped at its first megabyte.
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > limit.bytes) throw limit.refusal();
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('BODY_INVALID', { cause: error });
  }
  return decode(Buffer.concat(chunks));
}

type Limit = { bytes: number; refusal(): AppError };
const tooLarge: Limit = { bytes: MAX_BYTES, refusal: () => new AppError('BODY_TOO_LARGE', { params: { max: MAX_BYTES } }) };
const tooLargeModel: Limit = { bytes: MODEL_BYTES, refusal: () => new AppError('MODEL_TOO_LARGE', { params: { max: MODEL_FILE_BYTES } }) };

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('BODY_ENCODING', { cause: error });
  }
}

/** Counts brackets outside strings: cheap, and before a parser builds anything. */
function assertDepth(json: string): void {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < json.length; index++) {
    const char = json[index];
    if (inString) {
      if (char === '\\') index++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') {
      if (++depth > MAX_DEPTH) throw new AppError('BODY_DEPTH', { params: { max: MAX_DEPTH } });
    } else if (char === '}' || char === ']') depth--;
  }
}
