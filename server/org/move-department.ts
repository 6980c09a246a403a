import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import type { Tx } from '@/server/db/unit-of-work';
import { idempotent } from '@/server/idempotent';
import { commandId } from './inputs';
import { type DepartmentRow, lockRow } from './internal/lock-row';
import { lockTree } from './internal/tree-lock';
import { rev } from '@/server/input';

export const MoveDepartmentInput = z.strictObject({
  commandId,
  id: z.uuid(),
  rev,
  parentId: z.uuid().nullable(),
  /** The sibling before which it stands from now on; without one it is the last. */
  beforeId: z.uuid().nullable().default(null),
});
type Input = z.infer<typeof MoveDepartmentInput>;

/** Puts a department, with all below it, under another one or at another place among its siblings; never below itself. */
export async function moveDepartment(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { id, parentId } = input;
  return idempotent(ctx, 'org.moveDepartment', input, async (tx) => {
    await lockTree(tx);
    const moved = await lockRow<DepartmentRow>(tx, 'department', id, input.rev);
    const parent = parentId === null ? null : await lockRow<DepartmentRow>(tx, 'department', parentId);
    if (parent?.disabled_at && !moved.disabled_at) throw new AppError('STATE_CONFLICT', { path: 'parentId' });
    if (parent && `${parent.path}/`.startsWith(`${moved.path}/`))
      throw new AppError('STATE_CONFLICT', { path: 'parentId', params: { reason: 'cycle' } });
    await rewritePaths(tx, moved, parent ? `${parent.path}/${id}` : id);
    await tx.query({ text: 'update portal.department set parent_id = $2, rev = rev + 1 where id = $1', values: [id, parentId] });
    await placeAmongSiblings(tx, input);
    await writeAudit(tx, ctx, {
      action: 'department.moved',
      subjectKind: 'department',
      subjectId: id,
      before: { name: moved.name_zh, parentId: moved.parent_id, sortOrder: moved.sort_order },
      after: { name: moved.name_zh, parentId, beforeId: input.beforeId },
    });
    return { rev: moved.rev + 1 };
  });
}

// helpers //////////////////////

async function rewritePaths(tx: Tx, moved: DepartmentRow, path: string): Promise<void> {
  if (path === moved.path) return;
  await tx.query({
    text: `update portal.department set path = $2 || substr(path, length($1) + 1) where path ~>=~ $1 and path ~<=~ ($1 || '/~')`,
    values: [moved.path, path],
  });
}

async function placeAmongSiblings(tx: Tx, { id, parentId, beforeId }: Input): Promise<void> {
  const { rows } = await tx.query<{ id: string }>({
    text: 'select id from portal.department where parent_id is not distinct from $1::uuid and id <> $2 order by sort_order, code',
    values: [parentId, id],
  });
  const siblings = rows.map((row) => row.id);
  const at = beforeId === null ? siblings.length : siblings.indexOf(beforeId);
  if (at < 0) throw new AppError('FIELD_REF', { path: 'beforeId' });
  await tx.query({
    text: 'update portal.department d set sort_order = o.n - 1 from unnest($1::uuid[]) with ordinality as o(id, n) where d.id = o.id and d.sort_order <> o.n - 1',
    values: [siblings.toSpliced(at, 0, id)],
  });
}
