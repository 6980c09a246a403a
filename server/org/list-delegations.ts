import { z } from 'zod';
import type { LocalText } from '@/lib/json';
import { requirePermission, requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const ListDelegationsInput = z.strictObject({
  /** Without one the actor's own. */
  userId: z.uuid().optional(),
});

export type DelegationPerson = { id: string; name: string; nameEn: string };
export type DelegationView = {
  id: string;
  /** `given`: the person is away and somebody acts; `taken`: the person acts for somebody. */
  direction: 'given' | 'taken';
  other: DelegationPerson;
  startsAt: string;
  endsAt: string;
  isActive: boolean;
  processes: readonly LocalText[];
  reason: string;
};

type Row = {
  id: string;
  direction: 'given' | 'taken';
  other_id: string;
  name: string;
  name_en: string;
  starts_at: string;
  ends_at: string;
  is_active: boolean;
  processes: LocalText[];
  reason: string;
};

/** Who acts for a person and for whom the person acts, now and later: one's own, or anybody's for an administrator of the organisation. */
export async function listDelegations(ctx: Ctx, input: z.infer<typeof ListDelegationsInput>): Promise<readonly DelegationView[]> {
  const userId = input.userId ?? requireUser(ctx).userId;
  if (ctx.actor.kind !== 'user' || ctx.actor.userId !== userId) requirePermission(ctx, 'org.manage');
  const { rows } = await query<Row>({
    name: 'org_delegations',
    text: `select d.id, case when d.user_id = $1 then 'given' else 'taken' end as direction, u.id as other_id, u.name, u.name_en, d.starts_at, d.ends_at,
             d.starts_at <= $2::timestamptz as is_active, d.reason,
             coalesce((select jsonb_agg(jsonb_build_object('zh', p.name_zh, 'en', p.name_en) order by p.name_zh) from portal.process p where p.id = any(d.process_ids)), '[]') as processes
           from portal.delegation d
           join portal."user" u on u.id = case when d.user_id = $1 then d.proxy_id else d.user_id end
           where (d.user_id = $1 or d.proxy_id = $1) and d.revoked_at is null and d.ends_at > $2::timestamptz
           order by d.starts_at, d.id limit 100`,
    values: [userId, ctx.now().toISOString()],
  });
  return rows.map((row) => ({
    id: row.id,
    direction: row.direction,
    other: { id: row.other_id, name: row.name, nameEn: row.name_en },
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    isActive: row.is_active,
    processes: row.processes,
    reason: row.reason,
  }));
}
