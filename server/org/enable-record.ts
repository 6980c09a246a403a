import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { structureKinds } from './disable-record';
import { commandId } from './inputs';
import { type DepartmentRow, lockRow, tableOf } from './internal/lock-row';
import { lockTree } from './internal/tree-lock';
import { rev } from '@/server/input';

export const EnableRecordInput = z.strictObject({ commandId, kind: z.enum(structureKinds), id: z.uuid(), rev });
type Input = z.infer<typeof EnableRecordInput>;

/** Takes a department, position, role or work group into use again; a department only below one that is in use. */
export async function enableRecord(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { kind, id } = input;
  return idempotent(ctx, 'org.enableRecord', input, async (tx) => {
    if (kind === 'department') await lockTree(tx);
    const before = await lockRow<DepartmentRow>(tx, kind, id, input.rev);
    if (!before.disabled_at) throw new AppError('ALREADY_DONE');
    if (kind === 'department' && before.parent_id) {
      const parent = await lockRow<DepartmentRow>(tx, 'department', before.parent_id);
      if (parent.disabled_at) throw new AppError('STATE_CONFLICT', { path: 'parentId' });
    }
    await tx.query({ text: `update ${tableOf(kind)} set disabled_at = null, rev = rev + 1 where id = $1`, values: [id] });
    await writeAudit(tx, ctx, {
      action: `${kind}.enabled`,
      subjectKind: kind,
      subjectId: id,
      before: { code: before.code, nameZh: before.name_zh, disabled: true },
      after: { code: before.code, nameZh: before.name_zh, disabled: false },
    });
    return { rev: before.rev + 1 };
  });
}
