import { parseRegex } from './parse';
import { type CharTest, readFlags, type Regex } from './syntax';

export type Instruction =
  | { op: 'char'; test: CharTest }
  | { op: 'assert'; where: Extract<Regex, { kind: 'assert' }>['where'] }
  /** Both ways, the first preferred. */
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { op: 'save'; slot: number }
  | { op: 'match' };

export type Pattern = { code: readonly Instruction[]; groups: number };

const MAX_INSTRUCTIONS = 2_000;
const CACHE_SIZE = 100;
const cache = new Map<string, Pattern | null>();

class TooLong extends Error {}

/**
 * A pattern as a program for a machine that runs all alternatives side by side, so that its time grows with
 * the text and never explodes (Thompson 1968, Pike). Null when the pattern is malformed or too long.
 */
export function compilePattern(source: string, flags: string): Pattern | null {
  const key = `${flags}/${source}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const pattern = build(source, flags);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, pattern);
  return pattern;
}

function build(source: string, flagText: string): Pattern | null {
  const flags = readFlags(flagText);
  const parsed = flags === null ? null : parseRegex(source, flags);
  if (parsed === null) return null;
  const code: Instruction[] = [];
  try {
    emit({ kind: 'group', index: 0, inner: parsed.regex }, code);
  } catch (error) {
    if (error instanceof TooLong) return null;
    throw error;
  }
  code.push({ op: 'match' });
  return { code, groups: parsed.groups };
}

function push(instruction: Instruction, code: Instruction[]): number {
  if (code.length >= MAX_INSTRUCTIONS) throw new TooLong();
  return code.push(instruction) - 1;
}

function emit(regex: Regex, code: Instruction[]): void {
  switch (regex.kind) {
    case 'char':
      push({ op: 'char', test: regex.test }, code);
      return;
    case 'assert':
      push({ op: 'assert', where: regex.where }, code);
      return;
    case 'sequence':
      for (const item of regex.items) emit(item, code);
      return;
    case 'group':
      if (regex.index !== null) push({ op: 'save', slot: regex.index * 2 }, code);
      emit(regex.inner, code);
      if (regex.index !== null) push({ op: 'save', slot: regex.index * 2 + 1 }, code);
      return;
    case 'either':
      emitEither(regex.options, code);
      return;
    case 'repeat':
      emitRepeat(regex, code);
  }
}

function emitEither(options: readonly Regex[], code: Instruction[]): void {
  const jumps: number[] = [];
  for (const [index, option] of options.entries()) {
    if (index === options.length - 1) {
      emit(option, code);
      continue;
    }
    const split = push({ op: 'split', first: code.length + 1, second: 0 }, code);
    emit(option, code);
    jumps.push(push({ op: 'jump', to: 0 }, code));
    code[split] = { op: 'split', first: split + 1, second: code.length };
  }
  for (const jump of jumps) code[jump] = { op: 'jump', to: code.length };
}

function emitRepeat({ inner, min, max, greedy }: Extract<Regex, { kind: 'repeat' }>, code: Instruction[]): void {
  for (let count = 0; count < min; count += 1) emit(inner, code);
  if (max === Number.POSITIVE_INFINITY) {
    const split = push({ op: 'split', first: 0, second: 0 }, code);
    emit(inner, code);
    push({ op: 'jump', to: split }, code);
    code[split] = branch(split + 1, code.length, greedy);
    return;
  }
  const splits: number[] = [];
  for (let count = min; count < max; count += 1) {
    splits.push(push({ op: 'split', first: 0, second: 0 }, code));
    emit(inner, code);
  }
  for (const split of splits) code[split] = branch(split + 1, code.length, greedy);
}

const branch = (enter: number, leave: number, greedy: boolean): Instruction =>
  greedy ? { op: 'split', first: enter, second: leave } : { op: 'split', first: leave, second: enter };
