import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { commandId, named } from './inputs';
import { requireActiveUser } from './internal/require-active';
import { type DepartmentRow, lockRow } from './internal/lock-row';
import { refuseTaken } from './internal/taken';
import { lockTree } from './internal/tree-lock';

export const CreateDepartmentInput = z.strictObject({
  commandId,
  ...named,
  parentId: z.uuid().nullable(),
  headId: z.uuid().nullable().default(null),
});
type Input = z.infer<typeof CreateDepartmentInput>;

/** Adds a department as the last one below its parent. */
export async function createDepartment(ctx: Ctx, input: Input): Promise<{ id: string; rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { code, nameZh, nameEn, parentId, headId } = input;
  return idempotent(ctx, 'org.createDepartment', input, async (tx) => {
    await lockTree(tx);
    const parent = parentId === null ? null : await lockRow<DepartmentRow>(tx, 'department', parentId);
    if (parent?.disabled_at) throw new AppError('STATE_CONFLICT', { path: 'parentId' });
    if (headId) await requireActiveUser(tx, headId, 'headId');
    const id = newId();
    await tx.query({
      text: `insert into portal.department (id, code, name_zh, name_en, parent_id, path, head_id, sort_order)
             values ($1, $2, $3, $4, $5, $6, $7, (select coalesce(max(sort_order), -1) + 1 from portal.department where parent_id is not distinct from $5::uuid))`,
      values: [id, code, nameZh, nameEn, parentId, parent ? `${parent.path}/${id}` : id, headId],
    });
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, {
      action: 'department.created',
      subjectKind: 'department',
      subjectId: id,
      after: { code, nameZh, nameEn, parentId, headId },
    });
    return { id, rev: 1 };
  }).catch(refuseTaken);
}
