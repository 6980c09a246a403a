import fc from 'fast-check';
import type { z } from 'zod';
import { newId } from '@/lib/id';
import { hostile, tamest } from './hostile';

type Schema = z.core.$ZodType;
type Def = {
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  options?: Schema[];
  innerType?: Schema;
  in?: Schema;
  items?: Schema[];
  keyType?: Schema;
  valueType?: Schema;
  values?: unknown[];
  entries?: Record<string, unknown>;
};

/** Values that the company has under the name of a field: ids that exist, revisions, cursors, files. */
export type Known = (name: string) => readonly unknown[];

/**
 * Inputs that come close to what a procedure takes, made from its own schema: each part is what the schema asks for, or what the
 * company has under that name. What no check of one field could refuse gets through to the verb.
 */
export function inputOf(schema: Schema, known: Known, name = ''): fc.Arbitrary<unknown> {
  // A command is new more often than not: a repeat is answered from the log and would never reach the verb.
  if (name === 'commandId')
    return fc.oneof(
      { weight: 9, arbitrary: fc.constant(null).map(() => newId()) },
      { weight: 1, arbitrary: fc.constant('019c0000-0000-7000-8000-000000000000') },
    );
  const given = known(name).filter((value) => fits(schema, value));
  if (given.length === 0) return made(schema, known, name);
  return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...given) }, { weight: 1, arbitrary: made(schema, known, name) });
}

function made(schema: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  const def = schema._zod.def as Def;
  const part = (inner: Schema | undefined, key = name) => (inner ? inputOf(inner, known, key) : fc.constant(null));
  switch (def.type) {
    case 'object': {
      const shape = Object.entries(def.shape ?? {});
      return fc
        .tuple(...shape.map(([key, inner]) => part(inner, key)))
        .map((values) => Object.fromEntries(shape.map(([key], index) => [key, values[index]]).filter(([, value]) => value !== undefined)));
    }
    case 'array':
      return fc.array(part(def.element), { maxLength: 3 });
    case 'tuple':
      return fc.tuple(...(def.items ?? []).map((item) => part(item)));
    case 'record':
      return fc.dictionary(fc.oneof(fc.constantFrom(...keys(known)), fc.string()), part(def.valueType, ''), {
        maxKeys: 3,
        noNullPrototype: true,
      });
    case 'union':
      return fc.oneof(...(def.options ?? []).map((option) => part(option)));
    case 'optional':
      return fc.oneof(part(def.innerType), fc.constant(undefined));
    case 'nullable':
      return fc.oneof(part(def.innerType), fc.constant(null));
    case 'default':
    case 'prefault':
    case 'readonly':
      return fc.oneof(part(def.innerType), fc.constant(undefined));
    case 'pipe':
      return part(def.in);
    case 'literal':
      return fc.constantFrom(...(def.values ?? [null]));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'boolean':
      return fc.boolean();
    case 'string':
    case 'number':
    case 'int':
      return leaf(schema);
    default:
      return fc.oneof(hostile, fc.jsonValue({ maxDepth: 3 }));
  }
}

/** Of the strange values those that the schema lets through, and some tame ones. */
function leaf(schema: Schema): fc.Arbitrary<unknown> {
  const fitting = tamest.filter((value) => fits(schema, value));
  return fitting.length > 0 ? fc.constantFrom(...fitting) : hostile;
}

function keys(known: Known): string[] {
  return ['x', ...known('key').filter((key) => typeof key === 'string')];
}

function fits(schema: Schema, value: unknown): boolean {
  return (schema as z.ZodType).safeParse(value).success;
}

/** One part of a value replaced, removed or added to: what somebody sends who has seen a good request. */
export function mutationOf(value: unknown): fc.Arbitrary<unknown> {
  return fc.tuple(fc.nat(), hostile, fc.constantFrom('replace', 'remove', 'add', 'wrap')).map(([pick, part, how]) => {
    const copy = structuredClone(value);
    const places = placesIn(copy);
    const place = places[pick % Math.max(1, places.length)];
    if (!place) return part;
    const { parent, key } = place;
    if (how === 'remove') delete parent[key];
    else if (how === 'add') parent[`${key}2`] = part;
    else parent[key] = how === 'wrap' ? [parent[key]] : part;
    return copy;
  });
}

type Place = { parent: Record<string, unknown>; key: string };

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...placesIn(parent[key])]);
}
