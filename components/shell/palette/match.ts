import { isFoundBy } from '@/lib/reading';
import type { Command } from './command';

/** True when the query is in the command's words, or begins their reading: pinyin or its initials. */
export function fits(query: string, { label, keywords, reading }: Pick<Command, 'label' | 'keywords' | 'reading'>): boolean {
  return matches(query, label, keywords) || (reading !== undefined && isFoundBy(reading, query));
}

/** True when every word of the query begins or is in one of the texts; case and width do not matter. */
export function matches(query: string, ...texts: readonly (string | undefined)[]): boolean {
  const haystack = fold(texts.filter(Boolean).join(' '));
  return fold(query)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/** True when one of the texts, or a word of it, begins with the query. */
export function begins(query: string, ...texts: readonly (string | undefined)[]): boolean {
  return ` ${fold(texts.filter(Boolean).join(' '))}`.includes(` ${fold(query)}`);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
