import type { Json } from '@/lib/json';
import type { FeelType, NameSchema } from './types';

/**
 * Form values as expressions see them: an amount of money is its number, in rows of sub-tables too. What fits its type already
 * is passed on as it is.
 */
export function typedValues(names: NameSchema, values: Readonly<Record<string, Json>>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Object.hasOwn(names, name) ? fit(names[name] ?? 'any', value) : value]),
  );
}

// helpers //////////////////////

function fit(type: FeelType, value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return typeof type === 'object' && 'list' in type ? value.map((item) => fit(type.list, item)) : value;
  if (type === 'number') return typeof value.amount === 'string' ? value.amount : value;
  return typeof type === 'object' && 'context' in type ? typedValues(type.context, value) : value;
}
