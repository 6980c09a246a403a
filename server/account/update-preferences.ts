import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { themes } from '@/lib/preferences';
import { isTimeZone } from '@/lib/zone-offset';
import { writeAudit } from '../audit/write';
import { requireUser } from '../auth/require';
import type { Ctx } from '../context';
import { idempotent } from '../idempotent';

export const UpdatePreferencesInput = z.strictObject({
  commandId: z.uuid(),
  locale: z.enum(['zh', 'en']).optional(),
  theme: z.enum(themes).optional(),
  timeZone: z.string().max(60).optional(),
});

type Input = z.infer<typeof UpdatePreferencesInput>;

/** Changes how the portal looks and speaks to the person who asks. */
export async function updatePreferences(ctx: Ctx, input: Input): Promise<{ ok: true }> {
  const { userId } = requireUser(ctx);
  const { commandId: _, ...changes } = input;
  if (input.timeZone !== undefined && !isZoneName(input.timeZone)) throw new AppError('FIELD_OPTION', { path: 'timeZone' });
  return idempotent(ctx, 'account.updatePreferences', input, async (tx) => {
    await tx.query({
      name: 'account_preferences',
      text: `update portal."user" set locale = coalesce($2, locale), theme = coalesce($3, theme), time_zone = coalesce($4, time_zone) where id = $1`,
      values: [userId, input.locale ?? null, input.theme ?? null, input.timeZone ?? null],
    });
    await writeAudit(tx, ctx, { action: 'user.preferencesChanged', subjectKind: 'user', subjectId: userId, after: changes });
    return { ok: true };
  });
}

/** A name, also one that a browser knows under another spelling; never an offset, which knows no summer time. */
function isZoneName(name: string): boolean {
  return /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(name) && isTimeZone(name);
}
