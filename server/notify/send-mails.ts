import { query } from '@/server/db/client';
import { backoffSeconds } from '@/server/jobs/backoff';
import { log } from '@/server/log';
import { mailTransport } from './mail-transport';

type ClaimedMail = { id: string; to_address: string; subject: string; text: string; html: string; attempts: number };

const MAX_ATTEMPTS = 8;
const BASE_SECONDS = 30;

/** Sends what is ready, at least once, always with the same Message-ID so that a receiver can drop a repeat. Returns how many were taken. */
export async function sendReadyMails(limit: number): Promise<number> {
  const transport = mailTransport();
  if (!transport) return 0;
  const { rows } = await query<ClaimedMail>({
    name: 'mail_claim',
    text: `update portal.mail m set lease_until = now() + interval '60 s', attempts = m.attempts + 1
           from (select id from portal.mail where status = 'ready' and run_at <= now() and (lease_until is null or lease_until < now())
                 order by run_at limit $1 for update skip locked) due
           where m.id = due.id returning m.id, m.to_address, m.subject, m.text, m.html, m.attempts`,
    values: [limit],
  });
  for (const mail of rows) await sendOne(mail, transport);
  return rows.length;
}

// helpers //////////////////////

async function sendOne(mail: ClaimedMail, transport: NonNullable<ReturnType<typeof mailTransport>>): Promise<void> {
  try {
    await transport.sender.sendMail({
      from: transport.from,
      to: { name: '', address: mail.to_address },
      envelope: { from: transport.address, to: [mail.to_address] },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${transport.address.split('@')[1] ?? 'vermilion'}>`,
    });
    await query({
      name: 'mail_sent',
      text: `update portal.mail set status = 'sent', sent_at = now(), lease_until = null where id = $1`,
      values: [mail.id],
    });
  } catch (error) {
    const dead = mail.attempts >= MAX_ATTEMPTS;
    log.warn({ err: error, mail: mail.id, attempts: mail.attempts, dead }, 'mail not sent');
    await query({
      name: 'mail_failed',
      text: `update portal.mail set status = $2, last_error = $3, lease_until = null, run_at = now() + make_interval(secs => $4) where id = $1`,
      values: [mail.id, dead ? 'dead' : 'ready', String(error).slice(0, 500), backoffSeconds(mail.attempts, BASE_SECONDS, Math.random())],
    });
  }
}
