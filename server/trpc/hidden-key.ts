/**
 * The place of a key that schemas of free-form values would pass over without a word: `__proto__` names no field anywhere, so whoever
 * sends it is told so. Null when there is none.
 */
export function hiddenKey(value: unknown, path = ''): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const key of Object.keys(value)) {
    const place = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    if (key === '__proto__') return place;
    const found = hiddenKey((value as Record<string, unknown>)[key], place);
    if (found !== null) return found;
  }
  return null;
}
