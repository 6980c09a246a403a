import { type State, compilePattern } from './pattern/compile';
import { PatternError, parsePattern } from './pattern/parse';

/** What is wrong with an author's pattern: it cannot be read, or it could be slow; null when it is fine. */
export function patternProblem(source: string): 'invalid' | 'unsafe' | null {
  try {
    automaton(source);
    return null;
  } catch (error) {
    if (error instanceof PatternError) return error.unsafe ? 'unsafe' : 'invalid';
    throw error;
  }
}

/**
 * True when the pattern matches the whole text. All ways to match are followed at once, so the time is (characters × states), whatever the text.
 * A pattern that lint would refuse matches nothing.
 */
export function matches(source: string, text: string): boolean {
  if (patternProblem(source) !== null) return false;
  const { states, start } = automaton(source);
  let current = closure(states, [start]);
  for (const character of text) {
    const next: number[] = [];
    for (const index of current) {
      const state = states[index];
      if (state?.kind === 'one' && state.test.test(character)) next.push(state.next);
    }
    if (next.length === 0) return false;
    current = closure(states, next);
  }
  return current.has(0);
}

/** Every state that is reached without reading a character. */
function closure(states: readonly State[], from: readonly number[]): Set<number> {
  const reached = new Set<number>();
  const open = [...from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (reached.has(index)) continue;
    reached.add(index);
    const state = states[index];
    if (state?.kind === 'split') open.push(...state.next);
  }
  return reached;
}

type Automaton = ReturnType<typeof compilePattern>;
const cache = new Map<string, Automaton>();
const CACHE_SIZE = 500;

function automaton(source: string): Automaton {
  let found = cache.get(source);
  if (!found) {
    found = compilePattern(parsePattern(source));
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(source, found);
  }
  return found;
}
