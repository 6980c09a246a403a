import { isLineEnd, isWordPoint } from './chars';
import type { Instruction, Pattern } from './compile';

/** Counts the work of a search; throws when it is too much. */
export type Worker = { work(steps: number): void };

/** Positions of the groups, two for each; -1 for a group that took no part. */
export type Match = readonly number[];

type Thread = { at: number; saved: readonly number[] };

/** The leftmost match at or after `start`, the preferred one of those that begin there. */
export function search(pattern: Pattern, points: readonly number[], start: number, worker: Worker): Match | null {
  const { code, groups } = pattern;
  const none: readonly number[] = Array.from({ length: (groups + 1) * 2 }, () => -1);
  let threads: Thread[] = [];
  let found: Match | null = null;
  for (let position = start; position <= points.length; position += 1) {
    const front = new Front(code, points, position);
    for (const thread of threads) front.follow(thread);
    if (found === null) front.follow({ at: 0, saved: none });
    worker.work(1 + front.visited);
    threads = [];
    for (const thread of front.ready) {
      if (code[thread.at]?.op === 'match') {
        found = thread.saved;
        break;
      }
      if (front.reads(thread)) threads.push({ at: thread.at + 1, saved: thread.saved });
    }
    if (threads.length === 0 && found !== null) return found;
  }
  return found;
}

/** The places in the program reached at one position of the text. */
class Front {
  /** Those that want to read a character, the preferred ones first. */
  readonly ready: Thread[] = [];
  readonly #seen = new Set<number>();
  readonly #code: readonly Instruction[];
  readonly #points: readonly number[];
  readonly #position: number;

  constructor(code: readonly Instruction[], points: readonly number[], position: number) {
    this.#code = code;
    this.#points = points;
    this.#position = position;
  }

  get visited(): number {
    return this.#seen.size;
  }

  reads({ at }: Thread): boolean {
    const instruction = this.#code[at];
    const point = this.#points[this.#position];
    return instruction?.op === 'char' && point !== undefined && instruction.test(point);
  }

  /** Adds every place a thread reaches without reading a character. */
  follow(thread: Thread): void {
    const stack: Thread[] = [thread];
    for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
      const { at, saved } = current;
      if (this.#seen.has(at)) continue;
      this.#seen.add(at);
      const instruction = this.#code[at];
      if (instruction === undefined) continue;
      if (instruction.op === 'jump') stack.push({ at: instruction.to, saved });
      else if (instruction.op === 'split') stack.push({ at: instruction.second, saved }, { at: instruction.first, saved });
      else if (instruction.op === 'save') stack.push({ at: at + 1, saved: saved.with(instruction.slot, this.#position) });
      else if (instruction.op !== 'assert') this.ready.push(current);
      else if (holds(instruction.where, this.#points, this.#position)) stack.push({ at: at + 1, saved });
    }
  }
}

function holds(where: Extract<Instruction, { op: 'assert' }>['where'], points: readonly number[], position: number): boolean {
  const before = points[position - 1];
  const after = points[position];
  switch (where) {
    case 'start':
      return position === 0;
    case 'end':
      return position === points.length;
    case 'lineStart':
      return before === undefined || isLineEnd(before);
    case 'lineEnd':
      return after === undefined || isLineEnd(after);
    case 'boundary':
    case 'notBoundary': {
      const atBoundary = (before !== undefined && isWordPoint(before)) !== (after !== undefined && isWordPoint(after));
      return atBoundary === (where === 'boundary');
    }
  }
}
