import type { Machine } from '../run/machine';
import { compareValues } from '../values/compare';
import { inRange } from '../values/in-range';
import { FeelRange, type FeelValue } from '../values/value';
import { type Builtin, builtin, signature } from './define';
import { pointOrRange, range } from './param';

/** The order of two ends; a relation between ends without an order is unknown. */
class Incomparable extends Error {}

type Relation = (a: FeelRange, b: FeelRange, order: (left: FeelValue, right: FeelValue) => number) => boolean;

/** A point is the interval that holds it alone. */
const asRange = (value: FeelValue): FeelRange => (value instanceof FeelRange ? value : new FeelRange(value, value, true, true));

function relate(relation: Relation, a: FeelValue, b: FeelValue, machine: Machine): FeelValue {
  const order = (left: FeelValue, right: FeelValue): number => {
    const result = compareValues(left, right, machine);
    if (result === null) throw new Incomparable();
    return result;
  };
  try {
    return relation(asRange(a), asRange(b), order);
  } catch (error) {
    if (error instanceof Incomparable) return null;
    throw error;
  }
}

const before: Relation = (a, b, order) => {
  const gap = order(a.end, b.start);
  return gap < 0 || (gap === 0 && !(a.endIncluded && b.startIncluded));
};
const meets: Relation = (a, b, order) => a.endIncluded && b.startIncluded && order(a.end, b.start) === 0;
const overlaps: Relation = (a, b, order) => !before(a, b, order) && !before(b, a, order);
const startsEarlier: Relation = (a, b, order) => {
  const start = order(a.start, b.start);
  return start < 0 || (start === 0 && a.startIncluded && !b.startIncluded);
};
const endsNoLater: Relation = (a, b, order) => {
  const end = order(a.end, b.end);
  return end < 0 || (end === 0 && (!a.endIncluded || b.endIncluded));
};
const startsNoEarlier: Relation = (a, b, order) => !startsEarlier(a, b, order);
const overlapsBefore: Relation = (a, b, order) => startsEarlier(a, b, order) && !before(a, b, order) && endsNoLater(a, b, order);
const finishes: Relation = (a, b, order) => order(a.end, b.end) === 0 && a.endIncluded === b.endIncluded && startsNoEarlier(a, b, order);
const starts: Relation = (a, b, order) => order(a.start, b.start) === 0 && a.startIncluded === b.startIncluded && endsNoLater(a, b, order);
const coincides: Relation = (a, b, order) =>
  order(a.start, b.start) === 0 && order(a.end, b.end) === 0 && a.startIncluded === b.startIncluded && a.endIncluded === b.endIncluded;
const within: Relation = (a, b, order) => startsNoEarlier(a, b, order) && endsNoLater(a, b, order);

const swapped =
  (relation: Relation): Relation =>
  (a, b, order) =>
    relation(b, a, order);

const between = (name: string, relation: Relation): Builtin =>
  builtin(
    'range',
    name,
    [],
    signature([pointOrRange('range1'), pointOrRange('range2')], 'boolean', ([a, b], machine) => relate(relation, a, b, machine)),
  );

const ofRanges = (name: string, relation: Relation): Builtin =>
  builtin(
    'range',
    name,
    [],
    signature([range('range1'), range('range2')], 'boolean', ([a, b], machine) => relate(relation, a, b, machine)),
  );

export const rangeBuiltins: readonly Builtin[] = [
  between('before', before),
  between('after', swapped(before)),
  ofRanges('meets', meets),
  ofRanges('met by', swapped(meets)),
  ofRanges('overlaps', overlaps),
  ofRanges('overlaps before', overlapsBefore),
  ofRanges('overlaps after', swapped(overlapsBefore)),
  between('finishes', finishes),
  between('finished by', swapped(finishes)),
  between('starts', starts),
  between('started by', swapped(starts)),
  between('coincides', coincides),
  builtin(
    'range',
    'includes',
    [],
    signature([range('range'), pointOrRange('point')], 'boolean', ([outer, inner], machine) =>
      inner instanceof FeelRange ? relate(within, inner, outer, machine) : inRange(inner, outer, machine),
    ),
  ),
  builtin(
    'range',
    'during',
    [],
    signature([pointOrRange('point'), range('range')], 'boolean', ([inner, outer], machine) =>
      inner instanceof FeelRange ? relate(within, inner, outer, machine) : inRange(inner, outer, machine),
    ),
  ),
];
