/** What one expression may cost. Counts, never clocks: the same expression stops at the same place on every machine. */
export const limits = {
  /** Characters of the source. */
  source: 10_000,
  /** Nodes of the syntax tree. */
  nodes: 2_000,
  /** Levels of brackets. */
  brackets: 100,
  /** Levels of the syntax tree; a chain `a + b + …` is as deep as it has operators. */
  depth: 500,
  /** Rounds of all loops and filters together. */
  iterations: 100_000,
  /** Nodes evaluated inside loops (rounds × size of the body) and elements visited by functions. */
  steps: 1_000_000,
  /** Characters of any text made. */
  text: 100_000,
} as const;

export type Limit = keyof typeof limits;
