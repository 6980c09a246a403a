import { AppError } from '@/lib/errors';
import { can } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { mailTransport } from './mail-transport';

export type MailFailure = {
  id: string;
  recipient: { name: string; nameEn: string } | null;
  address: string;
  attempts: number;
  error: string;
  createdAt: string;
  /** Null when it is not tried again by itself. */
  nextTryAt: string | null;
};

export type MailState = {
  /** Host and port, or null when no mail server is configured. */
  server: string | null;
  from: string | null;
  lastSentAt: string | null;
  /** Counted up to 1,000. */
  waiting: number;
  failed: number;
  failures: readonly MailFailure[];
};

const CAP = 1_000;
const SHOWN = 50;

/** Whether mails go out, and which did not. Subjects stay with their readers: they are titles of requests. */
export async function mailState(ctx: Ctx): Promise<MailState> {
  requireMailKeeper(ctx);
  const transport = mailTransport();
  const [counted, failures] = await Promise.all([
    query<{ waiting: number; failed: number; last_sent_at: string | null }>({
      name: 'mail_state',
      text: `select (select count(*)::int from (select 1 from portal.mail where status = 'ready' limit $1) capped) as waiting,
                    (select count(*)::int from (select 1 from portal.mail where status = 'dead' limit $1) capped) as failed,
                    (select sent_at from portal.mail where status = 'sent' order by id desc limit 1) as last_sent_at`,
      values: [CAP],
    }),
    query<FailureRow>({
      name: 'mail_failures',
      text: `select m.id, u.name, u.name_en, m.to_address, m.attempts, m.last_error, m.created_at, case when m.status = 'ready' then m.run_at end as next_try_at
             from portal.mail m left join portal."user" u on u.id = m.user_id
             where m.status in ('ready', 'dead') and m.last_error is not null order by m.id desc limit $1`,
      values: [SHOWN],
    }),
  ]);
  const row = counted.rows[0];
  return {
    server: transport?.server ?? null,
    from: transport?.from ?? null,
    lastSentAt: row?.last_sent_at ?? null,
    waiting: row?.waiting ?? 0,
    failed: row?.failed ?? 0,
    failures: failures.rows.map(view),
  };
}

/** Mail is looked after by who runs the system or its jobs. */
export function requireMailKeeper(ctx: Ctx): void {
  if (!can(ctx, 'system.manage') && !can(ctx, 'job.operate')) throw new AppError('FORBIDDEN', { params: { permission: 'system.manage' } });
}

// helpers //////////////////////

type FailureRow = {
  id: string;
  name: string | null;
  name_en: string | null;
  to_address: string;
  attempts: number;
  last_error: string;
  created_at: string;
  next_try_at: string | null;
};

function view(row: FailureRow): MailFailure {
  return {
    id: row.id,
    recipient: row.name === null ? null : { name: row.name, nameEn: row.name_en ?? '' },
    address: row.to_address,
    attempts: row.attempts,
    error: row.last_error,
    createdAt: row.created_at,
    nextTryAt: row.next_try_at,
  };
}
