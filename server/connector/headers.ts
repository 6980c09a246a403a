import { z } from 'zod';
import { log } from '@/server/log';
import { seal, unseal } from './seal';

/** Headers that the call itself sets. */
const RESERVED = new Set([
  'host',
  'connection',
  'content-length',
  'content-type',
  'transfer-encoding',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'idempotency-key',
  'proxy-authorization',
]);

const headerName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/)
  .refine((name) => !RESERVED.has(name.toLowerCase()));
const headerValue = z
  .string()
  .min(1)
  .max(4000)
  .regex(/^[\t\x20-\x7e]*$/);

/** What changes in the secret headers: a value sets one, null removes it, one that is not named stays. */
export const headerChangesSchema = z.record(headerName, headerValue.nullable()).refine((changes) => Object.keys(changes).length <= 20);
export type HeaderChanges = z.infer<typeof headerChangesSchema>;
export type Headers = Readonly<Record<string, string>>;

/** The stored headers with the changes, sealed; null when none is left. Names are compared without their case. */
export function changedHeaders(sealed: string | null, changes: HeaderChanges): string | null {
  const headers = new Map(Object.entries(openHeaders(sealed) ?? {}).map((entry) => [entry[0].toLowerCase(), entry]));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) headers.delete(name.toLowerCase());
    else headers.set(name.toLowerCase(), [name, value]);
  }
  return headers.size === 0 ? null : seal(JSON.stringify(Object.fromEntries(headers.values())));
}

/** Null when they were sealed under another secret of the server (it was changed, or the database moved without it). */
export function openHeaders(sealed: string | null): Headers | null {
  if (sealed === null) return {};
  try {
    return JSON.parse(unseal(sealed)) as Headers;
  } catch (error) {
    log.warn({ err: error }, 'secret headers of a connector cannot be opened');
    return null;
  }
}
