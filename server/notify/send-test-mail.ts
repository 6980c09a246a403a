import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { writeAudit } from '@/server/audit/write';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { idempotent } from '@/server/idempotent';
import { requireMailKeeper } from './mail-state';
import { mailTransport } from './mail-transport';
import { renderTestMail } from './render-mail';

export const SendTestMailInput = z.strictObject({ commandId: z.uuid() });

/** Puts a mail to the person who asks into the queue, the way every other one goes. */
export async function sendTestMail(ctx: Ctx, input: z.infer<typeof SendTestMailInput>): Promise<{ address: string }> {
  requireMailKeeper(ctx);
  const { userId } = requireUser(ctx);
  if (!mailTransport()) throw new AppError('STATE_CONFLICT', { params: { reason: 'mailOff' } });
  const { rows } = await query<{ email: string | null }>({
    name: 'mail_own_address',
    text: 'select email from portal."user" where id = $1',
    values: [userId],
  });
  const address = rows[0]?.email;
  if (!address) throw new AppError('FIELD_REQUIRED', { path: 'email' });
  return idempotent(ctx, 'notice.sendTestMail', input, async (tx) => {
    const { subject, text, html } = renderTestMail(ctx.locale);
    await tx.query({
      text: `insert into portal.mail (id, user_id, to_address, subject, text, html, status, run_at) values ($1, $2, $3, $4, $5, $6, 'ready', now())`,
      values: [newId(), userId, address, subject, text, html],
    });
    await writeAudit(tx, ctx, { action: 'mail.tested', subjectKind: 'installation', subjectId: 'mail', after: { address } });
    return { address };
  });
}
