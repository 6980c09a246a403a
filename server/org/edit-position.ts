import { z } from 'zod';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { commandId, named, rank } from './inputs';
import { lockRow, type PositionRow } from './internal/lock-row';
import { refuseTaken } from './internal/taken';
import { rev } from '@/server/input';

export const EditPositionInput = z.strictObject({ commandId, id: z.uuid(), rev, ...named, rank });
type Input = z.infer<typeof EditPositionInput>;

/** Changes a position's code, names and rank; approval chains that run now keep the people they have. */
export async function editPosition(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { id, code, nameZh, nameEn } = input;
  return idempotent(ctx, 'org.editPosition', input, async (tx) => {
    const before = await lockRow<PositionRow>(tx, 'position', id, input.rev);
    await tx.query({
      text: 'update portal.position set code = $2, name_zh = $3, name_en = $4, rank = $5, rev = rev + 1 where id = $1',
      values: [id, code, nameZh, nameEn, input.rank],
    });
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, {
      action: 'position.edited',
      subjectKind: 'position',
      subjectId: id,
      before: { code: before.code, nameZh: before.name_zh, nameEn: before.name_en, rank: before.rank },
      after: { code, nameZh, nameEn, rank: input.rank },
    });
    return { rev: before.rev + 1 };
  }).catch(refuseTaken);
}
