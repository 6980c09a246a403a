import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { commandId, reason } from './inputs';
import { lockRow, type RoleRow, tableOf } from './internal/lock-row';
import { lockTree } from './internal/tree-lock';
import { usageOf } from './internal/usage';
import { rev } from '@/server/input';

export const structureKinds = ['department', 'position', 'role', 'workGroup'] as const;
export const DisableRecordInput = z.strictObject({ commandId, kind: z.enum(structureKinds), id: z.uuid(), rev, reason });
type Input = z.infer<typeof DisableRecordInput>;

/**
 * Takes a department, position, role or work group out of use: no rule finds anybody through it. Refused with IN_USE while people,
 * sub-departments, roles or processes lean on it; the issues name them.
 */
export async function disableRecord(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { kind, id } = input;
  return idempotent(ctx, 'org.disableRecord', input, async (tx) => {
    if (kind === 'department') await lockTree(tx);
    const before = await lockRow<RoleRow>(tx, kind, id, input.rev);
    if (before.disabled_at) throw new AppError('ALREADY_DONE');
    const usage = await usageOf(tx, kind, id);
    if (usage.length > 0) {
      throw new AppError('IN_USE', {
        issues: usage.map(({ what, count, names }) => ({ code: 'IN_USE', path: what, params: { count, names: names.join('、') } })),
      });
    }
    await tx.query({
      text: `update ${tableOf(kind)} set disabled_at = $2, rev = rev + 1 where id = $1`,
      values: [id, ctx.now().toISOString()],
    });
    await writeAudit(tx, ctx, {
      action: `${kind}.disabled`,
      subjectKind: kind,
      subjectId: id,
      before: { code: before.code, nameZh: before.name_zh, disabled: false },
      after: { code: before.code, nameZh: before.name_zh, disabled: true },
      reason: input.reason || null,
    });
    return { rev: before.rev + 1 };
  });
}
