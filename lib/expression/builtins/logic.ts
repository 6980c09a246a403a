import { join, type Type } from '../check/type';
import { isIdentical } from '../values/identical';
import { type FeelValue, isList } from '../values/value';
import { type Builtin, builtin, signature } from './define';
import { flag, items, nullable, value } from './param';

const joined = (args: readonly Type[]): Type => {
  const first = args[0] ?? 'any';
  return typeof first === 'object' && 'list' in first ? first.list : first;
};

/** The first that is there; a blank text is not. */
const coalesce = (values: readonly FeelValue[]): FeelValue =>
  values.find((item) => item !== null && item !== '' && !(isList(item) && item.length === 0)) ?? null;

export const logicBuiltins: readonly Builtin[] = [
  builtin(
    'logic',
    'not',
    ['非'],
    signature([nullable(flag('negand'))], 'boolean', ([negand]) => (negand === null ? null : !negand)),
  ),
  builtin(
    'logic',
    'is',
    [],
    signature([nullable(value('value1')), nullable(value('value2'))], 'boolean', ([a, b]) => isIdentical(a, b)),
  ),
  builtin(
    'logic',
    'coalesce',
    ['首个非空'],
    signature([items('values')], joined, ([values]) => coalesce(values)),
  ),
  builtin(
    'logic',
    'get or else',
    [],
    signature(
      [nullable(value('value')), nullable(value('default'))],
      (args) => join(args[0] ?? 'any', args[1] ?? 'any'),
      ([given, fallback]) => given ?? fallback,
    ),
  ),
];
