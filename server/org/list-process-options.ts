import { z } from 'zod';
import type { LocalText } from '@/lib/json';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const ListProcessOptionsInput = z.strictObject({});

/** The names of the processes that run, for a delegation that is for some of them only. */
export async function listProcessOptions(
  ctx: Ctx,
  _input: z.infer<typeof ListProcessOptionsInput>,
): Promise<readonly { id: string; name: LocalText }[]> {
  requireUser(ctx);
  const { rows } = await query<{ id: string; name_zh: string; name_en: string }>({
    name: 'org_process_options',
    text: 'select id, name_zh, name_en from portal.process where latest_version_id is not null order by name_zh limit 500',
  });
  return rows.map((row) => ({ id: row.id, name: { zh: row.name_zh, en: row.name_en } }));
}
