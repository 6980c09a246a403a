import { writeAudit } from '../audit/write';
import type { Ctx } from '../context';
import { withTransaction } from '../db/unit-of-work';
import { requireUser } from './require';
import { revokeSessions, tellEnded } from './session';

/** Ends the session that asks. */
export async function signOut(ctx: Ctx): Promise<void> {
  const { userId, sessionId } = requireUser(ctx);
  await withTransaction(async (tx) => {
    const ended = await revokeSessions(tx, userId, { only: sessionId });
    if (ended > 0) await writeAudit(tx, ctx, { action: 'session.ended', subjectKind: 'user', subjectId: userId, after: { sessionId } });
  });
  tellEnded(userId);
}
