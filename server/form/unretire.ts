import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';

export const UnretireFormInput = z.strictObject({ commandId: z.uuid(), id: z.uuid() });
export type UnretireFormInput = z.infer<typeof UnretireFormInput>;

/** Takes a retired form back into use, with its versions and everything that was written into it. */
export async function unretireForm(ctx: Ctx, input: UnretireFormInput): Promise<{ id: string }> {
  requirePermission(ctx, 'form.design');
  return idempotent(ctx, 'form.unretire', input, async (tx) => {
    const { rowCount } = await tx.query({
      name: 'form_unretire',
      text: 'update portal.form set retired_at = null where id = $1 and retired_at is not null',
      values: [input.id],
    });
    if (rowCount === 0) throw new AppError('NOT_FOUND');
    await writeAudit(tx, ctx, { action: 'form.unretired', subjectKind: 'form', subjectId: input.id });
    return { id: input.id };
  });
}
