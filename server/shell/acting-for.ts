import { requireUser } from '../auth/require';
import type { Ctx } from '../context';
import { query } from '../db/client';

export type ActingFor = { userId: string; name: string; nameEn: string; until: string };

/** For whom the person who asks is a proxy right now; the one that ends first leads. */
export async function actingFor(ctx: Ctx): Promise<ActingFor[]> {
  const { userId } = requireUser(ctx);
  const { rows } = await query<{ user_id: string; name: string; name_en: string; until: string }>({
    name: 'shell_acting_for',
    text: `select d.user_id, u.name, u.name_en, max(d.ends_at) as until
           from portal.delegation d join portal."user" u on u.id = d.user_id
           where d.proxy_id = $1 and d.revoked_at is null and d.starts_at <= now() and d.ends_at > now() and u.disabled_at is null
           group by d.user_id, u.name, u.name_en order by until, d.user_id limit 20`,
    values: [userId],
  });
  return rows.map((row) => ({ userId: row.user_id, name: row.name, nameEn: row.name_en, until: row.until }));
}
