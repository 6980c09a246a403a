import type { Json } from '@/lib/json';
import { compile, type Compiled } from './compile';
import { type Evaluation, evaluate, toJson } from './evaluate';
import { typedValues } from './typed-values';
import type { NameSchema } from './types';

export type SourceEnvironment = { names: NameSchema; values: Readonly<Record<string, Json>>; now: string; timeZone?: string };

/** Sources are few (those of published models) and immutable, but they come from the database: bounded all the same. */
const MAX_CACHED = 2_000;
const cache = new WeakMap<NameSchema, Map<string, Compiled>>();

/** Compiles (once per source and names object) and runs an expression over form values; the result is plain JSON. */
export function evaluateSource(source: string, { names, values, now, timeZone }: SourceEnvironment): Evaluation<Json> {
  const known = cache.get(names) ?? new Map<string, Compiled>();
  cache.set(names, known);
  let compiled = known.get(source);
  if (!compiled) {
    const result = compile(source, { names });
    if (!result.ok) return { ok: false, error: result.errors[0] ?? { code: 'EXPR_SYNTAX', from: 0, to: source.length, params: {} } };
    compiled = result.expression;
    if (known.size >= MAX_CACHED) known.clear();
    known.set(source, compiled);
  }
  const run = evaluate(compiled, { values: typedValues(names, values), now, ...(timeZone ? { timeZone } : {}) });
  return run.ok ? { ok: true, value: toJson(run.value) } : run;
}
