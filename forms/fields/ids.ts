import type { Json } from '@/lib/json';
import { err, ok, type Result } from '@/lib/result';
import type { Finding } from './config';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

export function idsOf(value: Json): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : typeof value === 'string' ? [value] : [];
}

export function checkId(value: Json): Result<Json, Finding> {
  if (value === null || value === '') return ok(null);
  if (typeof value !== 'string') return err({ code: 'FIELD_TYPE' });
  return isUuid(value) ? ok(value) : err({ code: 'FIELD_REF' });
}

/** A list of different ids; an empty one is no value. */
export function checkIds(value: Json, max: number): Result<Json, Finding> {
  if (value === null) return ok(null);
  if (!Array.isArray(value)) return err({ code: 'FIELD_TYPE' });
  if (value.length > max) return err({ code: 'FIELD_LIMIT', params: { kind: 'max', max } });
  for (const [index, id] of value.entries()) {
    if (typeof id !== 'string') return err({ code: 'FIELD_TYPE', at: `[${index}]` });
    if (!isUuid(id) || value.indexOf(id) !== index) return err({ code: 'FIELD_REF', at: `[${index}]` });
  }
  return ok(value.length === 0 ? null : value);
}
