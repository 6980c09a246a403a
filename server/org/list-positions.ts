import { z } from 'zod';
import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { likePattern } from '@/server/like-pattern';
import { foundIds, keyRange } from '@/server/search/by-key';
import { search } from './inputs';

export const ListPositionsInput = z.strictObject({ search, withDisabled: z.boolean().default(false) });

export type PositionView = { id: string; code: string; name: LocalText; rank: number; people: number; disabled: boolean; rev: number };

type Row = { id: string; code: string; name_zh: string; name_en: string; rank: number; people: number; disabled: boolean; rev: number };

/** All positions, highest rank first, with how many people hold each; a company has tens of them. */
export async function listPositions(ctx: Ctx, input: z.infer<typeof ListPositionsInput>): Promise<readonly PositionView[]> {
  requirePermission(ctx, 'org.manage');
  const { rows } = await query<Row>({
    name: 'org_positions',
    text: `select r.id, r.code, r.name_zh, r.name_en, r.rank, r.rev, r.disabled_at is not null as disabled,
             (select count(distinct p.user_id)::int from portal.post p join portal."user" u on u.id = p.user_id and u.disabled_at is null where p.position_id = r.id) as people
           from portal.position r
           where ($1 or r.disabled_at is null) and ($2::text is null or r.name_zh ilike $2 or r.name_en ilike $2 or r.code ilike $2 or r.id in (${foundIds('position', '$3')}))
           order by r.rank, r.code limit 1000`,
    values: [input.withDisabled, likePattern(input.search), keyRange(input.search)],
  });
  return rows.map(({ name_zh: zh, name_en: en, ...row }) => ({ ...row, name: { zh, en } }));
}
