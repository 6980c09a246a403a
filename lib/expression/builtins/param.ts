import type { Type } from '../check/type';
import { FeelDate } from '../values/date';
import { FeelDateTime } from '../values/date-time';
import { FeelDuration, FeelYearsMonths } from '../values/duration';
import { type FeelNumber, isNumber, toInteger } from '../values/number';
import { FeelTime } from '../values/time';
import { FeelContext, FeelRange, type FeelValue, isList } from '../values/value';

/** A parameter of a built-in function: what it is called, what it takes, and how a value becomes what the code wants. */
export type Param<T = unknown> = {
  name: string;
  /** Any of these fits. */
  types: readonly Type[];
  /** `undefined` for a value of the wrong kind. */
  accept(value: FeelValue): T | undefined;
  /** `absent`: may be left out. `nullable`: takes null. `blank`: both. `items`: several arguments make one list. */
  mode: 'required' | 'absent' | 'nullable' | 'blank' | 'items';
  /** Only the number of elements matters. */
  rowsOnly: boolean;
  /** A regular expression: a literal one is checked before anything runs. */
  isPattern: boolean;
};

const param = <T>(name: string, types: readonly Type[], accept: (value: FeelValue) => T | undefined): Param<T> => ({
  name,
  types,
  accept,
  mode: 'required',
  rowsOnly: false,
  isPattern: false,
});

export const text = (name: string): Param<string> => param(name, ['string'], (value) => (typeof value === 'string' ? value : undefined));
export const pattern = (name: string): Param<string> => ({ ...text(name), isPattern: true });
export const num = (name: string): Param<FeelNumber> => param(name, ['number'], (value) => (isNumber(value) ? value : undefined));
export const flag = (name: string): Param<boolean> => param(name, ['boolean'], (value) => (typeof value === 'boolean' ? value : undefined));
export const context = (name: string): Param<FeelContext> =>
  param(name, [{ context: {} }], (value) => (value instanceof FeelContext ? value : undefined));
export const dateTime = (name: string): Param<FeelDateTime> =>
  param(name, ['dateTime'], (value) => (value instanceof FeelDateTime ? value : undefined));
export const time = (name: string): Param<FeelTime> => param(name, ['time'], (value) => (value instanceof FeelTime ? value : undefined));

/** A whole number that fits a double. */
export const integer = (name: string): Param<number> =>
  param(name, ['number'], (value) => (isNumber(value) ? (toInteger(value) ?? undefined) : undefined));

/** A date; of a date and time its day. */
export const date = (name: string): Param<FeelDate> =>
  param(name, ['date', 'dateTime'], (value) =>
    value instanceof FeelDate ? value : value instanceof FeelDateTime ? value.date : undefined,
  );

export const duration = (name: string): Param<FeelDuration | FeelYearsMonths> =>
  param(name, ['duration', 'yearsMonths'], (value) =>
    value instanceof FeelDuration || value instanceof FeelYearsMonths ? value : undefined,
  );

/** Anything but null. */
export const value = (name: string, types: readonly Type[] = ['any']): Param<FeelValue> =>
  param(name, types, (given) => given ?? undefined);

/** A list; a single value is a list of one. */
export const list = (name: string, element: Type = 'any'): Param<readonly FeelValue[]> =>
  param(name, [{ list: element }], (given) => (isList(given) ? given : given === null ? undefined : [given]));

/** A point or an interval. */
export const pointOrRange = (name: string): Param<FeelValue> => param(name, ['any'], (given) => given ?? undefined);
export const range = (name: string): Param<FeelRange> =>
  param(name, [{ range: 'any' }], (given) => (given instanceof FeelRange ? given : undefined));

/** May be left out. */
export const optional = <T>(of: Param<T>): Param<T | undefined> => ({ ...of, mode: 'absent' });

/** Takes null, but has to be there. */
export const nullable = <T>(of: Param<T>): Param<T | null> => ({ ...blank(of), mode: 'nullable' });

/** Takes null, and may be left out at the end. */
export const blank = <T>(of: Param<T>): Param<T | null> => ({
  ...of,
  mode: 'blank',
  accept: (given) => (given === null ? null : of.accept(given)),
});

/** A list, or its elements as separate arguments; null is an empty list. */
export function items(name: string, element: Type = 'any'): Param<readonly FeelValue[]> {
  return {
    name,
    types: [{ list: element }],
    mode: 'items',
    rowsOnly: false,
    isPattern: false,
    accept: (given) => (isList(given) ? given : given === null ? [] : [given]),
  };
}

export const rows = <T>(of: Param<T>): Param<T> => ({ ...of, rowsOnly: true });
