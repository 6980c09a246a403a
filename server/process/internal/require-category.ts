import { AppError } from '@/lib/errors';
import type { Tx } from '@/server/db/unit-of-work';

/** Refuses a category that is not there (any more); it stays until the transaction has ended. */
export async function requireCategory(tx: Tx, categoryId: string | null | undefined): Promise<void> {
  if (!categoryId) return;
  const { rowCount } = await tx.query({
    name: 'process_category_there',
    text: 'select from portal.process_category where id = $1 for key share',
    values: [categoryId],
  });
  if (rowCount === 0) throw new AppError('FIELD_REF', { path: 'categoryId' });
}
