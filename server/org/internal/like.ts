/** An ILIKE pattern that finds the text anywhere, with its own `%`, `_` and `\` taken literally; null finds everything. */
export function containing(search: string | undefined): string | null {
  const text = search?.trim();
  return text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null;
}
