import { parser, trackVariables } from 'lezer-feel';
import { failure } from './failure';

/** A node of the grammar's concrete tree. */
export type Cst = ReturnType<typeof parser.parse>['topNode'];

export type Mode = 'expression' | 'unaryTests';

const punctuation = new Set(['(', ')', '<', '>', '[', ']', '{', '}', '.', '..', 'LineComment', 'BlockComment', '⚠']);

/** The children that carry meaning. */
export function parts(node: Cst): Cst[] {
  return children(node).filter((child) => !punctuation.has(child.name));
}

export function children(node: Cst): Cst[] {
  const found: Cst[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') found.push(child);
  }
  return found;
}

/** `spaced` are names of several words; the grammar has to know them to tell `date and time` from `date` and `time`. */
export function parseTree(text: string, mode: Mode, spaced: Iterable<string>): Cst {
  const configured = parserFor(mode, [...spaced]);
  const root = parseOrRefuse(() => configured.parse(text).topNode, text);
  refuseErrors(root, text);
  return root;
}

const MAX_PARSERS = 50;
const parsers = new Map<string, typeof parser>();

/** Setting a parser up costs as much as a parse, and nearly all expressions share the same names of several words. */
function parserFor(mode: Mode, spaced: readonly string[]): typeof parser {
  const key = `${mode}\n${spaced.join('\n')}`;
  const known = parsers.get(key);
  if (known !== undefined) return known;
  const context = Object.fromEntries(spaced.map((name) => [name, null]));
  const made = parser.configure({ top: mode === 'expression' ? 'Expression' : 'UnaryTests', contextTracker: trackVariables(context) });
  if (parsers.size >= MAX_PARSERS) parsers.clear();
  parsers.set(key, made);
  return made;
}

/** The grammar's name tracker throws on some broken inputs instead of marking them. */
function parseOrRefuse(parse: () => Cst, text: string): Cst {
  try {
    return parse();
  } catch {
    throw failure('EXPR_SYNTAX', { from: 0, to: text.length }, { token: text.slice(0, 20) });
  }
}

/** Only the first finding is told: the rest are usually its echoes. */
function refuseErrors(root: Cst, text: string): void {
  const cursor = root.cursor();
  do {
    if (!cursor.type.isError) continue;
    const { from, to } = cursor;
    const token = text.slice(from, to).trim();
    if (token !== '') throw failure('EXPR_SYNTAX', { from, to }, { token: token.slice(0, 20) });
    throw unclosedBracket(text) ?? failure(isElseMissing(text) ? 'EXPR_ELSE_MISSING' : 'EXPR_INCOMPLETE', { from, to: Math.max(to, from) });
  } while (cursor.next());
}

/** Which bracket was never closed. An interval may turn its brackets around, so with `..` there is no telling. */
function unclosedBracket(text: string): ReturnType<typeof failure> | null {
  const open: number[] = [];
  const code = codeOf(text);
  if (code.includes('..')) return null;
  for (const [index, character] of [...code].entries()) {
    if ('([{'.includes(character)) open.push(index);
    else if (')]}'.includes(character)) open.pop();
  }
  const last = open.at(-1);
  return last === undefined ? null : failure('EXPR_UNCLOSED', { from: last, to: last + 1 }, { token: text.charAt(last) });
}

/** Every `then` has its `else`: what is left out has no value that it could have. */
function isElseMissing(text: string): boolean {
  const count = (word: RegExp) => codeOf(text).match(word)?.length ?? 0;
  return count(/\bthen\b/g) > count(/\belse\b/g);
}

/** Without texts and remarks, each place where it was. */
function codeOf(text: string): string {
  return text.replace(/"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (skipped) => ' '.repeat(skipped.length));
}
