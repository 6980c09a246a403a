import type { Pattern } from './compile';
import { type Match, search, type Worker } from './search';

const pointsOf = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);

const textOf = (points: readonly number[], from: number, to: number): string =>
  points.slice(from, to).reduce((text, point) => text + String.fromCodePoint(point), '');

/** Whether the pattern occurs in the text. */
export function testPattern(pattern: Pattern, text: string, worker: Worker): boolean {
  return search(pattern, pointsOf(text), 0, worker) !== null;
}

/** Every occurrence from the left; null when the pattern matches the empty text, which has no meaning here. */
function occurrences(pattern: Pattern, points: readonly number[], worker: Worker): Match[] | null {
  if (search(pattern, [], 0, worker) !== null) return null;
  const found: Match[] = [];
  for (let at = 0; at <= points.length; ) {
    const match = search(pattern, points, at, worker);
    if (match === null) break;
    const [from = 0, to = 0] = match;
    if (to === from) return null;
    found.push(match);
    at = to;
  }
  return found;
}

/** `$1` stands for the first group, `$0` for the match, `\$` for a dollar. */
export function replacePattern(pattern: Pattern, text: string, replacement: string, worker: Worker): string | null {
  const points = pointsOf(text);
  const matches = occurrences(pattern, points, worker);
  if (matches === null) return null;
  let result = '';
  let at = 0;
  for (const match of matches) {
    const [from = 0, to = 0] = match;
    worker.work(replacement.length >> 2);
    result += textOf(points, at, from) + fill(replacement, points, match);
    at = to;
  }
  return result + textOf(points, at, points.length);
}

function fill(replacement: string, points: readonly number[], match: Match): string {
  return replacement.replace(/\\([\\$])|\$(\d)/g, (_, escaped: string | undefined, group: string | undefined) => {
    if (escaped !== undefined) return escaped;
    const index = Number(group) * 2;
    const from = match[index] ?? -1;
    return from < 0 ? '' : textOf(points, from, match[index + 1] ?? from);
  });
}

/** The texts between the occurrences. */
export function splitPattern(pattern: Pattern, text: string, worker: Worker): string[] | null {
  const points = pointsOf(text);
  const matches = occurrences(pattern, points, worker);
  if (matches === null) return null;
  const pieces: string[] = [];
  let at = 0;
  for (const [from = 0, to = 0] of matches) {
    pieces.push(textOf(points, at, from));
    at = to;
  }
  return [...pieces, textOf(points, at, points.length)];
}
