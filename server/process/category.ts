import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { sqlState } from '@/server/db/sql-error';
import { idempotent } from '@/server/idempotent';
import { line } from '@/server/input';

export const SaveCategoryInput = z.strictObject({
  commandId: z.uuid(),
  /** Absent = a new one. */
  id: z.uuid().optional(),
  name: z.strictObject({ zh: line(60, 1), en: line(60) }),
  /** Stable name for imports; made up when absent. */
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,40}$/)
    .optional(),
  sortOrder: z.int().min(0).max(10_000).default(0),
});
export type SaveCategoryInput = z.infer<typeof SaveCategoryInput>;

/** Adds a category to the library and the start page, or renames and moves one. */
export function saveCategory(ctx: Ctx, input: SaveCategoryInput): Promise<{ id: string }> {
  requirePermission(ctx, 'process.publish');
  return idempotent(ctx, 'process.saveCategory', input, async (tx) => {
    const id = input.id ?? newId();
    try {
      const { rowCount } = await tx.query(
        input.id
          ? {
              name: 'category_update',
              text: 'update portal.process_category set name_zh = $2, name_en = $3, sort_order = $4, code = coalesce($5, code) where id = $1',
              values: [id, input.name.zh, input.name.en, input.sortOrder, input.code ?? null],
            }
          : {
              name: 'category_insert',
              text: 'insert into portal.process_category (id, name_zh, name_en, sort_order, code) values ($1, $2, $3, $4, $5)',
              values: [id, input.name.zh, input.name.en, input.sortOrder, input.code ?? `c-${id.slice(-12)}`],
            },
      );
      if (rowCount === 0) throw new AppError('NOT_FOUND');
    } catch (error) {
      if (sqlState(error) === '23505') throw new AppError('NAME_TAKEN', { path: 'code' });
      throw error;
    }
    await writeAudit(tx, ctx, {
      action: input.id ? 'category.changed' : 'category.added',
      subjectKind: 'category',
      subjectId: id,
      after: { name: { ...input.name }, sortOrder: input.sortOrder },
    });
    return { id };
  });
}

export const DeleteCategoryInput = z.strictObject({ commandId: z.uuid(), id: z.uuid() });
export type DeleteCategoryInput = z.infer<typeof DeleteCategoryInput>;

/** Deletes a category that holds no process. */
export function deleteCategory(ctx: Ctx, input: DeleteCategoryInput): Promise<{ id: string }> {
  requirePermission(ctx, 'process.publish');
  return idempotent(ctx, 'process.deleteCategory', input, async (tx) => {
    try {
      const { rowCount } = await tx.query({
        name: 'category_delete',
        text: 'delete from portal.process_category where id = $1',
        values: [input.id],
      });
      if (rowCount === 0) throw new AppError('NOT_FOUND');
    } catch (error) {
      if (sqlState(error) === '23503') throw new AppError('IN_USE');
      throw error;
    }
    await writeAudit(tx, ctx, { action: 'category.deleted', subjectKind: 'category', subjectId: input.id });
    return { id: input.id };
  });
}
