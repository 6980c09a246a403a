import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const DeletePlanInput = z.strictObject({ id: z.uuid() });
export type DeletePlanInput = z.infer<typeof DeletePlanInput>;

export type DeletePlan = {
  /** A process that requests were made of is retired; one that nobody used goes. */
  outcome: 'deleted' | 'retired';
  /** Versions that go: no request was made of them. */
  versions: number;
  /** Requests on their way, which go on; never counted beyond 1,000. */
  open: number;
  /** What people have begun to fill in and not submitted; it goes with a process that goes. */
  drafts: number;
};

/** What `deleteProcess` would do now, to be read before it is done. */
export async function deletePlan(ctx: Ctx, input: DeletePlanInput): Promise<DeletePlan> {
  requirePermission(ctx, 'process.publish');
  const { rows } = await query<{ used: boolean; versions: number; open: number; drafts: number }>({
    name: 'process_delete_plan',
    text: `select exists (select from portal.process_instance i where i.process_id = p.id) as used,
             (select count(*)::int from portal.process_version v where v.process_id = p.id
               and not exists (select from portal.process_instance i where i.process_id = p.id and i.version_id = v.id)) as versions,
             (select count(*)::int from (select from portal.process_instance i where i.process_id = p.id and i.ended_at is null limit 1000) c) as open,
             (select count(*)::int from (select from portal.request_draft d where d.process_id = p.id limit 1000) c) as drafts
           from portal.process p where p.id = $1`,
    values: [input.id],
  });
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  return { outcome: row.used ? 'retired' : 'deleted', versions: row.versions, open: row.open, drafts: row.drafts };
}
