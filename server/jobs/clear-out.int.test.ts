import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { addUser, countRows } from '@/test/portal';
import { clearOut } from './clear-out';

const DAY = 86_400_000;
afterEach(() => vi.unstubAllEnvs());

/** An id as it was made at that time. */
const idAt = (at: Date) => `${at.getTime().toString(16).padStart(12, '0').replace(/^.{8}/, '$&-')}${newId().slice(13)}`;

/** Rows as they were written so many days ago, with the ids of that time. */
async function writtenAgo(days: number, times = 1): Promise<void> {
  const { id: userId } = await addUser('reader');
  const at = new Date(Date.now() - days * DAY);
  const ids = Array.from({ length: times }, () => idAt(at));
  const others = { dead: [idAt(at)], ready: [idAt(at)] };
  for (const [status, mailIds] of Object.entries({ sent: ids, ...others }))
    await query({
      text: `insert into portal.mail (id, user_id, to_address, subject, text, html, status, run_at, created_at)
             select id, $2, 'a@b.example', '', '', '', $3, $4, $4 from unnest($1::uuid[]) as x(id)`,
      values: [mailIds, userId, status, at],
    });
  await query({
    text: `insert into portal.notice (id, user_id, kind, params, created_at) select id, $2, 'assigned', '{}', $3 from unnest($1::uuid[]) as x(id)`,
    values: [ids, userId, at],
  });
  await query({
    text: `insert into portal.command_log (command_id, verb, request_hash, at) values (gen_random_uuid(), 'x', '', $1)`,
    values: [at],
  });
  await query({
    text: `insert into portal.session (id, user_id, created_at, expires_at, revoked_at) values ($1, $2, $3::timestamptz, $3::timestamptz + interval '1 day', null)`,
    values: [ids[0], userId, at],
  });
}

const left = async () => ({
  sent: await countRows('mail', `status = 'sent'`),
  dead: await countRows('mail', `status = 'dead'`),
  ready: await countRows('mail', `status = 'ready'`),
  notices: await countRows('notice'),
  answers: await countRows('command_log'),
  sessions: await countRows('session'),
});

describe('old rows', () => {
  it('go when their time is over, however many there are, and what still waits stays', async () => {
    // given: more than one batch, and what is just young enough
    await writtenAgo(400, 1_100);
    await writtenAgo(100);
    await writtenAgo(29);
    // when
    await Promise.all([clearOut(), clearOut()]);
    // then
    expect(await left()).toEqual({ sent: 1, dead: 1, ready: 3, notices: 2, answers: 1, sessions: 1 });
    expect(await clearOut()).toBe(0);
  });

  it('are kept for as long as the installation says, for ever at 0', async () => {
    vi.stubEnv('VERMILION_KEEP_MAIL_DAYS', '0');
    vi.stubEnv('VERMILION_KEEP_NOTICES_DAYS', '10');
    await writtenAgo(4_000);
    const before = await left();
    await clearOut();
    expect(await left()).toMatchObject({ sent: before.sent, notices: 0 });
    vi.stubEnv('VERMILION_KEEP_MAIL_DAYS', 'a month');
    await expect(clearOut()).rejects.toThrow('VERMILION_KEEP_MAIL_DAYS');
  });
});
