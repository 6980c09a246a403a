import { newId } from '@/lib/id';
import type { Locale } from '@/lib/json';
import type { Tx } from '@/server/db/unit-of-work';
import { mailTransport } from './mail-transport';
import { renderMail } from './render-mail';
import type { NoticeMessage } from './outbox-message';

type Recipient = { id: string; email: string | null; locale: Locale; muted: readonly { kind: string; inApp: boolean; mail: boolean }[] };

/**
 * Writes the in-app notices and the mails of these messages, by each recipient's settings and in each one's language. Disabled users get
 * none; without a mail server no mail is written, so that none goes out late once there is one.
 */
export async function addNotices(tx: Tx, messages: readonly NoticeMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const recipients = await loadRecipients(tx, [...new Set(messages.flatMap((m) => m.notice.userIds))]);
  const isMailOn = mailTransport() !== null;
  const notices: object[] = [];
  const mails: object[] = [];
  for (const message of messages) {
    for (const userId of new Set(message.notice.userIds)) {
      const recipient = recipients.get(userId);
      if (!recipient) continue;
      const setting = recipient.muted.find((row) => row.kind === message.notice.kind) ?? { inApp: true, mail: true };
      if (setting.inApp) notices.push(noticeRow(userId, message));
      if (isMailOn && setting.mail && recipient.email) mails.push(mailRow(recipient, recipient.email, message));
    }
  }
  if (notices.length > 0) await tx.query({ name: 'notice_insert', text: INSERT_NOTICES, values: [JSON.stringify(notices)] });
  if (mails.length > 0) await tx.query({ name: 'mail_insert', text: INSERT_MAILS, values: [JSON.stringify(mails)] });
}

// helpers //////////////////////

async function loadRecipients(tx: Tx, userIds: readonly string[]): Promise<Map<string, Recipient>> {
  const { rows } = await tx.query<Recipient>({
    name: 'notice_recipients',
    text: `select u.id, u.email, u.locale,
             coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'inApp', s.in_app, 'mail', s.mail))
                       from portal.notice_setting s where s.user_id = u.id), '[]') as muted
           from portal."user" u where u.id = any($1::uuid[]) and u.disabled_at is null`,
    values: [userIds],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

function noticeRow(userId: string, message: NoticeMessage) {
  return {
    id: newId(),
    user_id: userId,
    kind: message.notice.kind,
    root_instance_id: message.rootInstanceId,
    work_item_id: message.notice.workItemId,
    params: {
      ...message.notice.params,
      ...(message.elementNameEn && { elementNameEn: message.elementNameEn }),
      title: message.title,
      number: message.number,
      actor: message.actorName,
      ...(message.actorNameEn && { actorEn: message.actorNameEn }),
    },
  };
}

function mailRow(recipient: Recipient, address: string, message: NoticeMessage) {
  return { id: newId(), user_id: recipient.id, to_address: address, ...renderMail(recipient.locale, message) };
}

const INSERT_NOTICES = `
insert into portal.notice (id, user_id, kind, root_instance_id, work_item_id, params)
select id, user_id, kind, root_instance_id, work_item_id, params
from jsonb_to_recordset($1::jsonb) as r(id uuid, user_id uuid, kind text, root_instance_id uuid, work_item_id uuid, params jsonb)`;

const INSERT_MAILS = `
insert into portal.mail (id, user_id, to_address, subject, text, html, status, run_at)
select id, user_id, to_address, subject, text, html, 'ready', now()
from jsonb_to_recordset($1::jsonb) as r(id uuid, user_id uuid, to_address text, subject text, text text, html text)`;
