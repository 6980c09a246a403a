import { storable } from '@/lib/storable';
import { query } from '@/server/db/client';
import { backoffSeconds } from '@/server/jobs/backoff';
import { log } from '@/server/log';
import { tellMailDown } from './mail-down';
import { type MailTransport, mailTransport } from './mail-transport';

type ClaimedMail = { id: string; to_address: string; subject: string; text: string; html: string; attempts: number };

/** Under way at the same moment: a receiver whose server takes its time holds up none of the others. */
const LANES = 4;
const MAX_ATTEMPTS = 8;
const BASE_SECONDS = 30;
/** About two minutes after the first failure somebody should know. */
const TELL_AT = 3;

/**
 * Sends what is ready, at least once, always with the same Message-ID so that a receiver can drop a repeat. Returns how many were taken.
 * A few go at the same time; while the server cannot be reached every mail waits, without being tried one by one.
 */
export async function sendReadyMails(limit: number): Promise<number> {
  const transport = mailTransport();
  if (!transport) return 0;
  const { rows } = await query<ClaimedMail>({
    name: 'mail_claim',
    text: `update portal.mail m set lease_until = now() + interval '5 minutes', attempts = m.attempts + 1
           from (select id from portal.mail where status = 'ready' and run_at <= now() and (lease_until is null or lease_until < now())
                 order by run_at limit $1 for update skip locked) due
           where m.id = due.id returning m.id, m.to_address, m.subject, m.text, m.html, m.attempts`,
    values: [limit],
  });
  let unreachable: unknown;
  const left = rows.values();
  const lane = async () => {
    for (const mail of left) {
      if (!(await isStillOurs(mail))) continue;
      const failure = unreachable ?? (await sendOne(mail, transport));
      if (failure === undefined) continue;
      await putOff(mail, failure);
      if (isUnreachable(failure)) unreachable = failure;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return rows.length;
}

// helpers //////////////////////

/** Starts its lease anew: with a slow server the last of a batch waits for longer than that. Whoever took it meanwhile has counted an attempt, and sends it. */
async function isStillOurs(mail: ClaimedMail): Promise<boolean> {
  const { rowCount } = await query({
    name: 'mail_keep',
    text: `update portal.mail set lease_until = now() + interval '5 minutes' where id = $1 and status = 'ready' and attempts = $2`,
    values: [mail.id, mail.attempts],
  });
  return rowCount === 1;
}

/** Gives what went wrong, or nothing. */
async function sendOne(mail: ClaimedMail, transport: MailTransport): Promise<unknown> {
  try {
    await transport.sender.sendMail({
      from: transport.from,
      to: { name: '', address: mail.to_address },
      envelope: { from: transport.address, to: [mail.to_address] },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${transport.address.split('@')[1] ?? 'vermilion'}>`,
      // Nobody wants an absence note as the answer to a notice.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
  } catch (error) {
    return error;
  }
  await query({
    name: 'mail_sent',
    text: `update portal.mail set status = 'sent', sent_at = now(), lease_until = null, last_error = null where id = $1`,
    values: [mail.id],
  });
  return undefined;
}

async function putOff(mail: ClaimedMail, failure: unknown): Promise<void> {
  const isDead = mail.attempts >= MAX_ATTEMPTS || isRefusedForGood(failure);
  const reason = failure instanceof Error ? failure.message : String(failure);
  log.warn({ err: failure, mail: mail.id, attempts: mail.attempts, dead: isDead }, 'mail not sent');
  await query({
    name: 'mail_failed',
    text: `update portal.mail set status = $2, last_error = $3, lease_until = null, run_at = now() + make_interval(secs => $4)
           where id = $1 and status = 'ready' and attempts = $5`,
    values: [
      mail.id,
      isDead ? 'dead' : 'ready',
      storable(reason, 500),
      backoffSeconds(mail.attempts, BASE_SECONDS, Math.random()),
      mail.attempts,
    ],
  });
  if (isDead || mail.attempts === TELL_AT) await tellMailDown(reason);
}

/** The server itself is away or does not let us in: the next mail would fare no better. */
function isUnreachable(failure: unknown): boolean {
  return ['ECONNECTION', 'ECONNREFUSED', 'ETIMEDOUT', 'EDNS', 'ESOCKET', 'ETLS', 'EAUTH'].includes(codeOf(failure));
}

/** The address or the message was refused with a lasting answer (5xx): trying again would change nothing. */
function isRefusedForGood(failure: unknown): boolean {
  const answered = failure instanceof Error && 'responseCode' in failure ? Number(failure.responseCode) : 0;
  return answered >= 500 && ['EENVELOPE', 'EMESSAGE'].includes(codeOf(failure));
}

function codeOf(failure: unknown): string {
  return failure instanceof Error && 'code' in failure ? String(failure.code) : '';
}
