import { isUsableName } from '@/lib/expression/name';
import { foldKey } from '../normalize';
import { type FormProblem, type FormRule, type Placed, inside, problem } from './problem';

/** Names that objects have by themselves, and that of a row's own id. */
const RESERVED = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'tostring',
  'tolocalestring',
  'valueof',
  'hasownproperty',
  'isprototypeof',
  'propertyisenumerable',
  '_id',
]);

/** Keys are what formulas and imports call a field: one that cannot be called, or two that look the same, would be found out too late. */
export const keys: FormRule = ({ fields, others }) => {
  const problems: FormProblem[] = [];
  const seen = new Map<string, Placed>();
  for (const placed of fields) {
    const { field, table } = placed;
    if (RESERVED.has(foldKey(field.key)) || !isUsableName(field.key))
      problems.push(problem('FORM_KEY_INVALID', inside(placed, 'key'), { key: field.key, reason: 'reserved' }));
    const folded = `${table?.id ?? ''} ${foldKey(field.key)}`;
    if (seen.has(folded)) problems.push(problem('FORM_FIELD_DUPLICATE', inside(placed, 'key'), { key: field.key, reason: 'key' }));
    else seen.set(folded, placed);
  }
  const ids = new Set<string>();
  for (const { id, path } of [
    ...others.map(({ node, path }) => ({ id: node.id, path })),
    ...fields.map(({ field, path }) => ({ id: field.id, path })),
  ]) {
    if (ids.has(id)) problems.push(problem('FORM_FIELD_DUPLICATE', { path: `${path}.id`, fieldId: id }, { key: id, reason: 'id' }));
    ids.add(id);
  }
  return problems;
};
