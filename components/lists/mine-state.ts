export const MINE_STATES = ['all', 'running', 'rework', 'ended', 'drafts'] as const;
export type MineState = (typeof MINE_STATES)[number];

/** Which of the reader's requests the address asks for. */
export function mineState(asked: unknown): MineState {
  return MINE_STATES.find((known) => known === asked) ?? 'all';
}

/** What the list is asked with; drafts are another list, beside which this one rests. */
export function mineInput(state: MineState, text: string) {
  return { limit: 30, state: state === 'drafts' ? ('all' as const) : state, ...(text ? { text } : {}) };
}
