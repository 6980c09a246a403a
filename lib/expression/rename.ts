import type { Result } from '@/lib/result';
import { spacedFunctionNames } from './builtins/registry';
import { analyse, type Analysis, type Mark } from './check/analyse';
import type { Type } from './check/type';
import type { FunctionSchema } from './compile';
import { isUsableName } from './name';
import { ExpressionFailure, failure } from './syntax/failure';
import { parse } from './syntax/parse';
import type { Mode } from './syntax/tree';
import type { ExpressionError, NameSchema } from './types';

export type RenameOptions = {
  /** With the names in reach, `明细[小计 > 1]` is known to mean the column; without, it is taken to. */
  names?: NameSchema;
  mode?: Mode;
  functions?: FunctionSchema;
};

/**
 * Rewrites the uses of an input (`金额`) or column (`明细.小计`) and nothing else: texts, comments, loop variables and
 * columns of the same name elsewhere stay. `to` is the whole new path; only its last part may differ.
 */
export function rename(source: string, from: string, to: string, options: RenameOptions = {}): Result<string, ExpressionError> {
  try {
    return { ok: true, value: rewrite(source, from, to, options) };
  } catch (error) {
    if (error instanceof ExpressionFailure) return { ok: false, error: error.error };
    throw error;
  }
}

function rewrite(source: string, from: string, to: string, options: RenameOptions): string {
  const whole = { from: 0, to: source.length };
  const name = to.slice(to.lastIndexOf('.') + 1);
  if (parentOf(from) !== parentOf(to) || !isUsableName(name)) throw failure('EXPR_NAME_INVALID', whole, { name: to });
  const before = analyseLoosely(source, from, options);
  const places = before.marks.filter(({ path }) => path === from).toSorted((a, b) => a.from - b.from);
  const renamed = replaceAll(source, places, name);
  const after = analyseLoosely(renamed, to, {
    ...options,
    ...(options.names === undefined ? {} : { names: renameInSchema(options.names, from, to) }),
  });
  if (from !== to && !samePlaces(before.marks, after.marks, from, to)) throw failure('EXPR_NAME_TAKEN', places[0] ?? whole, { name });
  return renamed;
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));

/** Names that are not known are errors elsewhere; here they are only not the one looked for. */
function analyseLoosely(source: string, path: string, { names, mode = 'expression', functions = {} }: RenameOptions): Analysis {
  const spaced = Object.keys(names ?? {}).filter((name) => name.includes(' '));
  const types = names ?? guessSchema(path);
  return analyse(parse(source, mode, [...spacedFunctionNames, ...spaced]), types, functions);
}

/** A schema in which the path exists: every part but the last is a list of contexts. */
function guessSchema(path: string): Record<string, Type> {
  const [head = '', ...rest] = path.split('.');
  const type = rest.toReversed().reduce<Type>((inner, name) => ({ list: { context: { [name]: inner } } }), 'any');
  return { [head]: type };
}

function renameInSchema(names: NameSchema, from: string, to: string): NameSchema {
  return renameField(names, from.split('.'), to.slice(to.lastIndexOf('.') + 1)) as NameSchema;
}

function renameField(fields: Readonly<Record<string, Type>>, [head = '', ...rest]: readonly string[], name: string): Record<string, Type> {
  const entries = Object.entries(fields).filter(([key]) => rest.length > 0 || key !== name || head === name);
  return Object.fromEntries(
    entries.map(([key, type]) => (key !== head ? [key, type] : rest.length === 0 ? [name, type] : [key, renameInside(type, rest, name)])),
  );
}

function renameInside(type: Type, path: readonly string[], name: string): Type {
  if (typeof type !== 'object') return type;
  if ('list' in type) return { list: renameInside(type.list, path, name) };
  return 'context' in type ? { context: renameField(type.context, path, name) } : type;
}

function replaceAll(source: string, places: readonly Mark[], name: string): string {
  let result = '';
  let at = 0;
  for (const place of places) {
    result += source.slice(at, place.from) + name;
    at = place.to;
  }
  return result + source.slice(at);
}

/** Every name must mean after the change what it meant before. */
function samePlaces(before: readonly Mark[], after: readonly Mark[], from: string, to: string): boolean {
  const expected = before.map(({ path }) => (path === from || path.startsWith(`${from}.`) ? to + path.slice(from.length) : path));
  return expected.join('\n') === after.map(({ path }) => path).join('\n');
}
