const MAX_CANDIDATES = 500;

/** The known name a person probably meant, or '' when none is near. */
export function nearest(name: string, known: readonly string[]): string {
  const limit = name.length <= 3 ? 1 : 2;
  let best = '';
  let bestDistance = limit + 1;
  for (const candidate of known.slice(0, MAX_CANDIDATES)) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const distance = candidate.toLowerCase() === name.toLowerCase() ? 0.5 : editDistance(name, candidate);
    if (distance < bestDistance && distance < Math.max(name.length, 2)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, substitution));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
