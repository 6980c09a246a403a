/** Enough for any name that somebody types; what follows does not narrow the search. */
const MOST_LETTERS = 40;

/** What is typed and what is searched, made comparable: width and case do not matter. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/**
 * The pattern, for this language and for Postgres alike, of a reading that begins as these letters do, where each syllable or word may be
 * left for the next one: `wm`, `wangm` and `wang min` all begin `wang min`. Null for what is not only letters.
 */
export function readingPattern(typed: string): string | null {
  const text = folded(typed);
  if (!/^[a-z0-9][a-z0-9 '-]*$/.test(text)) return null;
  return text.replace(/[ '-]/g, '').slice(0, MOST_LETTERS).split('').join(`(?:[a-z0-9]*[-_ .@/'&()]+)?`);
}

/** Whether what somebody typed begins a word or a syllable of these keys, which `|` parts. For lists that the page has as a whole. */
export function isFoundBy(keys: string, typed: string): boolean {
  const pattern = readingPattern(typed);
  if (pattern === null) return keys.includes(folded(typed));
  return new RegExp(`(?:^|[-_ .@/'&()|]|(?<=\\p{Script=Han}))${pattern}`, 'u').test(keys);
}
