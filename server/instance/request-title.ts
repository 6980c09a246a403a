import type { Ctx } from '@/server/context';
import { AppError } from '@/lib/errors';
import { query } from '@/server/db/client';
import type { ByIdInput } from './by-id';
import { requireSight } from './policy';

/** What a request is called, for whoever may see it: the name of its tab, known before the request itself. */
export async function requestTitle(ctx: Ctx, { id }: ByIdInput): Promise<{ title: string }> {
  await requireSight(ctx, id);
  const { rows } = await query<{ title: string }>({
    name: 'request_title',
    text: 'select title from portal.process_instance where root_instance_id = $1 and id = $1',
    values: [id],
  });
  if (!rows[0]) throw new AppError('NOT_FOUND');
  return { title: rows[0].title };
}
