import { limits } from '../limits';
import { failure } from './failure';

/** What an input method leaves behind, one character for one, so that positions stay. */
const fullWidth: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '＋': '+',
    '－': '-',
    '−': '-',
    '×': '*',
    '＊': '*',
    '÷': '/',
    '／': '/',
    '（': '(',
    '）': ')',
    '［': '[',
    '］': ']',
    '【': '[',
    '】': ']',
    '｛': '{',
    '｝': '}',
    '，': ',',
    '、': ',',
    '；': ';',
    '：': ':',
    '。': '.',
    '．': '.',
    '＜': '<',
    '＞': '>',
    '＝': '=',
    '！': '!',
    '？': '?',
    '＠': '@',
    '　': ' ',
  }),
);

/** Signs of other languages, and what FEEL writes instead. */
const foreign: readonly (readonly [sign: string, use: string])[] = [
  ['==', '='],
  ['&&', 'and'],
  ['||', 'or'],
  ['<>', '!='],
  ['≠', '!='],
  ['≥', '>='],
  ['≤', '<='],
  ['%', 'modulo(…)'],
  ["'", '"'],
  ['‘', '"'],
  ['’', '"'],
];

const OPENING_QUOTE = /["“”＂]/;
const CLOSING_QUOTE: Record<string, RegExp> = { '"': /"/ };
const FANCY_CLOSING = /["“”＂]/;
const NAME_PART = /[\p{L}\p{N}_]/u;
const FULL_WIDTH_DIGIT = /[０-９]/;

/** Rewrites full-width operators, quotes and numbers to ASCII outside texts and comments, and refuses what no parser could explain well. */
export function normalize(source: string): string {
  if (source.length > limits.source)
    throw failure('EXPR_BUDGET', { from: limits.source, to: source.length }, { limit: 'source', max: limits.source });
  return new Normalizer(source).run();
}

class Normalizer {
  readonly #source: string;
  #at = 0;
  #out = '';
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  run(): string {
    while (this.#at < this.#source.length) this.#step(this.#source.charAt(this.#at));
    return this.#out;
  }

  #step(character: string): void {
    if (OPENING_QUOTE.test(character)) return this.#text(character);
    if (this.#source.startsWith('//', this.#at)) return this.#comment('\n', false);
    if (this.#source.startsWith('/*', this.#at)) return this.#comment('*/', true);
    if (FULL_WIDTH_DIGIT.test(character) && !NAME_PART.test(this.#out.at(-1) ?? '')) return this.#number();
    this.#sign(fullWidth.get(character) ?? character);
  }

  #sign(character: string): void {
    const next = fullWidth.get(this.#source.charAt(this.#at + 1)) ?? this.#source.charAt(this.#at + 1);
    const found = this.#isComparison() ? undefined : foreign.find(([sign]) => (character + next).startsWith(sign));
    if (found !== undefined) {
      const [sign, use] = found;
      throw failure('EXPR_SYMBOL', { from: this.#at, to: this.#at + sign.length }, { symbol: sign, use });
    }
    this.#nest(character);
    this.#out += character;
    this.#at += 1;
  }

  /** The `=` of `<=`, `>=` and `!=` starts no foreign sign. */
  #isComparison(): boolean {
    return /[<>!]$/.test(this.#out) && (this.#source.charAt(this.#at) === '=' || this.#source.charAt(this.#at) === '＝');
  }

  #nest(character: string): void {
    if (character === '(' || character === '[' || character === '{') this.#depth += 1;
    else if (character === ')' || character === ']' || character === '}') this.#depth = Math.max(0, this.#depth - 1);
    if (this.#depth > limits.brackets) {
      throw failure('EXPR_BUDGET', { from: this.#at, to: this.#at + 1 }, { limit: 'brackets', max: limits.brackets });
    }
  }

  #text(quote: string): void {
    const start = this.#at;
    const closing = CLOSING_QUOTE[quote] ?? FANCY_CLOSING;
    let end = start + 1;
    while (end < this.#source.length && !closing.test(this.#source.charAt(end))) end += this.#source.charAt(end) === '\\' ? 2 : 1;
    if (end >= this.#source.length) throw failure('EXPR_UNCLOSED', { from: start, to: this.#source.length }, { token: '"' });
    this.#out += `"${this.#source.slice(start + 1, end)}"`;
    this.#at = end + 1;
  }

  #comment(terminator: string, required: boolean): void {
    const found = this.#source.indexOf(terminator, this.#at + 2);
    if (found < 0 && required) throw failure('EXPR_UNCLOSED', { from: this.#at, to: this.#source.length }, { token: '/*' });
    const end = found < 0 ? this.#source.length : found + (required ? terminator.length : 0);
    this.#out += this.#source.slice(this.#at, end);
    this.#at = end;
  }

  #number(): void {
    const match = /^[０-９0-9．.]+/.exec(this.#source.slice(this.#at))?.[0] ?? '';
    this.#out += match.replace(/[０-９．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
    this.#at += match.length;
  }
}
