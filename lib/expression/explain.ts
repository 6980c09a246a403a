import type { Json } from '@/lib/json';
import { analyse } from './check/analyse';
import type { Compiled } from './compile';
import { type Environment, type Evaluation, evaluate } from './evaluate';
import type { Node } from './syntax/ast';
import { toJson } from './values/to-json';
import { FeelContext, type FeelValue, isList, MapContext } from './values/value';

/** One sub-expression and what it came to; in a loop the first time, and how often. */
export type Step = { from: number; to: number; source: string; value: Json; times: number };

export type Explanation = { result: Evaluation<Json>; steps: Step[] };

const MAX_ITEMS = 10;
const MAX_LEVELS = 3;

/** Why a result is what it is: the values of all sub-expressions that were reached, inner ones first. */
export function explain(compiled: Compiled, environment: Environment): Explanation {
  const { program, source } = compiled;
  const steps = new Map<Node, Step>();
  const { typed } = analyse(program.tree, program.names, program.functions, (node, run) => {
    if (node.kind === 'literal') return run;
    return (machine) => {
      const value = run(machine);
      const known = steps.get(node);
      if (known === undefined)
        steps.set(node, {
          from: node.from,
          to: node.to,
          source: source.slice(node.from, node.to),
          value: toJson(cut(value, MAX_LEVELS)),
          times: 1,
        });
      else known.times += 1;
      return value;
    };
  });
  const result = evaluate({ ...compiled, program: { ...program, run: typed.run } }, environment);
  return { result: result.ok ? { ok: true, value: toJson(result.value) } : result, steps: [...steps.values()] };
}

/** As much of a value as a person reads in a trace. */
function cut(value: FeelValue, levels: number): FeelValue {
  if (isList(value)) return levels === 0 ? [] : value.slice(0, MAX_ITEMS).map((item) => cut(item, levels - 1));
  if (!(value instanceof FeelContext)) return value;
  const keys = levels === 0 ? [] : value.keys().slice(0, MAX_ITEMS);
  return new MapContext(new Map(keys.map((key) => [key, cut(value.get(key) ?? null, levels - 1)])));
}
