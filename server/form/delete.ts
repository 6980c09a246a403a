import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';

export const DeleteFormInput = z.strictObject({ commandId: z.uuid(), id: z.uuid() });
export type DeleteFormInput = z.infer<typeof DeleteFormInput>;

/** Deletes a form that was never published; retires one that was, since its table keeps what people wrote. One that a live process uses stays: FORM_IN_USE. */
export function deleteForm(ctx: Ctx, input: DeleteFormInput): Promise<{ outcome: 'deleted' | 'retired' }> {
  requirePermission(ctx, 'form.design');
  return idempotent(ctx, 'form.delete', input, async (tx) => {
    const { rows } = await tx.query<{ latest_version_id: string | null; name_zh: string; used: string | null }>({
      name: 'form_for_delete',
      text: `select f.latest_version_id, f.name_zh, (select p.name_zh from portal.process p where p.form_id = f.id and p.retired_at is null limit 1) as used
             from portal.form f where f.id = $1 and f.retired_at is null for update of f`,
      values: [input.id],
    });
    const form = rows[0];
    if (!form) throw new AppError('NOT_FOUND');
    if (form.used !== null) throw new AppError('FORM_IN_USE', { params: { process: form.used } });
    const outcome = form.latest_version_id === null ? 'deleted' : 'retired';
    await tx.query(
      outcome === 'deleted'
        ? { name: 'form_delete', text: 'delete from portal.form where id = $1', values: [input.id] }
        : { name: 'form_retire', text: 'update portal.form set retired_at = now() where id = $1', values: [input.id] },
    );
    await writeAudit(tx, ctx, { action: `form.${outcome}`, subjectKind: 'form', subjectId: input.id, before: { name: form.name_zh } });
    return { outcome };
  });
}
