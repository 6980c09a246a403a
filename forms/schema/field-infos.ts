import type { FieldInfo } from '@/lib/bpmn/check-context';
import type { FormSchema } from './schema';
import { allFields, isComputed } from './walk';

/** What the checks of a flow need to know of a form's fields; a column names the sub-table that it is in. */
export function fieldInfos(schema: FormSchema): FieldInfo[] {
  return allFields(schema).map(({ field, parent }) => ({
    id: field.id,
    key: field.key,
    type: field.type,
    ...('multiple' in field ? { multiple: field.multiple } : {}),
    readonly: isComputed(field),
    optional: field.required !== true && !isComputed(field),
    ...(parent ? { parentId: parent.id } : {}),
  }));
}
