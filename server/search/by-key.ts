import { folded, readingPattern } from '@/lib/reading';

/** Above every character. */
const LAST = '\u{10ffff}';

export type SearchKind = 'user' | 'department' | 'position' | 'role' | 'workGroup' | 'form' | 'process';

/** What `byKey` wants for what somebody typed: the bounds of the index and a pattern; null for nothing. */
export function keyRange(text: string | undefined): readonly [from: string, below: string, pattern: string] | null {
  const typed = folded(text ?? '');
  if (typed === '') return null;
  const pattern = readingPattern(typed);
  // The letters that follow the first one may lie in the next syllable.
  const from = pattern === null ? typed : typed.slice(0, 1);
  return [from, from + LAST, pattern === null ? '' : `^${pattern}`];
}

/** The ids of the records of a kind that are found by their keys; `range` is the parameter that holds `keyRange`, null finds none. */
export function foundIds(kind: SearchKind, range: `$${number}`): string {
  return `select k.id from ${keysIn(kind, range)}`;
}

/** The same, each once, with whether the beginning of a whole name or code was typed. */
export function byKey(kind: SearchKind, range: `$${number}`): string {
  return `select k.id, bool_or(k.is_whole) as is_whole from ${keysIn(kind, range)} group by k.id`;
}

/** The whole names, codes and readings of a record as one text, for `isFoundBy` in a list that the page holds anyway. */
export function keysText(of: readonly { kind: SearchKind; id: string }[]): string {
  const these = of.map(({ kind, id }) => `k.kind = '${kind}' and k.id = ${id}`).join(' or ');
  return `coalesce((select string_agg(k.key, '|') from portal.search_key k where k.is_whole and (${these})), '')`;
}

// helpers //////////////////////

function keysIn(kind: SearchKind, range: `$${number}`): string {
  return `portal.search_key k where k.kind = '${kind}' and k.key >= (${range}::text[])[1] and k.key < (${range}::text[])[2] and k.key ~ (${range}::text[])[3]`;
}
