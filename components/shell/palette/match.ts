/** True when every word of the query begins or is in one of the texts; case and width do not matter. */
export function matches(query: string, ...texts: readonly (string | undefined)[]): boolean {
  const haystack = fold(texts.filter(Boolean).join(' '));
  return fold(query)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
