import { FeelDate } from './date';
import { FeelDateTime } from './date-time';
import { FeelDuration, FeelYearsMonths } from './duration';
import { type FeelNumber, isNumber } from './number';
import { FeelTime } from './time';

/** What an expression computes with. Opaque to callers: `toJson` turns it into plain data. */
export type FeelValue =
  | null
  | boolean
  | string
  | FeelNumber
  | FeelDate
  | FeelTime
  | FeelDateTime
  | FeelDuration
  | FeelYearsMonths
  | FeelRange
  | FeelContext
  | readonly FeelValue[];

/** An interval; `null` as an end means that there is none on that side. */
export class FeelRange {
  readonly start: FeelValue;
  readonly end: FeelValue;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;

  constructor(start: FeelValue, end: FeelValue, startIncluded: boolean, endIncluded: boolean) {
    this.start = start;
    this.end = end;
    this.startIncluded = startIncluded;
    this.endIncluded = endIncluded;
  }
}

/** Names and values. Only what was put in can be read: there is no prototype behind it. */
export abstract class FeelContext {
  abstract keys(): readonly string[];
  /** `undefined` when there is no such entry. */
  abstract get(name: string): FeelValue | undefined;
}

/** A context made by an expression. */
export class MapContext extends FeelContext {
  readonly #entries: ReadonlyMap<string, FeelValue>;

  constructor(entries: ReadonlyMap<string, FeelValue>) {
    super();
    this.#entries = entries;
  }

  override keys(): readonly string[] {
    return [...this.#entries.keys()];
  }

  override get(name: string): FeelValue | undefined {
    return this.#entries.get(name);
  }
}

export type Kind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'duration'
  | 'yearsMonths'
  | 'range'
  | 'context'
  | 'list';

export const isList = (value: unknown): value is readonly FeelValue[] => Array.isArray(value);

export function kindOf(value: FeelValue): Kind {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  if (isNumber(value)) return 'number';
  if (isList(value)) return 'list';
  if (value instanceof FeelContext) return 'context';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'dateTime';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDuration) return 'duration';
  if (value instanceof FeelYearsMonths) return 'yearsMonths';
  return 'range';
}
