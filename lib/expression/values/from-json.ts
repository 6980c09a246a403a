import { isDecimalString } from '@/lib/decimal';
import type { Json } from '@/lib/json';
import type { Type } from '../check/type';
import { parseDate } from './date';
import { inZone, parseDateTime } from './date-time';
import { FeelDuration, FeelYearsMonths, parseDuration } from './duration';
import { FeelDecimal } from './number';
import { parseTime } from './time';
import { FeelContext, type FeelValue } from './value';
import type { Zone } from './zone';

/** An input that does not hold what its type says. */
export class InputFailure extends Error {
  readonly path: string;
  readonly expected: Type;

  constructor(path: string, expected: Type) {
    super('expression input of another type');
    this.path = path;
    this.expected = expected;
  }
}

/** Reads stored data by its declared type; a blank (`null`, missing, or `''` where no text is meant) is null. */
export function fromJson(value: Json | undefined, type: Type, zone: Zone, path: string): FeelValue {
  if (value === undefined || value === null) return null;
  if (type === 'any') return fromUntyped(value, zone, path);
  if (typeof type === 'object') return fromStructure(value, type, zone, path);
  if (value === '' && type !== 'string') return null;
  const read = fromScalar(value, type, zone);
  if (read === undefined) throw new InputFailure(path, type);
  return read;
}

function fromUntyped(value: Json, zone: Zone, path: string): FeelValue {
  if (typeof value === 'number') return Number.isFinite(value) ? new FeelDecimal(value) : null;
  if (Array.isArray(value)) return value.map((item, index) => fromJson(item, 'any', zone, `${path}[${index + 1}]`));
  if (typeof value === 'object' && value !== null) return new JsonContext(value, null, zone, path);
  return value;
}

function fromStructure(value: Json, type: Extract<Type, object>, zone: Zone, path: string): FeelValue {
  if ('list' in type && Array.isArray(value)) return value.map((item, index) => fromJson(item, type.list, zone, `${path}[${index + 1}]`));
  if ('context' in type && typeof value === 'object' && value !== null && !Array.isArray(value))
    return new JsonContext(value, type.context, zone, path);
  throw new InputFailure(path, type);
}

function fromScalar(value: Json, type: Exclude<Type, object | 'any'>, zone: Zone): FeelValue | undefined {
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (type === 'number') return fromNumber(value);
  if (typeof value !== 'string') return undefined;
  switch (type) {
    case 'string':
      return value;
    case 'date':
      return parseDate(value) ?? undefined;
    case 'time':
      return parseTime(/^\d\d:\d\d$/.test(value) ? `${value}:00` : value) ?? undefined;
    case 'dateTime':
      return fromDateTime(value, zone);
    case 'duration': {
      const duration = parseDuration(value);
      return duration instanceof FeelDuration ? duration : undefined;
    }
    case 'yearsMonths': {
      const duration = parseDuration(value);
      return duration instanceof FeelYearsMonths ? duration : undefined;
    }
    case 'null':
      return undefined;
  }
}

/** A JSON number has already lost what does not fit a double, so integers beyond 2^53 must come as strings. */
function fromNumber(value: Json): FeelValue | undefined {
  if (typeof value === 'string') return isDecimalString(value) ? new FeelDecimal(value) : undefined;
  const exact = typeof value === 'number' && Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value));
  return exact ? new FeelDecimal(value) : undefined;
}

/** An instant is shown on the clocks of the evaluation's zone, so that `date(x)` is the day people there had. */
function fromDateTime(value: string, zone: Zone): FeelValue | undefined {
  const parsed = parseDateTime(/T\d\d:\d\d$/.test(value) ? `${value}:00` : value);
  return parsed === null ? undefined : (inZone(parsed, zone) ?? undefined);
}

/** A context over stored data that reads an entry when it is asked for: rows have many columns, formulas use few. */
class JsonContext extends FeelContext {
  readonly #data: { [key: string]: Json };
  readonly #fields: Readonly<Record<string, Type>> | null;
  readonly #zone: Zone;
  readonly #path: string;
  readonly #read = new Map<string, FeelValue>();

  constructor(data: { [key: string]: Json }, fields: Readonly<Record<string, Type>> | null, zone: Zone, path: string) {
    super();
    this.#data = data;
    this.#fields = fields;
    this.#zone = zone;
    this.#path = path;
  }

  override keys(): readonly string[] {
    return Object.keys(this.#fields ?? this.#data);
  }

  override get(name: string): FeelValue | undefined {
    const known = this.#read.get(name);
    if (known !== undefined) return known;
    if (!Object.hasOwn(this.#fields ?? this.#data, name)) return undefined;
    const raw = Object.hasOwn(this.#data, name) ? this.#data[name] : null;
    const value = fromJson(raw, this.#fields?.[name] ?? 'any', this.#zone, `${this.#path}.${name}`);
    this.#read.set(name, value);
    return value;
  }
}
