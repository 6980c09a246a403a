import { textSteps } from '../values/meter';
import { FeelContext, type FeelValue, isList } from '../values/value';
import type { Param } from './param';

/** What a parameter makes of an argument; undefined when it cannot take it. `given` is undefined for one left out. */
export function coerce(param: Param | undefined, given: FeelValue | undefined): { value: unknown } | undefined {
  if (param === undefined) return undefined;
  if (given === undefined) return param.mode === 'absent' ? { value: undefined } : param.mode === 'blank' ? { value: null } : undefined;
  const accepted = accept(param, given);
  return accepted === undefined ? undefined : { value: accepted };
}

/** A list of one stands for its element where no list is meant. */
function accept(param: Param, given: FeelValue): unknown {
  const direct = param.accept(given);
  if (direct !== undefined || !isList(given) || given.length !== 1) return direct;
  return param.accept(given[0] ?? null);
}

/** What reading the arguments costs. */
export function costOf(args: readonly unknown[]): number {
  return args.reduce<number>((steps, argument) => steps + sizeOf(argument), 0);
}

function sizeOf(argument: unknown): number {
  if (typeof argument === 'string') return textSteps(argument);
  if (argument instanceof FeelContext) return argument.keys().length;
  return Array.isArray(argument) ? argument.length : 0;
}
