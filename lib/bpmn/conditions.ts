/*
 * What can be told of simple conditions without running them: comparisons of one name with a number or a text, joined by `and`.
 * Of anything else nothing is known.
 */

const name = String.raw`[\p{L}_][\p{L}\p{N}_]*(?:[ .][\p{L}\p{N}_]+)*`;
const literal = String.raw`-?\d+(?:\.\d+)?|"[^"]*"|true|false`;
const comparison = new RegExp(
  `^(?:(?<left>${name})\\s*(?<op>!=|<=|>=|<|>|=)\\s*(?<right>${literal})|(?<value>${literal})\\s*(?<mirrored>!=|<=|>=|<|>|=)\\s*(?<subject>${name})|not\\((?<negated>${name})\\)|(?<plain>${name}))$`,
  'u',
);
const mirror: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

type Span = { from: number; to: number; fromIn: boolean; toIn: boolean };
type Atom = { name: string; span: Span } | { name: string; equal: string } | { name: string; other: string };

/** Whether comparisons of one name with numbers (`x < 5`, `x >= 5 and x < 9`) leave out no number. */
export function coversNumbers(conditions: readonly string[]): boolean {
  const spans: Span[] = [];
  const names = new Set<string>();
  for (const condition of conditions) {
    const atoms = atomsOf(condition);
    const span = atoms && spanOf(atoms);
    if (!span) return false;
    for (const atom of atoms) names.add(atom.name);
    spans.push(span);
  }
  return names.size === 1 && leaveNoGap(spans);
}

/** Whether never two of the conditions are true at once. */
export function areExclusive(conditions: readonly string[]): boolean {
  const parsed = conditions.map(atomsOf);
  return parsed.every((atoms, index) =>
    parsed.slice(index + 1).every((others) => atoms !== null && others !== null && contradict(atoms, others)),
  );
}

// helpers //////////////////////

function atomsOf(condition: string): Atom[] | null {
  const atoms = condition
    .trim()
    .split(/\s+and\s+/)
    .map(atomOf);
  return atoms.every((atom) => atom !== null) ? atoms : null;
}

function atomOf(source: string): Atom | null {
  const groups = comparison.exec(source.trim())?.groups;
  if (!groups) return null;
  if (groups.plain !== undefined) return { name: groups.plain, equal: 'true' };
  if (groups.negated !== undefined) return { name: groups.negated, equal: 'false' };
  const subject = groups.left ?? groups.subject ?? '';
  const value = groups.right ?? groups.value ?? '';
  const operator = groups.op ?? mirror[groups.mirrored ?? ''] ?? groups.mirrored ?? '';
  if (operator === '!=') return { name: subject, other: value };
  if (!/^-?\d/.test(value)) return operator === '=' ? { name: subject, equal: value } : null;
  const number = Number(value);
  const upper = operator === '<' || operator === '<=';
  const lower = operator === '>' || operator === '>=';
  return {
    name: subject,
    span: { from: upper ? -Infinity : number, to: lower ? Infinity : number, fromIn: operator !== '>', toIn: operator !== '<' },
  };
}

function spanOf(atoms: readonly Atom[]): Span | null {
  let span: Span = { from: -Infinity, to: Infinity, fromIn: true, toIn: true };
  for (const atom of atoms) {
    if (!('span' in atom)) return null;
    span = intersection(span, atom.span);
  }
  return span;
}

function intersection(a: Span, b: Span): Span {
  const low = a.from > b.from || (a.from === b.from && !a.fromIn) ? a : b;
  const high = a.to < b.to || (a.to === b.to && !a.toIn) ? a : b;
  return { from: low.from, fromIn: low.fromIn, to: high.to, toIn: high.toIn };
}

const isEmpty = ({ from, to, fromIn, toIn }: Span): boolean => from > to || (from === to && !(fromIn && toIn));

function leaveNoGap(spans: readonly Span[]): boolean {
  let reached: Span = { from: -Infinity, to: -Infinity, fromIn: true, toIn: true };
  for (const span of spans.filter((item) => !isEmpty(item)).sort((a, b) => a.from - b.from || Number(b.fromIn) - Number(a.fromIn))) {
    const touches = span.from < reached.to || (span.from === reached.to && (span.fromIn || reached.toIn));
    if (!touches) return false;
    if (span.to > reached.to || (span.to === reached.to && span.toIn)) reached = span;
  }
  return reached.to === Infinity;
}

function contradict(a: readonly Atom[], b: readonly Atom[]): boolean {
  return a.some((one) => b.some((other) => one.name === other.name && areDisjoint(one, other)));
}

function areDisjoint(a: Atom, b: Atom): boolean {
  if ('span' in a && 'span' in b) return isEmpty(intersection(a.span, b.span));
  if ('equal' in a && 'equal' in b) return a.equal !== b.equal;
  if ('equal' in a && 'other' in b) return a.equal === b.other;
  return 'other' in a && 'equal' in b && a.other === b.equal;
}
