import { maskValues } from '@/forms/access/mask';
import type { FormSchema } from '@/forms/schema/schema';
import { fieldsOf } from '@/forms/schema/walk';
import { readAll } from '@/lib/bpmn/default-settings';
import type { FieldAccess } from '@/lib/bpmn/settings';
import type { Locale } from '@/lib/json';
import type { Definition } from '@/server/bpmn/definition';
import type { InstanceState } from '@/server/engine/core/state';
import { accessAt, readOnly, unionOf } from './access-at';
import { loadLookups, referencesIn } from './lookups';
import { type Sight, seesAllFields } from './policy';
import type { MyItem, RequestForm } from './request-page';

/**
 * The matrix that holds for a reader: that of the item he or she has to act on; else, read-only, whatever any of the seats lets
 * see; all of it for those who run or audit the process.
 */
export function accessFor(
  definition: Definition,
  sight: Sight,
  items: readonly Pick<MyItem, 'elementId' | 'kind' | 'actions'>[],
): FieldAccess {
  const acting = items.find((item) => item.kind !== 'read' && item.actions.length > 0);
  if (acting) return accessAt(definition, acting.elementId);
  if (seesAllFields(sight)) return readAll;
  const elements = [...(sight.applicant ? [definition.startId] : []), ...sight.seats];
  return unionOf(elements.map((elementId) => readOnly(accessAt(definition, elementId))));
}

export async function requestForm(schema: FormSchema, state: InstanceState, access: FieldAccess, locale: Locale): Promise<RequestForm> {
  const { data, instance } = state;
  const values = maskValues(schema, access, data.values);
  const lookups = await loadLookups(referencesIn(fieldsOf(schema), values), locale, { instanceId: instance.id, uploadedBy: null });
  return { versionId: data.formVersionId ?? '', schema, values, access, lookups, rev: data.rev };
}
