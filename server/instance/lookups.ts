import type { Lookups, Reference } from '@/forms/fields/config';
import { configOf } from '@/forms/fields/registry';
import { rowsOf } from '@/forms/fields/sub-table/config';
import type { Field } from '@/forms/schema/schema';
import { type Json, type Locale, localText } from '@/lib/json';
import { query } from '@/server/db/client';

/** What the values of these fields point at: people, departments, files; columns of sub-tables included. */
export function referencesIn(fields: readonly Field[], values: Readonly<Record<string, Json>>): Reference[] {
  return fields.flatMap((field) => {
    const value = Object.hasOwn(values, field.key) ? (values[field.key] ?? null) : null;
    if (value === null) return [];
    if (field.type === 'subTable') return rowsOf(value).flatMap((row) => referencesIn(field.columns, row));
    return configOf(field).references?.(field, value) ?? [];
  });
}

/** A draft may hold anything. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Row = { kind: 'user' | 'department' | 'document'; id: string; zh: string; en: string; size: number | null; mime: string | null };

/** Whose files may be named: those of a request, and those that somebody has uploaded for it. */
export type FileScope = { instanceId: string | null; uploadedBy: string | null };
const noFiles: FileScope = { instanceId: null, uploadedBy: null };

/** Names behind ids, in the reader's language; no query when there are none. Who is gone keeps the name. */
export async function loadLookups(references: readonly Reference[], locale: Locale, files: FileScope = noFiles): Promise<Lookups> {
  const lookups = {
    users: {} as Record<string, string>,
    departments: {} as Record<string, string>,
    documents: {} as Record<string, Lookups['documents'][string]>,
  };
  if (references.length === 0) return lookups;
  const idsOf = (kind: Reference['kind']) => [
    ...new Set(references.filter(({ kind: of, id }) => of === kind && UUID.test(id)).map(({ id }) => id)),
  ];
  const { rows } = await query<Row>({
    name: 'lookups_read',
    text: LOOKUPS,
    values: [idsOf('user'), idsOf('department'), idsOf('document'), files.instanceId, files.uploadedBy],
  });
  for (const row of rows) {
    const name = localText({ zh: row.zh, en: row.en }, locale);
    if (row.kind === 'user') lookups.users[row.id] = name;
    else if (row.kind === 'department') lookups.departments[row.id] = name;
    else lookups.documents[row.id] = { name: row.zh, size: row.size ?? 0, mime: row.mime ?? '' };
  }
  return lookups;
}

const LOOKUPS = `
select 'user' as kind, id, name as zh, name_en as en, null::int as size, null::text as mime from portal."user" where id = any($1::uuid[])
union all select 'department', id, name_zh, name_en, null, null from portal.department where id = any($2::uuid[])
union all select 'document', id, name, '', size, mime from portal.document where id = any($3::uuid[]) and removed_at is null
  and (root_instance_id = $4::uuid or root_instance_id is null and uploaded_by = $5::uuid)`;
