import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '../audit/write';
import { requireUser } from '../auth/require';
import { revokeSessions, tellEnded } from '../auth/session';
import type { Ctx } from '../context';
import { idempotent } from '../idempotent';

/** One session by its id, or all but the one that asks. */
export const EndSessionsInput = z.strictObject({ commandId: z.uuid(), sessionId: z.uuid().optional() });

/** Signs the person who asks out elsewhere, at once. */
export async function endSessions(ctx: Ctx, input: z.infer<typeof EndSessionsInput>): Promise<{ ended: number }> {
  const { userId, sessionId } = requireUser(ctx);
  const done = await idempotent(ctx, 'account.endSessions', input, async (tx) => {
    const ended = await revokeSessions(tx, userId, input.sessionId ? { only: input.sessionId } : { except: sessionId });
    if (input.sessionId && ended === 0) throw new AppError('NOT_FOUND', { path: 'sessionId' });
    if (ended > 0) await writeAudit(tx, ctx, { action: 'session.ended', subjectKind: 'user', subjectId: userId, after: { ended } });
    return { ended };
  });
  tellEnded(userId);
  return done;
}
