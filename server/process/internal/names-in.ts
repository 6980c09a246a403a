import { fieldsOf } from '@/forms/schema/walk';
import { localText, type Json, type Locale } from '@/lib/json';
import type { ProcessModel } from '@/lib/bpmn/process-model';
import { query } from '@/server/db/client';
import { loadFormContext } from '../form-context';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Names for everything that settings refer to by id: people, places and systems, fields of the form, elements of the models. */
export async function namesIn(
  values: readonly Json[],
  { models, formId, locale }: { models: readonly ProcessModel[]; formId: string | undefined; locale: Locale },
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set<string>();
  const visit = (value: Json): void => {
    if (typeof value === 'string') {
      if (uuid.test(value)) ids.add(value);
    } else if (value !== null && typeof value === 'object') for (const part of Object.values(value)) visit(part);
  };
  for (const value of values) visit(value);
  const names = new Map(
    models.flatMap((model) => [...model.nodes.values()].map((node): [string, string] => [node.id, node.name || node.id])),
  );
  const form = await loadFormContext(formId);
  for (const field of form ? fieldsOf(form.schema) : []) {
    names.set(field.id, localText(field.label, locale) || field.key);
    for (const column of field.type === 'subTable' ? field.columns : [])
      names.set(column.id, `${localText(field.label, locale)} · ${localText(column.label, locale) || column.key}`);
  }
  const { rows } = await query<{ id: string; zh: string; en: string }>({ name: 'names_of_ids', text: NAMES, values: [[...ids]] });
  for (const row of rows) names.set(row.id, localText(row, locale));
  return names;
}

const NAMES = ['department', 'position', 'role', 'work_group', 'connector', 'form']
  .map((table) => `select id, name_zh as zh, name_en as en from portal.${table} where id = any($1::uuid[])`)
  .concat('select id, name as zh, name_en as en from portal."user" where id = any($1::uuid[])')
  .join(' union all ');
