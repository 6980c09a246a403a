import { z } from 'zod';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { type Usage, usageOf } from './internal/usage';
import { orgKindSchema } from './org-option';

export const RecordUsageInput = z.strictObject({ kind: orgKindSchema, id: z.uuid() });

/** What leans on a record, to be read before it is disabled. */
export async function recordUsage(ctx: Ctx, { kind, id }: z.infer<typeof RecordUsageInput>): Promise<readonly Usage[]> {
  requirePermission(ctx, kind === 'user' ? 'user.manage' : 'org.manage');
  return usageOf({ query }, kind, id);
}
