import { aggregateBuiltins } from './aggregates';
import { contextBuiltins } from './contexts';
import { dateBuiltins } from './dates';
import type { Builtin } from './define';
import { listBuiltins } from './lists';
import { logicBuiltins } from './logic';
import { moneyBuiltins } from './money';
import { numberBuiltins } from './numbers';
import { rangeBuiltins } from './ranges';
import { textBuiltins } from './texts';

/** Every function but `sort`, which alone takes a function and is compiled by itself. */
export const builtins: readonly Builtin[] = [
  ...aggregateBuiltins,
  ...numberBuiltins,
  ...moneyBuiltins,
  ...textBuiltins,
  ...listBuiltins,
  ...dateBuiltins,
  ...logicBuiltins,
  ...contextBuiltins,
  ...rangeBuiltins,
];

const byName: ReadonlyMap<string, Builtin> = new Map(
  builtins.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => [name, entry])),
);

export const findBuiltin = (name: string): Builtin | undefined => byName.get(name);

/** The grammar has to be told these. */
export const spacedFunctionNames: readonly string[] = [...byName.keys()].filter((name) => name.includes(' '));

export const functionNames: readonly string[] = [...byName.keys(), 'sort', '排序'];
