import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { getPublishedForm } from '@/server/form/published';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { ownUnbound } from '@/server/document/own-unbound';
import { chosenInput, documentsInput, storableValuesInput } from './inputs';
import { departmentFor, requireStartable } from './startable';
import { titleOf } from './title';
import { ordinal } from '@/server/input';

export const DraftSaveInput = z.strictObject({
  commandId: z.uuid(),
  /** Absent for a new draft, whose id is the commandId. */
  draftId: z.uuid().optional(),
  processId: z.uuid(),
  formVersionId: z.uuid().nullable(),
  values: storableValuesInput,
  chosen: chosenInput,
  /** Files that were added so far. */
  documents: documentsInput.default([]),
  /** One of the applicant's own departments; null for the primary one. */
  departmentId: z.uuid().nullable().default(null),
  /** The revision that was edited; 0 for a new draft. Another one in the store is CONFLICT_STALE. */
  rev: ordinal(0),
});
export type DraftSaveInput = z.infer<typeof DraftSaveInput>;

export type SavedDraft = { id: string; rev: number; title: string; updatedAt: string };

const MAX_DRAFT_BYTES = 500_000;
const MAX_DRAFTS = 200;

/**
 * Keeps what was filled in so far, right or wrong: nothing is checked before the submission, only files that are not the person's own
 * and free are left out. A repeat of the same save finds its own work.
 */
export async function draftSave(ctx: Ctx, input: DraftSaveInput): Promise<SavedDraft> {
  const actor = requireUser(ctx);
  const startable = await requireStartable(ctx, input.processId);
  const { version } = startable;
  const values = JSON.stringify(input.values);
  if (values.length > MAX_DRAFT_BYTES) throw new AppError('BODY_TOO_LARGE', { path: 'values' });
  const schema = input.formVersionId === null ? null : (await getPublishedForm(input.formVersionId)).schema;
  const title = await titleOf({
    definition: version.definition,
    schema,
    values: input.values,
    applicantName: actor.name,
    departmentId: input.departmentId ?? departmentFor(startable, undefined),
    number: '',
    now: ctx.now(),
  });
  const free = await ownUnbound(
    actor.userId,
    input.documents.map(({ documentId }) => documentId),
  );
  const documents = JSON.stringify(input.documents.filter(({ documentId }) => free.has(documentId)));
  const draft = { id: input.draftId ?? input.commandId, title, values, chosen: JSON.stringify(input.chosen), documents };
  const row = input.draftId === undefined ? await insert(actor.userId, input, draft) : await update(actor.userId, input, draft);
  const saved = row ?? (await savedBefore(actor.userId, input, draft));
  return { id: draft.id, rev: saved.rev, title, updatedAt: saved.updated_at };
}

// helpers //////////////////////

type Row = { rev: number; updated_at: string };
type Values = { id: string; title: string; values: string; chosen: string; documents: string };

async function insert(userId: string, input: DraftSaveInput, draft: Values): Promise<Row | undefined> {
  if (input.rev !== 0) throw new AppError('CONFLICT_STALE', { path: 'rev' });
  const { rows } = await query<Row>({
    name: 'draft_insert',
    text: `insert into portal.request_draft (id, user_id, process_id, form_version_id, title, values, chosen, documents, department_id)
           select $1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $9::jsonb, $10::uuid where (select count(*) from (select from portal.request_draft d where d.user_id = $2 limit $8) n) < $8
           on conflict (id) do nothing returning rev, updated_at`,
    values: [
      draft.id,
      userId,
      input.processId,
      input.formVersionId,
      draft.title,
      draft.values,
      draft.chosen,
      MAX_DRAFTS,
      draft.documents,
      input.departmentId,
    ],
  });
  return rows[0];
}

async function update(userId: string, input: DraftSaveInput, draft: Values): Promise<Row | undefined> {
  const { rows } = await query<Row>({
    name: 'draft_update',
    text: `update portal.request_draft set form_version_id = $5, title = $6, values = $7::jsonb, chosen = $8::jsonb, documents = $9::jsonb,
             department_id = $10::uuid, rev = rev + 1, updated_at = now()
           where id = $1 and user_id = $2 and process_id = $3 and rev = $4 returning rev, updated_at`,
    values: [
      draft.id,
      userId,
      input.processId,
      input.rev,
      input.formVersionId,
      draft.title,
      draft.values,
      draft.chosen,
      draft.documents,
      input.departmentId,
    ],
  });
  return rows[0];
}

/** Nothing was written: either this very save had come through before, or somebody (another tab) has saved something else since. */
async function savedBefore(userId: string, input: DraftSaveInput, draft: Values): Promise<Row> {
  const { rows } = await query<Row & { same: boolean }>({
    name: 'draft_compare',
    text: `select rev, updated_at, rev = $3::int + 1 and values = $4::jsonb and chosen = $5::jsonb and documents = $6::jsonb
             and department_id is not distinct from $7::uuid as same
           from portal.request_draft where id = $1 and user_id = $2`,
    values: [draft.id, userId, input.rev, draft.values, draft.chosen, draft.documents, input.departmentId],
  });
  const row = rows[0];
  if (!row)
    throw input.draftId === undefined
      ? new AppError('FIELD_LIMIT', { path: 'draftId', params: { max: MAX_DRAFTS } })
      : new AppError('NOT_FOUND');
  if (!row.same) throw new AppError('CONFLICT_STALE', { path: 'rev' });
  return row;
}
