import type { Reference } from '@/forms/fields/config';
import { configOf } from '@/forms/fields/registry';
import { rowsOf } from '@/forms/fields/sub-table/config';
import type { Field } from '@/forms/schema/schema';
import type { Issue } from '@/lib/errors';
import type { Json } from '@/lib/json';
import { query } from '@/server/db/client';
import type { FileField, Wanted } from '@/server/document/binding';

type Values = Readonly<Record<string, Json>>;
export type PathReference = Reference & { path: string; field: Field };

/** Every reference in these values with the place it stands at. */
export function pathReferences(fields: readonly Field[], values: Values, prefix = ''): PathReference[] {
  return fields.flatMap((field) => {
    const path = `${prefix}${field.key}`;
    const value = Object.hasOwn(values, field.key) ? (values[field.key] ?? null) : null;
    if (value === null) return [];
    if (field.type === 'subTable') return rowsOf(value).flatMap((row, index) => pathReferences(field.columns, row, `${path}[${index}].`));
    return (configOf(field).references?.(field, value) ?? []).map((reference) => ({ ...reference, path, field }));
  });
}

/** People and departments that are named anew must be there and in use; what stood there before may stay. Chosen people are checked as fields are. */
export async function referenceIssues(
  references: readonly Pick<PathReference, 'kind' | 'id' | 'path'>[],
  known: ReadonlySet<string>,
): Promise<Issue[]> {
  const asked = references.filter(({ kind, id }) => kind !== 'document' && !known.has(id));
  if (asked.length === 0) return [];
  const idsOf = (kind: Reference['kind']) => [...new Set(asked.filter((one) => one.kind === kind).map((one) => one.id))];
  const { rows } = await query<{ id: string }>({
    name: 'references_check',
    text: `select id from portal."user" where id = any($1::uuid[]) and disabled_at is null
           union all select id from portal.department where id = any($2::uuid[]) and disabled_at is null`,
    values: [idsOf('user'), idsOf('department')],
  });
  const found = new Set(rows.map((row) => row.id));
  return asked.filter(({ id }) => !found.has(id)).map(({ path }) => ({ code: 'FIELD_REF', path }));
}

/** The files in these values, as documents to bind to their fields. */
export function filesIn(references: readonly PathReference[]): Wanted[] {
  return references.flatMap(({ kind, id, path, field }) =>
    kind === 'document' ? [{ documentId: id, path, field: fileField(field) }] : [],
  );
}

function fileField(field: Field): FileField {
  const maxSizeMb = field.type === 'file' || field.type === 'image' ? field.maxSizeMb : 0;
  return { id: field.id, maxSizeMb, formats: field.type === 'file' ? field.formats : ['png', 'jpg', 'jpeg', 'gif', 'webp'] };
}
