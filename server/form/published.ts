import { formSchemaSchema, type FormSchema } from '@/forms/schema/schema';
import { AppError } from '@/lib/errors';
import { query } from '@/server/db/client';
import { Lru } from '@/lib/lru';

/** An immutable version of a form. */
export type PublishedForm = { versionId: string; formId: string; code: string; no: number; schema: FormSchema };

const cache = new Lru<PublishedForm>(500);

/** A published version by its id; cached for ever, since it never changes. */
export async function getPublishedForm(versionId: string): Promise<PublishedForm> {
  const known = cache.get(versionId);
  if (known) return known;
  const { rows } = await query<{ form_id: string; code: string; no: number; schema: unknown }>({
    name: 'form_version_get',
    text: 'select v.form_id, f.code, v.no, v.schema from portal.form_version v join portal.form f on f.id = v.form_id where v.id = $1',
    values: [versionId],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  const form = { versionId, formId: row.form_id, code: row.code, no: row.no, schema: formSchemaSchema.parse(row.schema) };
  cache.set(versionId, form);
  return form;
}
