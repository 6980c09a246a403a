import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { sqlState } from '@/server/db/sql-error';
import type { Tx } from '@/server/db/unit-of-work';
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
  /** Absent = as it was; a new one comes last. */
  sortOrder: z.int().min(0).max(10_000).optional(),
});
export type SaveCategoryInput = z.infer<typeof SaveCategoryInput>;

/** Adds a category to the library and the start page, or renames and moves one. */
export function saveCategory(ctx: Ctx, input: SaveCategoryInput): Promise<{ id: string }> {
  requirePermission(ctx, 'process.publish');
  return idempotent(ctx, 'process.saveCategory', input, async (tx) => {
    const id = input.id ?? newId();
    await requireFreeName(tx, input.name, id);
    try {
      const { rowCount } = await tx.query(
        input.id
          ? {
              name: 'category_update',
              text: `update portal.process_category set name_zh = $2, name_en = $3, sort_order = coalesce($4, sort_order), code = coalesce($5, code) where id = $1`,
              values: [id, input.name.zh, input.name.en, input.sortOrder ?? null, input.code ?? null],
            }
          : {
              name: 'category_insert',
              text: `insert into portal.process_category (id, name_zh, name_en, sort_order, code)
                     values ($1, $2, $3, coalesce($4, (select 1 + max(sort_order) from portal.process_category), 0), $5)`,
              values: [id, input.name.zh, input.name.en, input.sortOrder ?? null, input.code ?? `c-${id.slice(-12)}`],
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
      after: { name: { ...input.name }, ...(input.sortOrder === undefined ? {} : { sortOrder: input.sortOrder }) },
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

export const OrderCategoriesInput = z.strictObject({
  commandId: z.uuid(),
  /** All of them, as they are to stand. */
  ids: z.array(z.uuid()).min(1).max(1000),
});
export type OrderCategoriesInput = z.infer<typeof OrderCategoriesInput>;

/** Says in which order categories stand in the library and on the start page. One that was added or deleted meanwhile is CONFLICT_STALE. */
export function orderCategories(ctx: Ctx, input: OrderCategoriesInput): Promise<{ count: number }> {
  requirePermission(ctx, 'process.publish');
  return idempotent(ctx, 'process.orderCategories', input, async (tx) => {
    const { rows } = await tx.query<{ id: string }>({
      name: 'category_ids',
      text: 'select id from portal.process_category for update',
      values: [],
    });
    const ids = new Set(input.ids);
    if (ids.size !== input.ids.length || rows.length !== ids.size || rows.some(({ id }) => !ids.has(id)))
      throw new AppError('CONFLICT_STALE');
    await tx.query({
      name: 'category_order',
      text: `update portal.process_category c set sort_order = o.position from unnest($1::uuid[]) with ordinality o (id, position)
             where c.id = o.id and c.sort_order <> o.position`,
      values: [input.ids],
    });
    await writeAudit(tx, ctx, {
      action: 'category.moved',
      subjectKind: 'category',
      subjectId: input.ids[0] ?? '',
      after: { ids: input.ids },
    });
    return { count: input.ids.length };
  });
}

export const DisableCategoryInput = z.strictObject({ commandId: z.uuid(), id: z.uuid(), disabled: z.boolean() });
export type DisableCategoryInput = z.infer<typeof DisableCategoryInput>;

/** Takes a category out of use or back into it; what it holds stays in it, and stands among the others on the start page meanwhile. */
export function disableCategory(ctx: Ctx, input: DisableCategoryInput): Promise<{ id: string }> {
  requirePermission(ctx, 'process.publish');
  return idempotent(ctx, 'process.disableCategory', input, async (tx) => {
    const { rows } = await tx.query<{ disabled: boolean }>({
      name: 'category_lock',
      text: 'select disabled_at is not null as disabled from portal.process_category where id = $1 for update',
      values: [input.id],
    });
    if (!rows[0]) throw new AppError('NOT_FOUND');
    if (rows[0].disabled === input.disabled) throw new AppError('STATE_CONFLICT');
    await tx.query({
      name: 'category_disable',
      text: 'update portal.process_category set disabled_at = case when $2 then now() end where id = $1',
      values: [input.id, input.disabled],
    });
    await writeAudit(tx, ctx, {
      action: input.disabled ? 'category.disabled' : 'category.enabled',
      subjectKind: 'category',
      subjectId: input.id,
    });
    return { id: input.id };
  });
}

// helpers //////////////////////

/** Two of one name could not be told apart where a process is put into one. */
async function requireFreeName(tx: Tx, name: { zh: string; en: string }, id: string): Promise<void> {
  const { rowCount } = await tx.query({
    name: 'category_name_taken',
    text: `select from portal.process_category where id <> $1 and (lower(name_zh) = lower($2) or ($3 <> '' and lower(name_en) = lower($3))) limit 1`,
    values: [id, name.zh, name.en],
  });
  if ((rowCount ?? 0) > 0) throw new AppError('NAME_TAKEN', { path: 'name' });
}
