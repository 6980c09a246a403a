import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { writing } from '@/server/input';

/** More would have to be searched, and is written faster than found. */
export const MOST_PHRASES = 30;

export type Phrase = { id: string; text: string };

/** What the person keeps to write again, the newest first. */
export async function phrases(ctx: Ctx): Promise<readonly Phrase[]> {
  const { userId } = requireUser(ctx);
  const { rows } = await query<Phrase>({
    name: 'phrases_read',
    text: 'select id, text from portal.phrase where user_id = $1 order by id desc',
    values: [userId],
  });
  return rows;
}

export const SavePhraseInput = z.strictObject({ commandId: z.uuid(), text: writing(200) });
export type SavePhraseInput = z.infer<typeof SavePhraseInput>;

/** Keeps a phrase; one that is kept already stays as it is. A note of one's own leaves no trail. */
export async function savePhrase(ctx: Ctx, { text }: SavePhraseInput): Promise<{ text: string }> {
  const { userId } = requireUser(ctx);
  if (text === '') throw new AppError('FIELD_REQUIRED', { path: 'text' });
  const { rows } = await query<{ kept: boolean }>({
    name: 'phrase_save',
    text: `with saved as (
        insert into portal.phrase (id, user_id, text)
        select $1, $2, $3 where (select count(*) from portal.phrase where user_id = $2) < $4
        on conflict (user_id, text) do nothing returning id
      )
      select exists (select from saved) or exists (select from portal.phrase where user_id = $2 and text = $3) as kept`,
    values: [newId(), userId, text, MOST_PHRASES],
  });
  if (!rows[0]?.kept) throw new AppError('FIELD_LIMIT', { path: 'text', params: { max: MOST_PHRASES } });
  return { text };
}

export const RemovePhraseInput = z.strictObject({ commandId: z.uuid(), id: z.uuid() });
export type RemovePhraseInput = z.infer<typeof RemovePhraseInput>;

/** Forgets a phrase of one's own; what is gone already is gone. */
export async function removePhrase(ctx: Ctx, { id }: RemovePhraseInput): Promise<{ id: string }> {
  const { userId } = requireUser(ctx);
  await query({ name: 'phrase_remove', text: 'delete from portal.phrase where id = $1 and user_id = $2', values: [id, userId] });
  return { id };
}
