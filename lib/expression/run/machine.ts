import type { Json } from '@/lib/json';
import type { Type } from '../check/type';
import { limits, type Limit } from '../limits';
import type { Span } from '../syntax/ast';
import { failure } from '../syntax/failure';
import type { FeelDateTime } from '../values/date-time';
import { fromJson } from '../values/from-json';
import type { Meter } from '../values/meter';
import type { FeelValue } from '../values/value';
import type { Zone } from '../values/zone';

export type HostFunction = (args: readonly Json[]) => Json;

export type Inputs = {
  values: Readonly<Record<string, Json>>;
  types: Readonly<Record<string, Type>>;
  functions: Readonly<Record<string, HostFunction>>;
  /** The clock is read only when somebody asks: reading it in a zone is slow. */
  now: () => FeelDateTime;
  zone: Zone;
};

/** The state of one evaluation: inputs, local variables and what has been spent. */
export class Machine implements Meter {
  readonly zone: Zone;
  readonly slots: FeelValue[];
  /** Where evaluation stands, for the position of a budget error. */
  at: Span = { from: 0, to: 0 };
  readonly #inputs: Inputs;
  readonly #read = new Map<string, FeelValue>();
  #iterations = 0;
  #steps = 0;

  constructor(inputs: Inputs, slots: number) {
    this.zone = inputs.zone;
    this.#inputs = inputs;
    this.slots = Array.from({ length: slots }, () => null);
  }

  /** An input, read by its declared type when it is first asked for. */
  input(name: string): FeelValue {
    const known = this.#read.get(name);
    if (known !== undefined) return known;
    const { values, types } = this.#inputs;
    const raw = Object.hasOwn(values, name) ? values[name] : null;
    const value = fromJson(raw, Object.hasOwn(types, name) ? (types[name] ?? 'any') : 'any', this.zone, name);
    this.#read.set(name, value);
    return value;
  }

  get now(): FeelDateTime {
    return this.#inputs.now();
  }

  hostFunction(name: string): HostFunction | undefined {
    return Object.hasOwn(this.#inputs.functions, name) ? this.#inputs.functions[name] : undefined;
  }

  /** Counts rounds of loops and filters. */
  spend(elements: number): void {
    this.#iterations += elements;
    if (this.#iterations > limits.iterations) this.#stop('iterations');
  }

  /** Counts work: nodes evaluated in loops, elements visited by functions. */
  work(steps: number): void {
    this.#steps += steps;
    if (this.#steps > limits.steps) this.#stop('steps');
  }

  /** Refuses a text that would be too long, before it is made. */
  room(length: number): void {
    if (length > limits.text) this.#stop('text');
  }

  text(value: string): string {
    this.room(value.length);
    return value;
  }

  #stop(limit: Limit): never {
    throw failure('EXPR_BUDGET', this.at, { limit, max: limits[limit] });
  }
}

export type Run = (machine: Machine) => FeelValue;
