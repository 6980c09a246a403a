import { formSchemaSchema, type FormSchema } from '@/forms/schema/schema';
import { AppError } from '@/lib/errors';
import type { RegisteredColumn } from './ddl/plan';

export type ForPublish = {
  id: string;
  code: string;
  draft: FormSchema;
  rev: number;
  previous: FormSchema | null;
  no: number;
  registered: readonly RegisteredColumn[];
};

type Runner = { query<R extends object>(sql: { name: string; text: string; values: unknown[] }): Promise<{ rows: R[] }> };

/** What planning and publishing a form start from; `lock` keeps a second publisher waiting until the first is done. */
export async function loadForPublish(run: Runner, formId: string, lock: boolean): Promise<ForPublish> {
  const { rows } = await run.query<{
    id: string;
    code: string;
    draft: unknown;
    draft_rev: number;
    previous: unknown;
    no: number;
    registered: RegisteredColumn[];
  }>({
    name: lock ? 'form_for_publish_locked' : 'form_for_publish',
    text: `select f.id, f.code, f.draft, f.draft_rev, (select v.schema from portal.form_version v where v.id = f.latest_version_id) as previous,
             coalesce((select max(v.no) from portal.form_version v where v.form_id = f.id), 0) + 1 as no,
             coalesce((select jsonb_agg(jsonb_build_object('fieldId', c.field_id, 'tableName', c.table_name, 'columnName', c.column_name, 'pgType', c.pg_type, 'fieldType', c.field_type, 'retired', c.retired))
                       from portal.form_column c where c.form_id = f.id), '[]') as registered
           from portal.form f where f.id = $1 and f.retired_at is null ${lock ? 'for update of f' : ''}`,
    values: [formId],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  return {
    id: row.id,
    code: row.code,
    draft: formSchemaSchema.parse(row.draft),
    rev: row.draft_rev,
    previous: row.previous === null ? null : formSchemaSchema.parse(row.previous),
    no: row.no,
    registered: row.registered,
  };
}
