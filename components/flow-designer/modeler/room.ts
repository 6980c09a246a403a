/** A step as far as room is concerned: where it stands and what comes after it. */
export type Step = { id: string; x: number; width: number; next: readonly Step[] };

const GAP = 50;

/** What has to move right, and how far, so that something `width` wide fits between a step and the next one with a gap on each side. */
export function roomBetween(from: Step, to: Step, width: number): { moved: Step[]; by: number } {
  const by = from.x + from.width + GAP + width + GAP - to.x;
  return by > 0 ? { moved: rightward(to), by } : { moved: [], by: 0 };
}

/** Where the middle of it stands. */
export function middleBetween(from: Step, to: Step, width: number, movedBy: number): number {
  const room = to.x + movedBy - (from.x + from.width);
  return from.x + from.width + (room - width) / 2 + width / 2;
}

// helpers //////////////////////

/** The step and what is reached from it without going back left. */
function rightward(start: Step): Step[] {
  const seen = new Map<string, Step>();
  const stack = [start];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (seen.has(at.id) || at.x < start.x) continue;
    seen.set(at.id, at);
    stack.push(...at.next);
  }
  return [...seen.values()];
}
