import { type PatternNode, PatternError } from './parse';

/** States of an automaton: `one` goes on when the character fits, `split` to all of its targets at once. */
export type State = { kind: 'one'; test: RegExp; next: number } | { kind: 'split'; next: number[] } | { kind: 'end' };

const MAX_STATES = 5_000;

/** Thompson's construction, from the end to the start: each part is given where to go on. State 0 is the end. */
export function compilePattern(root: PatternNode): { states: readonly State[]; start: number } {
  const states: State[] = [{ kind: 'end' }];
  const add = (state: State): number => {
    if (states.length >= MAX_STATES) throw new PatternError(true, 0);
    return states.push(state) - 1;
  };
  const build = (node: PatternNode, next: number): number => {
    switch (node.kind) {
      case 'one':
        return add({ kind: 'one', test: node.test, next });
      case 'sequence':
        return node.items.reduceRight((after, item) => build(item, after), next);
      case 'choice':
        return add({ kind: 'split', next: node.items.map((item) => build(item, next)) });
      case 'repeat':
        return buildRepeat(node, next);
    }
  };
  const buildRepeat = ({ item, min, max }: Extract<PatternNode, { kind: 'repeat' }>, next: number): number => {
    let start = next;
    if (max === Number.POSITIVE_INFINITY) {
      const loop: State = { kind: 'split', next: [next] };
      start = add(loop);
      loop.next.push(build(item, start));
    } else {
      for (let count = min; count < max; count += 1) start = add({ kind: 'split', next: [next, build(item, start)] });
    }
    for (let count = 0; count < min; count += 1) start = build(item, start);
    return start;
  };
  return { start: build(root, 0), states };
}
