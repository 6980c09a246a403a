import { z } from 'zod';
import { newId } from '@/lib/id';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { commandId, named, workGroupDays } from './inputs';
import { requireOrder } from './internal/require-order';
import { refuseTaken } from './internal/taken';
import { writeMembers } from './internal/write-members';

export const CreateWorkGroupInput = z.strictObject({
  commandId,
  ...named,
  ...workGroupDays,
  userIds: z.array(z.uuid()).max(500).default([]),
});
type Input = z.infer<typeof CreateWorkGroupInput>;

/** Adds a work group with its members, for certain days or without an end. */
export async function createWorkGroup(ctx: Ctx, input: Input): Promise<{ id: string; rev: number }> {
  requirePermission(ctx, 'org.manage');
  requireOrder(input);
  const { code, nameZh, nameEn, startsOn, endsOn, userIds } = input;
  return idempotent(ctx, 'org.createWorkGroup', input, async (tx) => {
    const id = newId();
    await tx.query({
      text: 'insert into portal.work_group (id, code, name_zh, name_en, starts_on, ends_on) values ($1, $2, $3, $4, $5, $6)',
      values: [id, code, nameZh, nameEn, startsOn, endsOn],
    });
    await writeMembers(tx, id, userIds);
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, {
      action: 'workGroup.created',
      subjectKind: 'workGroup',
      subjectId: id,
      after: { code, nameZh, nameEn, startsOn, endsOn, userIds },
    });
    return { id, rev: 1 };
  }).catch(refuseTaken);
}
