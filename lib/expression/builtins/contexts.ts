import type { Machine } from '../run/machine';
import { FeelContext, type FeelValue, isList, MapContext } from '../values/value';
import { type Builtin, builtin, signature } from './define';
import { context, list, nullable, value } from './param';

const entriesOf = (from: FeelContext): [string, FeelValue][] => from.keys().map((key) => [key, from.get(key) ?? null]);

const made = (entries: Iterable<readonly [string, FeelValue]>): FeelValue => new MapContext(new Map(entries));

/** Through nested contexts, one key after the other. */
function valueAt(from: FeelValue, path: readonly FeelValue[]): FeelValue {
  return path.reduce<FeelValue>(
    (current, key) => (current instanceof FeelContext && typeof key === 'string' ? (current.get(key) ?? null) : null),
    from,
  );
}

function put(from: FeelValue, path: readonly FeelValue[], item: FeelValue): FeelValue {
  const [key, ...rest] = path;
  if (typeof key !== 'string' || !(from === null || from instanceof FeelContext)) return null;
  const inner = rest.length === 0 ? item : put(from?.get(key) ?? null, rest, item);
  return made([...(from === null ? [] : entriesOf(from)), [key, inner]]);
}

function merge(contexts: readonly FeelValue[], machine: Machine): FeelValue {
  machine.work(contexts.reduce<number>((total, item) => total + (item instanceof FeelContext ? item.keys().length : 0), 0));
  return contexts.every((item) => item instanceof FeelContext) ? made(contexts.flatMap(entriesOf)) : null;
}

function fromEntries(entries: readonly FeelValue[]): FeelValue {
  const pairs: [string, FeelValue][] = [];
  for (const entry of entries) {
    const key = entry instanceof FeelContext ? entry.get('key') : undefined;
    const item = entry instanceof FeelContext ? entry.get('value') : undefined;
    if (typeof key !== 'string' || item === undefined || pairs.some(([known]) => known === key)) return null;
    pairs.push([key, item]);
  }
  return made(pairs);
}

export const contextBuiltins: readonly Builtin[] = [
  builtin(
    'context',
    'get value',
    [],
    signature([context('m'), value('key', ['string', { list: 'string' }])], 'any', ([m, key]) => valueAt(m, isList(key) ? key : [key])),
  ),
  builtin(
    'context',
    'get entries',
    [],
    signature([context('m')], { list: { context: { key: 'string', value: 'any' } } }, ([m]) =>
      entriesOf(m).map(([key, item]) =>
        made([
          ['key', key],
          ['value', item],
        ]),
      ),
    ),
  ),
  builtin(
    'context',
    'context put',
    [],
    signature([context('context'), value('key', ['string', { list: 'string' }]), nullable(value('value'))], 'any', ([from, key, item]) =>
      isList(key) ? (key.length === 0 ? null : put(from, key, item)) : put(from, [key], item),
    ),
  ),
  builtin(
    'context',
    'context merge',
    [],
    signature([list('contexts', { context: {} })], 'any', ([contexts], machine) => merge(contexts, machine)),
  ),
  builtin(
    'context',
    'context',
    [],
    signature([list('entries', { context: {} })], 'any', ([entries]) => fromEntries(entries)),
  ),
];
