import { AppError } from '@/lib/errors';
import type { Tx } from '@/server/db/unit-of-work';

/** Refuses a category that is not there (any more) or takes in nothing further, unless the process is in it already; it stays until the transaction has ended. */
export async function requireCategory(tx: Tx, categoryId: string | null | undefined, processId: string | null = null): Promise<void> {
  if (!categoryId) return;
  const { rowCount } = await tx.query({
    name: 'process_category_there',
    text: `select from portal.process_category c where c.id = $1
             and (c.disabled_at is null or exists (select from portal.process p where p.id = $2 and p.category_id = c.id)) for key share of c`,
    values: [categoryId, processId],
  });
  if (rowCount === 0) throw new AppError('FIELD_REF', { path: 'categoryId' });
}
