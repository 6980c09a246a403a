import { feelNames } from '@/forms/schema/feel';
import { fieldInfos } from '@/forms/schema/field-infos';
import { formSchemaSchema, type FormSchema } from '@/forms/schema/schema';
import type { CheckContext } from '@/lib/bpmn/check-context';
import { query } from '@/server/db/client';

export type FormContext = { formVersionId: string; schema: FormSchema; context: NonNullable<CheckContext['form']> };

/** What a model is checked against of its form's latest published version; null when it has none. */
export async function loadFormContext(formId: string | undefined): Promise<FormContext | null> {
  if (!formId) return null;
  const { rows } = await query<{ id: string; schema: unknown }>({
    name: 'form_latest_version',
    text: 'select v.id, v.schema from portal.form f join portal.form_version v on v.id = f.latest_version_id where f.id = $1 and f.retired_at is null',
    values: [formId],
  });
  const row = rows[0];
  if (!row) return null;
  const schema = formSchemaSchema.parse(row.schema);
  return { formVersionId: row.id, schema, context: checkContextOf(schema) };
}

/** What a form offers to the models that use it. */
export function checkContextOf(schema: FormSchema): FormContext['context'] {
  return { names: feelNames(schema), fields: fieldInfos(schema) };
}

/** Ids of the connectors that may be called. */
export async function activeConnectorIds(): Promise<string[]> {
  const { rows } = await query<{ id: string }>({
    name: 'connector_ids',
    text: 'select id from portal.connector where disabled_at is null',
    values: [],
  });
  return rows.map((row) => row.id);
}
