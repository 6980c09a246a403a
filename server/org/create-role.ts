import { z } from 'zod';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { writeAudit } from '@/server/audit/write';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { writeSearchKeys } from '@/server/search/write-keys';
import { commandId, named } from './inputs';
import { refuseTaken } from './internal/taken';
import { writeRoleLines } from './internal/write-role-lines';
import { roleLineSchema } from './role-line';

export const CreateRoleInput = z.strictObject({ commandId, ...named, lines: z.array(roleLineSchema).max(200).default([]) });
type Input = z.infer<typeof CreateRoleInput>;

/** Adds a role with the lines that say who plays it. */
export async function createRole(ctx: Ctx, input: Input): Promise<{ id: string; rev: number }> {
  requirePermission(ctx, 'org.manage');
  const { code, nameZh, nameEn, lines } = input;
  return idempotent(ctx, 'org.createRole', input, async (tx) => {
    const id = newId();
    await tx.query({
      text: 'insert into portal.role (id, code, name_zh, name_en) values ($1, $2, $3, $4)',
      values: [id, code, nameZh, nameEn],
    });
    await writeRoleLines(tx, id, lines);
    await writeSearchKeys(tx);
    await writeAudit(tx, ctx, {
      action: 'role.created',
      subjectKind: 'role',
      subjectId: id,
      after: { code, nameZh, nameEn, lines: lines.map((line): Json => ({ ...line })) },
    });
    return { id, rev: 1 };
  }).catch(refuseTaken);
}
