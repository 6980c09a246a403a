import { z } from 'zod';
import { copyValues } from '@/forms/runtime/copy';
import { AppError } from '@/lib/errors';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { load } from '@/server/engine/runtime/load';
import { getPublishedForm } from '@/server/form/published';
import { choicesAtStart } from './choices';
import { draftSave } from './draft-save';
import { requireApplicant } from './policy';
import { requireStartable } from './startable';

export const DraftCopyInput = z.strictObject({
  /** Becomes the id of the draft. */
  commandId: z.uuid(),
  /** The former request: an own one. */
  instanceId: z.uuid(),
});
export type DraftCopyInput = z.infer<typeof DraftCopyInput>;

export type CopiedDraft = { id: string; processId: string; title: string };

/** Begins a new request after an own former one: a draft with what of it can be filled in again, and the same people chosen. */
export async function draftCopy(ctx: Ctx, { commandId, instanceId }: DraftCopyInput): Promise<CopiedDraft> {
  const { userId } = requireUser(ctx);
  await requireApplicant(ctx, instanceId);
  const copiedBefore = await ownDraft(userId, commandId);
  if (copiedBefore) return copiedBefore;
  const loaded = await load(query, { rootInstanceId: instanceId }, NO_COMMAND);
  if (!loaded) throw new AppError('NOT_FOUND');
  const { instance, data } = loaded.state;
  const { version } = await requireStartable(ctx, instance.processId);
  const { definition, formVersionId } = version;
  const values =
    formVersionId === null || data.formVersionId === null
      ? {}
      : copyValues(
          { schema: (await getPublishedForm(data.formVersionId)).schema, values: data.values },
          { schema: (await getPublishedForm(formVersionId)).schema, access: definition.settings.startAccess },
        );
  const chosen = Object.fromEntries(
    choicesAtStart(definition, instance.memo.chosen)
      .filter((choice) => choice.chosen.length > 0)
      .map((choice) => [choice.elementId, choice.chosen.slice(0, choice.multiple ? undefined : 1)]),
  );
  const { id, title } = await draftSave(ctx, {
    commandId,
    processId: instance.processId,
    formVersionId,
    values,
    chosen,
    // Files belong to one request: the former one keeps its own.
    documents: [],
    departmentId: instance.departmentId,
    rev: 0,
  });
  return { id, processId: instance.processId, title };
}

// helpers //////////////////////

/** A repeat finds its own work, whatever became of it: copied rows have ids of their own, so a second copy would be another one. */
async function ownDraft(userId: string, draftId: string): Promise<CopiedDraft | null> {
  const { rows } = await query<CopiedDraft>({
    name: 'draft_copied',
    text: 'select id, process_id as "processId", title from portal.request_draft where id = $1 and user_id = $2',
    values: [draftId, userId],
  });
  return rows[0] ?? null;
}

/** No command has this id: nothing was ever "seen" under it. */
const NO_COMMAND = '00000000-0000-0000-0000-000000000000';
