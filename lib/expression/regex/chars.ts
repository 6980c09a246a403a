import type { CharTest } from './syntax';

const isDigit: CharTest = (point) => point >= 48 && point <= 57;
const isWord: CharTest = (point) => isDigit(point) || point === 95 || (point >= 65 && point <= 90) || (point >= 97 && point <= 122);
const SPACE = /^\s$/;
const isSpace: CharTest = (point) => SPACE.test(String.fromCodePoint(point));

export const isWordPoint = isWord;
export const isLineEnd: CharTest = (point) => point === 10 || point === 13;
export const not =
  (test: CharTest): CharTest =>
  (point) =>
    !test(point);

const classes: ReadonlyMap<string, CharTest> = new Map([
  ['d', isDigit],
  ['D', not(isDigit)],
  ['w', isWord],
  ['W', not(isWord)],
  ['s', isSpace],
  ['S', not(isSpace)],
]);

/** `\d`, `\w`, `\s` and their opposites. */
export const classTest = (letter: string): CharTest | undefined => classes.get(letter);

const controls: ReadonlyMap<string, number> = new Map([
  ['n', 10],
  ['r', 13],
  ['t', 9],
]);

/** The character an escape stands for; null for letters and digits that have no meaning after a backslash. */
export function escapedPoint(character: string): number | null {
  const control = controls.get(character);
  if (control !== undefined) return control;
  return /[A-Za-z0-9]/.test(character) ? null : (character.codePointAt(0) ?? null);
}

/** `\p{L}`: the engine's own Unicode tables, one character at a time. */
export function propertyTest(name: string): CharTest | null {
  if (!/^[A-Za-z_]+(?:=[A-Za-z_]+)?$/.test(name)) return null;
  try {
    const expression = new RegExp(`^\\p{${name}}$`, 'u');
    return (point) => expression.test(String.fromCodePoint(point));
  } catch {
    return null;
  }
}

/** Upper and lower case are one. */
export function ignoringCase(test: CharTest): CharTest {
  return (point) => {
    if (test(point)) return true;
    const character = String.fromCodePoint(point);
    const lower = character.toLowerCase().codePointAt(0) ?? point;
    const upper = character.toUpperCase().codePointAt(0) ?? point;
    return test(lower) || test(upper);
  };
}
