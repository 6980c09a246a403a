import { pinyin } from 'pinyin-pro';
import { folded } from '@/lib/reading';

export type Named = { zh: string; en: string; words: readonly (string | null)[] };

const HAN = /\p{Script=Han}/u;
/** A Chinese character is a word of its own; letters and digits are words as far as they reach. */
const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\p{N}+|[^\p{L}\p{M}\p{N}\s]/gu;

/** Every key of a record, and whether it is a whole name or code. A surname counts in its own reading and in the character's usual one. */
export function keysOf({ zh, en, words }: Named): ReadonlyMap<string, boolean> {
  const keys = new Map<string, boolean>();
  const whole = [zh, en, ...words].map((text) => folded(text ?? '')).filter((text) => text !== '');
  for (const text of whole.flatMap((one) => [one, ...readingsOf(one)])) {
    for (const { index } of text.matchAll(WORD)) {
      const key = text.slice(index);
      keys.set(key, keys.get(key) === true || index === 0);
    }
  }
  return keys;
}

// helpers //////////////////////

/** The syllables with spaces between them. ü is typed as v, and written as u. */
function readingsOf(text: string): readonly string[] {
  if (!HAN.test(text)) return [];
  const readings = [read(text, 'head'), read(text, 'off')];
  return [...new Set(readings.flatMap((reading) => [reading, reading.replace(/(?<=[ln])v/g, 'u')]))];
}

function read(text: string, surname: 'head' | 'off'): string {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true, surname, mode: surname === 'head' ? 'surname' : 'normal' });
  const characters = [...text];
  return characters
    .map((character, n) => (HAN.test(character) ? ` ${syllables[n] ?? character} ` : character))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
