import { AppError } from '@/lib/errors';

type PgFailure = { code?: unknown; message?: unknown; routine?: unknown; constraint?: unknown; severity?: unknown };

/** The SQLSTATE of an error of Postgres, also when drizzle or an AppError wraps it. */
export function sqlState(error: unknown): string | undefined {
  return textOf(error, 'code', /^[0-9A-Z]{5}$/);
}

/** The constraint that a statement violated, for verbs that turn it into a refusal with a name. */
export function constraintOf(error: unknown): string | undefined {
  return textOf(error, 'constraint', /./);
}

/** What Postgres says of an error. */
export function messageOf(error: unknown): string | undefined {
  return textOf(error, 'message', /./);
}

/** A deadlock or a serialization failure: the same transaction may well pass when it runs again. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}

/** A prepared statement of this connection met a table that changed under it; another connection plans anew. */
export function isStalePlan(error: unknown): boolean {
  return sqlState(error) === '0A000' && textOf(error, 'routine', /./) === 'RevalidateCachedQuery';
}

/** True when the connection is gone: no answer from the server, or a FATAL one, or a class 08 or 57P state. */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  if (state === undefined) return !(error instanceof AppError) && isDriverError(error);
  return state.startsWith('08') || state.startsWith('57P') || textOf(error, 'severity', /./) === 'FATAL';
}

/** Turns what the database says about itself into the refusal that a person sees; anything else stays as it is. */
export function toRefusal(error: unknown): unknown {
  for (const link of chain(error)) if (link instanceof AppError) return link;
  const state = sqlState(error);
  if (state === '53100' || state === '53200') return new AppError('STORAGE_FULL', { cause: error });
  const busy =
    isConnectionLost(error) || isRetryable(error) || state === '57014' || state === '55P03' || state?.startsWith('53') || state === '25P03';
  return busy ? new AppError('BUSY', { cause: error }) : error;
}

// helpers //////////////////////

const DRIVER_ERRORS =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded|Query read timeout|Query timeout|connect E|read E|write E|getaddrinfo|This socket has been ended)/;
const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']);

function isDriverError(error: unknown): boolean {
  for (const link of chain(error)) {
    if (!(link instanceof Error)) continue;
    if (DRIVER_ERRORS.test(link.message)) return true;
    if (SOCKET_CODES.has(String((link as PgFailure).code))) return true;
  }
  return false;
}

function textOf(error: unknown, key: keyof PgFailure, shape: RegExp): string | undefined {
  for (const link of chain(error)) {
    const value = (link as PgFailure)[key];
    if (!(link instanceof AppError) && typeof value === 'string' && shape.test(value)) return value;
  }
  return undefined;
}

function* chain(error: unknown): Generator<object> {
  let link = error;
  for (let depth = 0; depth < 5 && typeof link === 'object' && link !== null; depth++) {
    yield link;
    link = (link as { cause?: unknown }).cause;
  }
}
