import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import type { NoticeKind } from '@/server/engine/core/event';
import { idempotent } from '@/server/idempotent';
import { mailTransport } from './mail-transport';

/** In the order in which the settings page shows them. */
export const noticeKinds = [
  'assigned',
  'offered',
  'transferred',
  'urged',
  'dueSoon',
  'overdue',
  'toRead',
  'returned',
  'rejected',
  'completed',
  'withdrawn',
  'terminated',
  'expired',
  'commented',
  'mentioned',
  'incident',
] as const satisfies readonly NoticeKind[];

export type NoticeSetting = { kind: NoticeKind; inApp: boolean; mail: boolean };
/** Mails reach the reader only when the portal has a mail server and the reader an address. */
export type NoticeSettings = { mail: 'on' | 'noServer' | 'noAddress'; kinds: readonly NoticeSetting[] };

/** The reader's choice per kind; what was never chosen is on for both channels. */
export async function getNoticeSettings(ctx: Ctx): Promise<NoticeSettings> {
  const { userId } = requireUser(ctx);
  const { rows } = await query<{ email: string | null; stored: { kind: string; in_app: boolean; mail: boolean }[] }>({
    name: 'notice_settings',
    text: `select u.email, coalesce((select jsonb_agg(s) from portal.notice_setting s where s.user_id = u.id), '[]') as stored
           from portal."user" u where u.id = $1`,
    values: [userId],
  });
  const stored = new Map(rows[0]?.stored.map((row) => [row.kind, row]));
  return {
    mail: mailTransport() ? (rows[0]?.email ? 'on' : 'noAddress') : 'noServer',
    kinds: noticeKinds.map((kind) => ({ kind, inApp: stored.get(kind)?.in_app ?? true, mail: stored.get(kind)?.mail ?? true })),
  };
}

export const SetNoticeSettingInput = z.strictObject({
  commandId: z.uuid(),
  kind: z.enum(noticeKinds),
  inApp: z.boolean(),
  mail: z.boolean(),
});
export type SetNoticeSettingInput = z.infer<typeof SetNoticeSettingInput>;

/** Chooses the channels of one kind of notice. */
export function setNoticeSetting(ctx: Ctx, input: SetNoticeSettingInput): Promise<NoticeSetting> {
  const { userId } = requireUser(ctx);
  return idempotent(ctx, 'notice.setSetting', input, async (tx) => {
    await tx.query({
      name: 'notice_setting_put',
      text: `insert into portal.notice_setting (user_id, kind, in_app, mail) values ($1, $2, $3, $4)
             on conflict (user_id, kind) do update set in_app = excluded.in_app, mail = excluded.mail`,
      values: [userId, input.kind, input.inApp, input.mail],
    });
    return { kind: input.kind, inApp: input.inApp, mail: input.mail };
  });
}
