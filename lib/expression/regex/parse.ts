import { classTest, escapedPoint, ignoringCase, isLineEnd, not, propertyTest } from './chars';
import type { CharTest, Flags, Regex } from './syntax';

const MAX_DEPTH = 50;
const MAX_COUNT = 1000;

class Malformed extends Error {}

/** The tree of a pattern and its number of groups; null when it is malformed or asks for what is not offered (back references, look-around). */
export function parseRegex(pattern: string, flags: Flags): { regex: Regex; groups: number } | null {
  try {
    return new RegexParser(pattern, flags).parse();
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

class RegexParser {
  readonly #characters: readonly string[];
  readonly #flags: Flags;
  #at = 0;
  #groups = 0;
  #depth = 0;

  constructor(pattern: string, flags: Flags) {
    const characters = [...pattern];
    this.#characters = flags.extended ? characters.filter((character) => !/\s/.test(character)) : characters;
    this.#flags = flags;
  }

  parse(): { regex: Regex; groups: number } {
    const regex = this.#either();
    if (this.#at < this.#characters.length) throw new Malformed();
    return { regex, groups: this.#groups };
  }

  #peek(): string | undefined {
    return this.#characters[this.#at];
  }

  #next(): string {
    const character = this.#peek();
    if (character === undefined) throw new Malformed();
    this.#at += 1;
    return character;
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at += 1;
    return true;
  }

  #either(): Regex {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new Malformed();
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    this.#depth -= 1;
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: 'either', options };
  }

  #sequence(): Regex {
    const items: Regex[] = [];
    for (let next = this.#peek(); next !== undefined && next !== '|' && next !== ')'; next = this.#peek()) items.push(this.#repeated());
    return { kind: 'sequence', items };
  }

  #repeated(): Regex {
    let regex = this.#atom();
    for (let bounds = this.#bounds(); bounds !== null; bounds = this.#bounds()) {
      regex = { kind: 'repeat', inner: regex, ...bounds, greedy: !this.#take('?') };
      if (this.#peek() === '*' || this.#peek() === '+') throw new Malformed();
    }
    return regex;
  }

  #bounds(): { min: number; max: number } | null {
    if (this.#take('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
    if (this.#take('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
    if (this.#take('?')) return { min: 0, max: 1 };
    if (!this.#take('{')) return null;
    const min = this.#count();
    const max = this.#take(',') ? (this.#peek() === '}' ? Number.POSITIVE_INFINITY : this.#count()) : min;
    if (!this.#take('}') || min > max) throw new Malformed();
    return { min, max };
  }

  #count(): number {
    let digits = '';
    for (let next = this.#peek(); next !== undefined && /[0-9]/.test(next); next = this.#peek()) digits += this.#next();
    const count = Number(digits);
    if (digits === '' || count > MAX_COUNT) throw new Malformed();
    return count;
  }

  #atom(): Regex {
    const character = this.#next();
    switch (character) {
      case '(':
        return this.#group();
      case '[':
        return this.#char(this.#set());
      case '.':
        return this.#char(this.#flags.dotAll ? () => true : not(isLineEnd));
      case '^':
        return { kind: 'assert', where: this.#flags.multiline ? 'lineStart' : 'start' };
      case '$':
        return { kind: 'assert', where: this.#flags.multiline ? 'lineEnd' : 'end' };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        throw new Malformed();
      default:
        return this.#char(this.#literal(character.codePointAt(0) ?? 0));
    }
  }

  #group(): Regex {
    const capturing = !this.#take('?');
    if (!capturing && !this.#take(':')) throw new Malformed();
    const index = capturing ? ++this.#groups : null;
    const inner = this.#either();
    if (!this.#take(')')) throw new Malformed();
    return { kind: 'group', index, inner };
  }

  #escape(): Regex {
    if (this.#take('b')) return { kind: 'assert', where: 'boundary' };
    if (this.#take('B')) return { kind: 'assert', where: 'notBoundary' };
    const escaped = this.#escapedSet();
    return this.#char(typeof escaped === 'number' ? this.#literal(escaped) : escaped);
  }

  /** After a backslash: a class, or one character. */
  #escapedSet(): CharTest | number {
    const character = this.#next();
    if (character === 'p' || character === 'P') return this.#property(character === 'P');
    const known = classTest(character);
    if (known !== undefined) return known;
    const point = escapedPoint(character);
    if (point === null) throw new Malformed();
    return point;
  }

  #property(negated: boolean): CharTest {
    if (!this.#take('{')) throw new Malformed();
    let name = '';
    while (this.#peek() !== '}') name += this.#next();
    this.#at += 1;
    const test = propertyTest(name);
    if (test === null) throw new Malformed();
    return negated ? not(test) : test;
  }

  #set(): CharTest {
    const negated = this.#take('^');
    const tests: CharTest[] = [];
    while (!this.#take(']')) tests.push(this.#setItem());
    if (tests.length === 0) throw new Malformed();
    const any: CharTest = (point) => tests.some((test) => test(point));
    const folded = this.#fold(any);
    return negated ? not(folded) : folded;
  }

  #setItem(): CharTest {
    const low = this.#setPoint();
    if (typeof low !== 'number') return low;
    const isRange = this.#peek() === '-' && this.#characters[this.#at + 1] !== ']' && this.#characters[this.#at + 1] !== undefined;
    if (!isRange) return (point) => point === low;
    this.#at += 1;
    const high = this.#setPoint();
    if (typeof high !== 'number' || high < low) throw new Malformed();
    return (point) => point >= low && point <= high;
  }

  #setPoint(): CharTest | number {
    const character = this.#next();
    if (character === '\\') return this.#escapedSet();
    if (character === '[') throw new Malformed();
    return character.codePointAt(0) ?? 0;
  }

  #literal(wanted: number): CharTest {
    return this.#fold((point) => point === wanted);
  }

  #fold(test: CharTest): CharTest {
    return this.#flags.ignoreCase ? ignoringCase(test) : test;
  }

  #char(test: CharTest): Regex {
    return { kind: 'char', test };
  }
}
