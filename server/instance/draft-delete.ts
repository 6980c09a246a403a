import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const DraftDeleteInput = z.strictObject({ commandId: z.uuid(), draftId: z.uuid() });
export type DraftDeleteInput = z.infer<typeof DraftDeleteInput>;

/** Throws an own draft away; one that is gone already is no error, so a repeat is the same. */
export async function draftDelete(ctx: Ctx, input: DraftDeleteInput): Promise<{ id: string }> {
  const { userId } = requireUser(ctx);
  await query({
    name: 'draft_delete',
    text: 'delete from portal.request_draft where id = $1 and user_id = $2',
    values: [input.draftId, userId],
  });
  return { id: input.draftId };
}
