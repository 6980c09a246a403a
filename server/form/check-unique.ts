import { own } from '@/forms/schema/same';
import type { FormValues } from '@/forms/schema/values';
import { fieldsOf } from '@/forms/schema/walk';
import type { Issue } from '@/lib/errors';
import { query } from '@/server/db/client';
import { ident } from './ddl/ident';
import { tableName } from './ddl/physical';
import type { PublishedForm } from './published';

/**
 * Values that another request already has in fields that must be unique: one look-up a unique field, none for a form without.
 * It says so before anything is written; the index has the last word when two are submitted at once (`takenRefusal`).
 */
export async function uniqueIssues(form: PublishedForm, values: FormValues, instanceId: string | null): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const field of fieldsOf(form.schema)) {
    const value = own(values, field.key);
    if (field.type !== 'text' || !field.unique || typeof value !== 'string') continue;
    if (await isTaken(form, field.id, value, instanceId)) issues.push({ code: 'FIELD_UNIQUE', path: field.key });
  }
  return issues;
}

async function isTaken(form: PublishedForm, fieldId: string, value: string, instanceId: string | null): Promise<boolean> {
  const { rows } = await query<{ taken: boolean }>({
    name: `form_unique_${fieldId}_${form.code}`,
    text: `select exists (
             select from form_data.${ident(tableName(form.code, null))} t
             where normalize(t.${ident(`f_${fieldId}`)}, nfc) = normalize($1::text, nfc) and t.deleted_at is null and t.state <> 'void'
               and t.instance_id is distinct from $2::uuid
           ) as taken`,
    values: [value, instanceId],
  });
  return rows[0]?.taken === true;
}
