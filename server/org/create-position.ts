import { z } from 'zod';
import { newId } from '@/lib/id';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { commandId, named, rank } from './inputs';
import { refuseTaken } from './internal/taken';

export const CreatePositionInput = z.strictObject({ commandId, ...named, rank });
type Input = z.infer<typeof CreatePositionInput>;

/** Adds a position with its rank; 1 is the highest. */
export async function createPosition(ctx: Ctx, input: Input): Promise<{ id: string; rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { commandId: _, ...after } = input;
  return idempotent(ctx, 'org.createPosition', input, async (tx) => {
    const id = newId();
    await tx.query({
      text: 'insert into portal.position (id, code, name_zh, name_en, rank) values ($1, $2, $3, $4, $5)',
      values: [id, after.code, after.nameZh, after.nameEn, after.rank],
    });
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, { action: 'position.created', subjectKind: 'position', subjectId: id, after });
    return { id, rev: 1 };
  }).catch(refuseTaken);
}
