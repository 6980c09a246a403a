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
  form_version_id: string | null;
  rev: number;
  updated_at: string;
};

/** One of the person's own drafts. */
export async function draftGet(ctx: Ctx, input: DraftGetInput): Promise<Draft> {
  const { userId } = requireUser(ctx);
  const { rows } = await query<Row>({
    name: 'draft_read',
    text: 'select id, process_id, title, values, chosen, form_version_id, rev, updated_at from portal.request_draft where id = $1 and user_id = $2',
    values: [input.draftId, userId],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  const fields = row.form_version_id === null ? [] : fieldsOf((await getPublishedForm(row.form_version_id)).schema);
  const lookups = await loadLookups(referencesIn(fields, row.values), ctx.locale, { instanceId: null, uploadedBy: userId });
  return {
    id: row.id,
    processId: row.process_id,
    title: row.title,
    values: row.values,
    chosen: row.chosen,
    formVersionId: row.form_version_id,
    rev: row.rev,
    updatedAt: row.updated_at,
    lookups,
  };
}
