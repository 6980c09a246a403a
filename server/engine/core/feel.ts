import { evaluateSource } from '@/lib/expression/evaluate-source';
import { DEFAULT_TIME_ZONE } from '@/lib/expression/evaluate';
import type { NameSchema } from '@/lib/expression/types';
import { offsetAtInstant, offsetAtLocal, parseZone } from '@/lib/expression/values/zone';
import type { Json } from '@/lib/json';
import type { Definition } from '@/server/bpmn/definition';
import type { Clock } from './instant';

export type FeelContext = { definition: Definition; values: Readonly<Record<string, Json>>; now: string; timeZone: string | undefined };

/** One names object per definition and set of variables: compiled expressions are kept by it. */
const schemas = new WeakMap<Definition, Map<string, NameSchema>>();

/** Runs an expression of a model over the form's values, the variables, `outcome` and `round`; throws when it cannot be told. */
export function evaluateFeel({ definition, values, now, timeZone }: FeelContext, source: string): Json {
  const result = evaluateSource(source, { names: namesFor(definition, values), values, now, ...(timeZone ? { timeZone } : {}) });
  if (result.ok) return result.value;
  const { code, from, to, params } = result.error;
  throw new Error(`${code} at ${from}–${to} ${JSON.stringify(params)}`);
}

/** The wall clocks of a place. */
export function clockOf(timeZone: string | undefined): Clock {
  const zone = parseZone(`@${timeZone ?? DEFAULT_TIME_ZONE}`);
  if (zone === null) throw new RangeError(`unknown time zone ${timeZone}`);
  return {
    atInstant: (millis) => offsetAtInstant(zone, millis / 1000) * 1000,
    atLocal: (millis) => offsetAtLocal(zone, millis / 1000) * 1000,
  };
}

// helpers //////////////////////

/** The form's names have their types; what service tasks have set may be anything. */
function namesFor(definition: Definition, values: Readonly<Record<string, Json>>): NameSchema {
  const variables = Object.keys(values).filter((name) => !Object.hasOwn(definition.names, name) && name !== 'outcome' && name !== 'round');
  const known = schemas.get(definition) ?? new Map<string, NameSchema>();
  schemas.set(definition, known);
  const key = variables.sort().join('\n');
  const schema: NameSchema = known.get(key) ?? {
    ...Object.fromEntries(variables.map((name) => [name, 'any' as const])),
    ...definition.names,
    outcome: 'string',
    round: 'number',
  };
  known.set(key, schema);
  return schema;
}
