/** A pattern of the safe subset as a tree. `one` tests a single character. */
export type PatternNode =
  | { kind: 'one'; test: RegExp }
  | { kind: 'sequence'; items: PatternNode[] }
  | { kind: 'choice'; items: PatternNode[] }
  | { kind: 'repeat'; item: PatternNode; min: number; max: number };

/** The pattern is no regular expression, or it uses what can make matching slow: then `unsafe`. */
export class PatternError extends Error {
  readonly unsafe: boolean;
  readonly at: number;
  constructor(unsafe: boolean, at: number) {
    super(unsafe ? 'unsafe pattern' : 'invalid pattern');
    this.unsafe = unsafe;
    this.at = at;
  }
}

const MAX_REPEAT = 1000;

/**
 * Literals, `.`, classes, escapes, groups, `|` and quantifiers; `^` and `$` at the very ends, where they change nothing because a pattern always
 * matches the whole text. Refused: back references, look-around, a repeated group that repeats inside, named groups, flags.
 */
export function parsePattern(source: string): PatternNode {
  const reader = new Reader(source.replace(/^\^/, '').replace(/(^|[^\\])((?:\\\\)*)\$$/, '$1$2'));
  const node = reader.choice();
  if (!reader.done) throw new PatternError(false, reader.at);
  return node;
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get done(): boolean {
    return this.#at >= this.#source.length;
  }

  get at(): number {
    return this.#at;
  }

  choice(): PatternNode {
    const items = [this.#sequence()];
    while (this.#take('|')) items.push(this.#sequence());
    return items.length === 1 && items[0] ? items[0] : { kind: 'choice', items };
  }

  #sequence(): PatternNode {
    const items: PatternNode[] = [];
    while (!this.done && !/[|)]/.test(this.#peek())) items.push(this.#quantified());
    return { kind: 'sequence', items };
  }

  #quantified(): PatternNode {
    const start = this.#at;
    const item = this.#atom();
    const bounds = this.#quantifier();
    if (!bounds) return item;
    if (this.#quantifier()) throw new PatternError(false, this.#at);
    if (bounds.max > 1 && varies(item)) throw new PatternError(true, start);
    return { kind: 'repeat', item, ...bounds };
  }

  #quantifier(): { min: number; max: number } | null {
    const match = /^(?:[*+?]|\{(\d{1,4})(,(\d{0,4}))?\})/.exec(this.#source.slice(this.#at));
    if (!match) return null;
    this.#at += match[0].length;
    // Lazy quantifiers match the same whole texts.
    if (match[0] !== '?') this.#take('?');
    if (match[0] === '*') return { min: 0, max: Number.POSITIVE_INFINITY };
    if (match[0] === '+') return { min: 1, max: Number.POSITIVE_INFINITY };
    if (match[0] === '?') return { min: 0, max: 1 };
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] ? Number(match[3]) : Number.POSITIVE_INFINITY;
    if (max < min) throw new PatternError(false, this.#at);
    if (min > MAX_REPEAT || (max !== Number.POSITIVE_INFINITY && max > MAX_REPEAT)) throw new PatternError(true, this.#at);
    return { min, max };
  }

  #atom(): PatternNode {
    const character = this.#peek();
    if (character === '(') return this.#group();
    if (character === '[') return this.#one(/^\[(?:\\[^]|[^\]\\])*\]/);
    if (character === '\\') return this.#escape();
    if (/[*+?{}\])^$]/.test(character)) throw new PatternError(false, this.#at);
    return this.#one(/^[^]/u);
  }

  #group(): PatternNode {
    const start = this.#at;
    this.#at += 1;
    if (this.#peek() === '?') {
      if (!this.#source.startsWith('?:', this.#at)) throw new PatternError(true, start);
      this.#at += 2;
    }
    const inside = this.choice();
    if (!this.#take(')')) throw new PatternError(false, start);
    return inside;
  }

  #escape(): PatternNode {
    const next = this.#source[this.#at + 1] ?? '';
    if (/[1-9kbB]/.test(next)) throw new PatternError(true, this.#at);
    return this.#one(/^\\(?:[pP]\{[\w=]{1,60}\}|u\{[\da-fA-F]{1,6}\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[^])/u);
  }

  /** One character's worth of pattern; the platform's own engine tests it against one character only. */
  #one(shape: RegExp): PatternNode {
    const match = shape.exec(this.#source.slice(this.#at));
    if (!match) throw new PatternError(false, this.#at);
    try {
      const test = new RegExp(`^${match[0]}$`, 'u');
      this.#at += match[0].length;
      return { kind: 'one', test };
    } catch {
      throw new PatternError(false, this.#at);
    }
  }

  #peek(): string {
    return this.#source[this.#at] ?? '';
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at += 1;
    return true;
  }
}

/** True for a part that may take up different lengths of text; repeating that is what makes matching explode. */
function varies(node: PatternNode): boolean {
  if (node.kind === 'repeat') return node.max !== node.min;
  return node.kind !== 'one' && node.items.some(varies);
}
