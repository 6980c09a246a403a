import type { Decimal } from 'decimal.js';
import { FeelDuration, type FeelYearsMonths, makeDuration, makeYearsMonths } from '../values/duration';
import { FeelDecimal, type FeelNumber, finite, isNumber } from '../values/number';
import type { FeelValue } from '../values/value';
import { type Builtin, builtin, signature } from './define';
import { blank, duration, integer, num, optional, text } from './param';

const LOGARITHM_STEPS = 500;
const MIN_SCALE = -6111;
const MAX_SCALE = 6176;

/** Digits after the point; a negative scale rounds before it. */
function roundTo(number: FeelNumber, scale: number, mode: Decimal.Rounding): FeelValue {
  if (scale < MIN_SCALE || scale > MAX_SCALE) return null;
  return finite(scale >= 0 ? number.toDecimalPlaces(scale, mode) : number.toNearest(new FeelDecimal(10).pow(-scale), mode));
}

const rounding = (name: string, alias: string, mode: Decimal.Rounding): Builtin =>
  builtin(
    'number',
    name,
    [alias],
    signature([num('n'), optional(integer('scale'))], 'number', ([n, scale]) => roundTo(n, scale ?? 0, mode)),
  );

function absolute(given: FeelNumber | FeelDuration | FeelYearsMonths): FeelValue {
  if (isNumber(given)) return given.abs();
  if (given instanceof FeelDuration) return given.nanos < 0n ? makeDuration(-given.nanos) : given;
  return makeYearsMonths(Math.abs(given.months));
}

/** `1 234,5` with the separators named; without them plain digits. */
function readNumber(from: string, grouping: string | null, decimal: string | null): FeelValue {
  const point = decimal ?? '.';
  const group = grouping ?? '';
  if (!['.', ','].includes(point) || !['', ' ', '.', ','].includes(group) || point === group) return null;
  const plain = (group === '' ? from : from.replaceAll(group, '')).replace(point, '.');
  if (point !== '.' && from.includes('.') && group !== '.') return null;
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(plain) ? finite(new FeelDecimal(plain)) : null;
}

const parity = (name: string, odd: boolean): Builtin =>
  builtin(
    'number',
    name,
    [],
    signature([num('number')], 'boolean', ([n]) => (n.isInteger() ? n.mod(2).isZero() !== odd : null)),
  );

export const numberBuiltins: readonly Builtin[] = [
  builtin(
    'number',
    'decimal',
    [],
    signature([num('n'), integer('scale')], 'number', ([n, scale]) => roundTo(n, scale, FeelDecimal.ROUND_HALF_EVEN)),
  ),
  rounding('floor', '向下取整', FeelDecimal.ROUND_FLOOR),
  rounding('ceiling', '向上取整', FeelDecimal.ROUND_CEIL),
  rounding('round up', '进位', FeelDecimal.ROUND_UP),
  rounding('round down', '截断', FeelDecimal.ROUND_DOWN),
  rounding('round half up', '四舍五入', FeelDecimal.ROUND_HALF_UP),
  rounding('round half down', '五舍六入', FeelDecimal.ROUND_HALF_DOWN),
  builtin(
    'number',
    'abs',
    ['绝对值'],
    signature([num('n')], 'number', ([n]) => absolute(n)),
    signature(
      [duration('n')],
      (args) => args[0] ?? 'any',
      ([n]) => absolute(n),
    ),
  ),
  builtin(
    'number',
    'modulo',
    ['取余'],
    signature([num('dividend'), num('divisor')], 'number', ([a, b]) => (b.isZero() ? null : finite(a.mod(b)))),
  ),
  builtin(
    'number',
    'sqrt',
    ['平方根'],
    signature([num('number')], 'number', ([n]) => (n.isNegative() && !n.isZero() ? null : finite(n.sqrt()))),
  ),
  builtin(
    'number',
    'log',
    [],
    signature([num('number')], 'number', ([n], machine) => {
      machine.work(LOGARITHM_STEPS);
      return n.isNegative() || n.isZero() ? null : finite(n.ln());
    }),
  ),
  builtin(
    'number',
    'exp',
    [],
    signature([num('number')], 'number', ([n], machine) => {
      machine.work(LOGARITHM_STEPS);
      return finite(n.exp());
    }),
  ),
  parity('odd', true),
  parity('even', false),
  builtin(
    'number',
    'number',
    ['转数字'],
    signature([text('from'), blank(text('grouping separator')), blank(text('decimal separator'))], 'number', ([from, grouping, decimal]) =>
      readNumber(from, grouping, decimal),
    ),
    signature([num('from')], 'number', ([n]) => n),
  ),
];
