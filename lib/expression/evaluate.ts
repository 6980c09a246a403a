import { isDecimalString } from '@/lib/decimal';
import type { Json } from '@/lib/json';
import { typeName } from './check/type';
import type { Compiled } from './compile';
import { type HostFunction, type Inputs, Machine } from './run/machine';
import { ExpressionFailure } from './syntax/failure';
import type { ExpressionError } from './types';
import { type FeelDateTime, inZone, parseDateTime } from './values/date-time';
import { InputFailure } from './values/from-json';
import { FeelContext, FeelRange, type FeelValue, isList } from './values/value';
import { toJson } from './values/to-json';
import { parseZone, type Zone } from './values/zone';

export { toJson };

/** Where wall clocks are read when nobody says: the portal's home. */
export const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

export type Environment = {
  values: Readonly<Record<string, Json>>;
  /** An ISO 8601 instant: what `now()` and `today()` tell. */
  now: string;
  /** The place whose clocks and days count, as `Asia/Shanghai`. */
  timeZone?: string;
  functions?: Readonly<Record<string, HostFunction>>;
};

export type Evaluation<T> = { ok: true; value: T } | { ok: false; error: ExpressionError };

/** Runs a compiled expression. Pure: everything it sees is in `environment`. */
export function evaluate(compiled: Compiled, environment: Environment): Evaluation<FeelValue> {
  const { program, source } = compiled;
  const machine = new Machine(inputsFor(compiled, environment), program.slots);
  try {
    const value = program.run(machine);
    machine.at = { from: 0, to: source.length };
    measure(value, machine);
    return { ok: true, value };
  } catch (error) {
    if (error instanceof ExpressionFailure) return { ok: false, error: error.error };
    if (error instanceof InputFailure) return { ok: false, error: inputError(error, compiled) };
    throw error;
  }
}

export function inputsFor({ program }: Compiled, { values, now, timeZone = DEFAULT_TIME_ZONE, functions = {} }: Environment): Inputs {
  const zone = parseZone(`@${timeZone}`);
  if (zone === null) throw new RangeError(`unknown time zone ${timeZone}`);
  return { values, types: program.names, functions, now: () => instant(now, zone), zone };
}

function instant(now: string, zone: Zone): FeelDateTime {
  const parsed = parseDateTime(now);
  const local = parsed === null || parsed.time.zone === null ? null : inZone(parsed, zone);
  if (local === null) throw new RangeError(`not an ISO instant: ${now}`);
  return local;
}

function inputError({ path, expected }: InputFailure, { program }: Compiled): ExpressionError {
  const plain = path.replace(/\[\d+\]/g, '');
  const mark =
    program.marks.find((candidate) => candidate.path === plain) ?? program.marks.find((candidate) => plain.startsWith(candidate.path));
  return { code: 'EXPR_INPUT', from: mark?.from ?? 0, to: mark?.to ?? 0, params: { name: path, expected: typeName(expected) } };
}

/** A result may share its parts a million times over; written out it must still be bearable. */
function measure(value: FeelValue, machine: Machine): void {
  machine.work(1);
  if (typeof value === 'string') machine.work(value.length >> 4);
  else if (isList(value)) for (const item of value) measure(item, machine);
  else if (value instanceof FeelContext) for (const key of value.keys()) measure(value.get(key) ?? null, machine);
  else if (value instanceof FeelRange) measure([value.start, value.end], machine);
}

/** Null is what a condition is that cannot tell, for blanks among others; only `true` means yes. */
export function evaluateBoolean(compiled: Compiled, environment: Environment): Evaluation<boolean | null> {
  return narrow(compiled, environment, 'boolean', (value) => (typeof value === 'boolean' ? value : undefined));
}

/** A decimal string without an exponent, or null. */
export function evaluateDecimal(compiled: Compiled, environment: Environment): Evaluation<string | null> {
  return narrow(compiled, environment, 'number', (value) => {
    const json = toJson(value);
    return typeof value === 'object' && isDecimalString(json) ? json : undefined;
  });
}

export function evaluateString(compiled: Compiled, environment: Environment): Evaluation<string | null> {
  return narrow(compiled, environment, 'string', (value) => (typeof value === 'string' ? value : undefined));
}

function narrow<T>(
  compiled: Compiled,
  environment: Environment,
  expected: string,
  read: (value: FeelValue) => T | undefined,
): Evaluation<T | null> {
  const result = evaluate(compiled, environment);
  if (!result.ok || result.value === null) return result.ok ? { ok: true, value: null } : result;
  const value = read(result.value);
  if (value !== undefined) return { ok: true, value };
  const params = { expected, actual: 'any' };
  return { ok: false, error: { code: 'EXPR_TYPE_RESULT', from: 0, to: compiled.source.length, params } };
}
