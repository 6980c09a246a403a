import { namesOf } from '@/forms/schema/feel';
import type { Field, FormSchema } from '@/forms/schema/schema';
import { rename } from '@/lib/expression/rename';
import { allFields as everyField } from '@/forms/schema/walk';
import { mapExpressions } from './map-expressions';

/** The fields and columns that read a field in a formula, a condition, a default or a check. */
export function usesOf(schema: FormSchema, fieldId: string): Field[] {
  const fields = everyField(schema);
  const found = fields.find(({ field }) => field.id === fieldId);
  if (!found) return [];
  const { field: target, parent } = found;
  const outer = namesOf(fields.flatMap(({ field, parent: table }) => (table === null ? [field] : [])));
  const reads = (source: string, path: string, names: Parameters<typeof namesOf>[0]) => {
    const probe = `${path}${PROBE}`;
    const renamed = rename(source, path, probe, { names: { ...outer, ...namesOf(names) } });
    return renamed.ok && renamed.value !== source;
  };
  return fields.flatMap(({ field }) => {
    if (field.id === target.id) return [];
    let used = false;
    const alone: FormSchema = { ...schema, sections: [{ id: '', type: 'section', label: { zh: '', en: '' }, children: [field] }] };
    const table = fields.find(({ parent: owner, field: { id } }) => owner !== null && id === field.id)?.parent ?? null;
    mapExpressions(alone, (source, own) => {
      // The columns of a sub-table speak for themselves.
      if (own !== null) return source;
      const columns = table?.columns ?? [];
      if (parent === null) used ||= !columns.some(({ key }) => key === target.key) && reads(source, target.key, columns);
      else
        used ||= (table?.id === parent.id && reads(source, target.key, columns)) || reads(source, `${parent.key}.${target.key}`, columns);
      return source;
    });
    return used ? [field] : [];
  });
}

/** No name that anybody has. */
const PROBE = '_0_';
