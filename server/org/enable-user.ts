import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { commandId } from './inputs';
import { requireAuthorityOver } from './internal/authority';
import { lockRow, type UserRow } from './internal/lock-row';
import { rev } from '@/server/input';

export const EnableUserInput = z.strictObject({ commandId, id: z.uuid(), rev });
type Input = z.infer<typeof EnableUserInput>;

/** Gives a person access again, with the posts and grants of before. */
export async function enableUser(ctx: Ctx, input: Input): Promise<{ rev: number }> {
  requirePermission(ctx, 'user.manage');
  const { id } = input;
  return idempotent(ctx, 'org.enableUser', input, async (tx) => {
    const before = await lockRow<UserRow>(tx, 'user', id, input.rev);
    if (!before.disabled_at) throw new AppError('ALREADY_DONE');
    await requireAuthorityOver(tx, ctx, id);
    await tx.query({ text: 'update portal."user" set disabled_at = null, rev = rev + 1 where id = $1', values: [id] });
    await writeAudit(tx, ctx, {
      action: 'user.enabled',
      subjectKind: 'user',
      subjectId: id,
      before: { name: before.name, login: before.login, disabled: true },
      after: { name: before.name, login: before.login, disabled: false },
    });
    return { rev: before.rev + 1 };
  });
}
