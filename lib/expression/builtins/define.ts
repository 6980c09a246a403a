import type { Type } from '../check/type';
import type { Machine } from '../run/machine';
import type { FeelValue } from '../values/value';
import type { Param } from './param';

export type Group = 'number' | 'text' | 'list' | 'date' | 'logic' | 'context' | 'range' | 'money';

/** One way to call a function. */
export type Signature = {
  params: readonly Param[];
  result: Type | ((args: readonly Type[], literals: readonly (FeelValue | undefined)[]) => Type);
  run(args: readonly unknown[], machine: Machine): FeelValue;
};

export type Builtin = { name: string; aliases: readonly string[]; group: Group; signatures: readonly Signature[] };

type Values<P extends readonly Param[]> = { [K in keyof P]: P[K] extends Param<infer T> ? T : never };

/** A signature whose code sees its arguments as what the parameters made of them. */
export function signature<const P extends readonly Param[]>(
  params: P,
  result: Signature['result'],
  run: (args: Values<P>, machine: Machine) => FeelValue,
): Signature {
  // the call site puts every argument through `accept` of its parameter, which is what Values<P> says
  return { params, result, run };
}

export const builtin = (group: Group, name: string, aliases: readonly string[], ...signatures: Signature[]): Builtin => ({
  name,
  aliases,
  group,
  signatures,
});
