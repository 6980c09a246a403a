import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { Json } from '@/lib/json';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { getPublishedForm } from '@/server/form/published';
import { fieldsOf } from '@/forms/schema/walk';
import { loadLookups, referencesIn } from './lookups';
import type { Draft } from './list-views';

export const DraftGetInput = z.strictObject({ draftId: z.uuid() });
export type DraftGetInput = z.infer<typeof DraftGetInput>;

type Row = {
  id: string;
  process_id: string;
  title: string;
  values: Record<string, Json>;
  chosen: Record<string, string[]>;
  documents: Draft['documents'];
  department_id: string | null;
  form_version_id: string | null;
  rev: number;
  updated_at: string;
};

/** One of the person's own drafts. */
export async function draftGet(ctx: Ctx, input: DraftGetInput): Promise<Draft> {
  const { userId } = requireUser(ctx);
  const { rows } = await query<Row>({
    name: 'draft_read',
    text: `select id, process_id, title, values, chosen, documents, department_id, form_version_id, rev, updated_at
           from portal.request_draft where id = $1 and user_id = $2`,
    values: [input.draftId, userId],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  const fields = row.form_version_id === null ? [] : fieldsOf((await getPublishedForm(row.form_version_id)).schema);
  const files = row.documents.map(({ documentId }) => ({ kind: 'document' as const, id: documentId }));
  const lookups = await loadLookups([...referencesIn(fields, row.values), ...files], ctx.locale, { instanceId: null, uploadedBy: userId });
  return {
    id: row.id,
    processId: row.process_id,
    title: row.title,
    values: row.values,
    chosen: row.chosen,
    // One that was bound or removed since is not the draft's any more.
    documents: row.documents.filter(({ documentId }) => lookups.documents[documentId] !== undefined),
    departmentId: row.department_id,
    formVersionId: row.form_version_id,
    rev: row.rev,
    updatedAt: row.updated_at,
    lookups,
  };
}
