import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { LocalText } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

/** Who may change and operate a process: a person, or everybody of a department. */
export type ProcessOwner = { kind: 'user' | 'department'; id: string; name: LocalText; disabled: boolean };

/** The owners of the process `p`, people first, as one json value. */
export const OWNERS = `coalesce((select jsonb_agg(jsonb_build_object('kind', o.kind, 'id', o.id, 'name', jsonb_build_object('zh', o.zh, 'en', o.en), 'disabled', o.disabled) order by o.kind desc, o.zh, o.id)
  from (select 'user' as kind, u.id, u.name as zh, u.name_en as en, u.disabled_at is not null as disabled from portal."user" u where u.id = any(p.owner_ids)
        union all select 'department', d.id, d.name_zh, d.name_en, d.disabled_at is not null from portal.department d where d.id = any(p.owner_ids)) o), '[]'::jsonb)`;

export const ProcessOwnersInput = z.strictObject({ id: z.uuid() });
export type ProcessOwnersInput = z.infer<typeof ProcessOwnersInput>;

/** Who owns a process; nobody named = every designer. */
export async function processOwners(ctx: Ctx, input: ProcessOwnersInput): Promise<readonly ProcessOwner[]> {
  requirePermission(ctx, 'process.design');
  const { rows } = await query<{ owners: ProcessOwner[] }>({
    name: 'process_owners',
    text: `select ${OWNERS} as owners from portal.process p where p.id = $1`,
    values: [input.id],
  });
  if (!rows[0]) throw new AppError('NOT_FOUND');
  return rows[0].owners;
}
