import type { Json } from '@/lib/json';

/**
 * Keys and option ids of a draft in Unicode's composed form: two that look the same are then the same to every later check.
 * Works on whatever was sent, before its shape is known.
 */
export function normalizeSchema(input: Json): Json {
  if (Array.isArray(input)) return input.map(normalizeSchema);
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, normalizeEntry(name, value)]));
}

/** What a key is compared by: composed, in one case. */
export function foldKey(key: string): string {
  return key.normalize('NFC').toLowerCase();
}

function normalizeEntry(name: string, value: Json): Json {
  return name === 'key' && typeof value === 'string' ? value.normalize('NFC') : normalizeSchema(value);
}
