import { own } from '@/forms/schema/same';
import type { FormValues } from '@/forms/schema/values';
import { fieldsOf } from '@/forms/schema/walk';
import type { Issue } from '@/lib/errors';
import { query } from '@/server/db/client';
import { ident } from './ddl/ident';
import { tableName } from './ddl/physical';
import type { PublishedForm } from './published';

/** Requests that came to nothing give their values back. */
const VOID = ['withdrawn', 'terminated', 'rejected', 'expired', 'failed'];

/**
 * Values that another request already has in fields that must be unique. The index has the last word (two submissions at once);
 * this check says which field it is, and releases the values of requests that came to nothing.
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
  const table = `form_data.${ident(tableName(form.code, null))}`;
  const column = ident(`f_${fieldId}`);
  const { rows } = await query<{ taken: boolean }>({
    name: `form_unique_${fieldId}_${form.code}`,
    text: `with same as (
             select t.id, t.instance_id, i.outcome from ${table} t
             left join portal.process_instance i on i.root_instance_id = t.instance_id and i.id = t.instance_id
             where normalize(t.${column}, nfc) = normalize($1::text, nfc) and t.deleted_at is null and t.state <> 'void' and t.instance_id is distinct from $2::uuid
           ), released as (
             update ${table} t set state = 'void' from same where t.id = same.id and same.outcome = any($3::text[])
           )
           select exists (select from same where same.outcome is null or same.outcome <> all($3::text[])) as taken`,
    values: [value, instanceId, VOID],
  });
  return rows[0]?.taken === true;
}
