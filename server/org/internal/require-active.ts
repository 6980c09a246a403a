import { AppError } from '@/lib/errors';
import type { Tx } from '@/server/db/unit-of-work';
import { type Lockable, tableOf } from './lock-row';

/** Refuses a person who does not exist or is disabled. */
export function requireActiveUser(tx: Tx, id: string, path: string): Promise<void> {
  return requireActive(tx, 'user', { ids: [id], path });
}

/** Refuses records that do not exist or are disabled; the share lock keeps them enabled until this transaction ends. */
export async function requireActive(tx: Tx, kind: Lockable, { ids, path }: { ids: readonly string[]; path: string }): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const { rows } = await tx.query<{ id: string }>({
    text: `select id from ${tableOf(kind)} where id = any($1::uuid[]) and disabled_at is null order by id for share`,
    values: [wanted],
  });
  if (rows.length !== wanted.length) throw new AppError('FIELD_REF', { path });
}
