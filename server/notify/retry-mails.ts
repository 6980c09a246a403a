import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { writeAudit } from '@/server/audit/write';
import type { Ctx } from '@/server/context';
import { idempotent } from '@/server/idempotent';
import { requireMailKeeper } from './mail-state';
import { mailTransport } from './mail-transport';

export const RetryMailsInput = z.strictObject({ commandId: z.uuid() });

/** Sends every mail that failed or waits for its next try at once, as if for the first time. */
export async function retryMails(ctx: Ctx, input: z.infer<typeof RetryMailsInput>): Promise<{ mails: number }> {
  requireMailKeeper(ctx);
  if (!mailTransport()) throw new AppError('STATE_CONFLICT', { params: { reason: 'mailOff' } });
  return idempotent(ctx, 'notice.retryMails', input, async (tx) => {
    const { rowCount } = await tx.query({
      text: `update portal.mail set status = 'ready', attempts = 0, run_at = now()
             where status = 'dead' or (status = 'ready' and last_error is not null and (lease_until is null or lease_until < now()))`,
    });
    const mails = rowCount ?? 0;
    await writeAudit(tx, ctx, { action: 'mail.retried', subjectKind: 'installation', subjectId: 'mail', after: { mails } });
    return { mails };
  });
}
