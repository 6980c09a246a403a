import { z } from 'zod';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { requireCategory } from './internal/require-category';
import { ownedProcess } from './owned';

export const SetProcessCategoryInput = z.strictObject({ commandId: z.uuid(), id: z.uuid(), categoryId: z.uuid().nullable() });
export type SetProcessCategoryInput = z.infer<typeof SetProcessCategoryInput>;

/** Puts a process into another category, or into none; its draft and versions stay as they are. */
export function setProcessCategory(ctx: Ctx, input: SetProcessCategoryInput): Promise<{ id: string }> {
  requirePermission(ctx, 'process.publish');
  return idempotent(ctx, 'process.setCategory', input, async (tx) => {
    await ownedProcess(ctx, tx, input.id);
    await requireCategory(tx, input.categoryId, input.id);
    await tx.query({
      name: 'process_set_category',
      text: 'update portal.process set category_id = $2 where id = $1',
      values: [input.id, input.categoryId],
    });
    await writeAudit(tx, ctx, {
      action: 'process.moved',
      subjectKind: 'process',
      subjectId: input.id,
      after: { categoryId: input.categoryId },
    });
    return { id: input.id };
  });
}
