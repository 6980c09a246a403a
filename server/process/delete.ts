import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { ownedProcess } from './owned';

export const DeleteProcessInput = z.strictObject({ commandId: z.uuid(), id: z.uuid() });
export type DeleteProcessInput = z.infer<typeof DeleteProcessInput>;

/** Deletes what no instance needs: unused versions, and the process itself with the drafts of requests when nobody ever used it; else it is retired, and what runs goes on. */
export function deleteProcess(ctx: Ctx, input: DeleteProcessInput): Promise<{ outcome: 'deleted' | 'retired'; versionsDeleted: number }> {
  requirePermission(ctx, 'process.publish');
  return idempotent(ctx, 'process.delete', input, async (tx) => {
    await ownedProcess(ctx, tx, input.id);
    const { rows } = await tx.query<{ name_zh: string }>({
      name: 'process_for_delete',
      text: 'select name_zh from portal.process where id = $1 for update',
      values: [input.id],
    });
    const process = rows[0];
    if (!process) throw new AppError('NOT_FOUND');
    const { rows: used } = await tx.query({
      name: 'process_used',
      text: 'select 1 from portal.process_instance where process_id = $1 limit 1',
      values: [input.id],
    });
    const { rowCount } = await tx.query({
      name: 'process_delete_versions',
      text: 'delete from portal.process_version v where v.process_id = $1 and not exists (select from portal.process_instance i where i.process_id = $1 and i.version_id = v.id)',
      values: [input.id],
    });
    const outcome = used.length === 0 ? 'deleted' : 'retired';
    if (outcome === 'deleted') {
      await tx.query({ name: 'process_delete_drafts', text: 'delete from portal.request_draft where process_id = $1', values: [input.id] });
      await tx.query({ name: 'process_delete_favourites', text: 'delete from portal.favourite where process_id = $1', values: [input.id] });
      await tx.query({ name: 'process_delete', text: 'delete from portal.process where id = $1', values: [input.id] });
    } else {
      await tx.query({
        name: 'process_retire',
        text: 'update portal.process p set retired_at = now(), latest_version_id = (select v.id from portal.process_version v where v.process_id = p.id order by v.no desc limit 1) where id = $1',
        values: [input.id],
      });
    }
    await writeAudit(tx, ctx, {
      action: `process.${outcome}`,
      subjectKind: 'process',
      subjectId: input.id,
      before: { name: process.name_zh },
    });
    return { outcome, versionsDeleted: rowCount ?? 0 };
  });
}
