import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { requireStartable } from './startable';

export const SetFavouriteInput = z.strictObject({ commandId: z.uuid(), processId: z.uuid(), favourite: z.boolean() });
export type SetFavouriteInput = z.infer<typeof SetFavouriteInput>;

/** Puts a process among the person's favourites or takes it away; doing it again changes nothing. A bookmark of one's own leaves no trail. */
export async function setFavourite(ctx: Ctx, input: SetFavouriteInput): Promise<{ favourite: boolean }> {
  const { userId } = requireUser(ctx);
  if (input.favourite) {
    await requireStartable(ctx, input.processId);
    await query({
      name: 'favourite_add',
      text: 'insert into portal.favourite (user_id, process_id) values ($1, $2) on conflict do nothing',
      values: [userId, input.processId],
    });
  } else {
    await query({
      name: 'favourite_remove',
      text: 'delete from portal.favourite where user_id = $1 and process_id = $2',
      values: [userId, input.processId],
    });
  }
  return { favourite: input.favourite };
}
