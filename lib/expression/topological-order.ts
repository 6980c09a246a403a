import type { Compiled } from './compile';

/** A computed field: `合计`, or a column as `明细.小计`, whose expression sees the row's columns by their own names. */
export type Formula = { name: string; compiled: Compiled };

export type Ordering = { ok: true; order: string[] } | { ok: false; cycle: string[] };

/** How an expression in a row may write the row itself. */
const ROW = '本行';

/**
 * The order in which formulas can be computed, each after those it uses; otherwise formulas that use each other in a
 * circle, the first one repeated at the end: `['a', 'b', 'a']`.
 */
export function topologicalOrder(formulas: readonly Formula[]): Ordering {
  const names = formulas.map(({ name }) => name);
  const known = new Map(formulas.map((formula) => [formula.name, formula]));
  const order: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];

  const visit = (name: string): string[] | null => {
    if (done.has(name)) return null;
    const seen = path.indexOf(name);
    if (seen >= 0) return [...path.slice(seen), name];
    path.push(name);
    const formula = known.get(name);
    for (const used of formula === undefined ? [] : usedFormulas(formula, names, known)) {
      const cycle = visit(used);
      if (cycle !== null) return cycle;
    }
    path.pop();
    done.add(name);
    order.push(name);
    return null;
  };

  for (const name of names) {
    const cycle = visit(name);
    if (cycle !== null) return { ok: false, cycle };
  }
  return { ok: true, order };
}

/** The formulas whose results a formula reads. */
function usedFormulas({ name, compiled }: Formula, names: readonly string[], known: ReadonlyMap<string, Formula>): string[] {
  const used = new Set<string>();
  for (const reference of compiled.references) {
    const path = resolve(reference, name, known);
    const isWhole = compiled.program.contents.has(reference);
    for (const other of names) {
      const isPartOfIt = isWhole && other.startsWith(`${path}.`);
      if (other === path || path.startsWith(`${other}.`) || isPartOfIt) used.add(other);
    }
  }
  return [...used];
}

/** In a row, a name means the row's column first. */
function resolve(reference: string, formula: string, known: ReadonlyMap<string, Formula>): string {
  const dot = formula.lastIndexOf('.');
  if (dot < 0) return reference;
  const table = formula.slice(0, dot + 1);
  if (reference.startsWith(`${ROW}.`)) return table + reference.slice(ROW.length + 1);
  return known.has(table + reference) ? table + reference : reference;
}
