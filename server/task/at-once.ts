import { canWriteAnything, effectiveAccess } from '@/forms/access/access';
import { AppError } from '@/lib/errors';
import type { Definition } from '@/server/bpmn/definition';
import { documentTypesOf } from '@/server/document/stored-document';
import { mayActOnOwn } from '@/server/engine/core/assignment/applicant-policy';
import { getDefinition } from '@/server/engine/runtime/definitions';
import { getPublishedForm } from '@/server/form/published';
import { acceptValues } from '@/server/instance/accept-values';
import { accessAt } from '@/server/instance/access-at';
import { choicesAfter } from '@/server/instance/choices';
import type { ItemRow } from './item-rows';
import type { NotAtOnce } from './task-views';

/**
 * Which of a person's items may be approved without being opened: those whose activity asks for nothing but the approval. The verb
 * refuses the others all the same; here the list says beforehand why.
 */
export async function notAtOnce(rows: readonly ItemRow[], userId: string, now: string): Promise<(row: ItemRow) => NotAtOnce | null> {
  const definitions = new Map<string, Definition>();
  for (const { version_id } of rows) if (!definitions.has(version_id)) definitions.set(version_id, await getDefinition(version_id));
  const found = new Map<string, NotAtOnce | null>();
  const asking: { row: ItemRow; types: readonly string[] }[] = [];
  for (const row of rows) {
    const definition = definitions.get(row.version_id);
    const why = definition ? byActivity(row, definition, userId) : 'notOffered';
    found.set(row.id, why ?? ((await lacksFields(row, definition, now)) ? 'fields' : null));
    const types = definition?.settings.documents.filter((type) => type.required && type.addedAt.includes(row.element_id)) ?? [];
    if (types.length > 0 && found.get(row.id) === null) asking.push({ row, types: types.map((type) => type.id) });
  }
  const present = await documentTypesOf(asking.map(({ row }) => row.root_instance_id));
  for (const { row, types } of asking)
    if (types.some((type) => !present.has(`${row.root_instance_id} ${type}`))) found.set(row.id, 'documents');
  return (row) => found.get(row.id) ?? null;
}

// helpers //////////////////////

function byActivity(row: ItemRow, definition: Definition, userId: string): NotAtOnce | null {
  if (row.kind === 'revise') return 'revise';
  if (row.instance_status !== 'running') return 'suspended';
  const element = definition.elements[row.element_id];
  if (element?.kind !== 'userTask') return 'notOffered';
  const { settings } = element;
  if (!settings.actions.includes('approve') || (row.applicant_id === userId && !mayActOnOwn(settings))) return 'notOffered';
  if (settings.commentRequired.includes('approve')) return 'comment';
  return choicesAfter(definition, row.element_id, {}).length > 0 ? 'people' : null;
}

/** Whether the form, as it stands, still lacks something that this activity has to fill in. */
async function lacksFields(row: ItemRow, definition: Definition | undefined, now: string): Promise<boolean> {
  if (row.form_version_id === null) return false;
  const { schema } = await getPublishedForm(row.form_version_id);
  const access = accessAt(definition, row.element_id);
  // Nothing can be missing where nothing can be written; most approvers only read.
  if (!canWriteAnything(effectiveAccess(schema, access))) return false;
  try {
    acceptValues({ schema, access, before: row.values ?? {}, patch: {}, complete: true, now });
    return false;
  } catch (error) {
    if (error instanceof AppError) return true;
    throw error;
  }
}
