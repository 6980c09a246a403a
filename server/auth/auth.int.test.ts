import { encode } from 'next-auth/jwt';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { changePassword } from '../account/change-password';
import { endSessions } from '../account/end-sessions';
import { sessions } from '../account/sessions';
import { updatePreferences } from '../account/update-preferences';
import { query } from '../db/client';
import { contextOf } from './current-context';
import { readSession } from './session';
import { signIn } from './sign-in';
import { signOut } from './sign-out';
import { PASSWORD, anonymous, ctxOf, headersOf, makeUser } from './testing';

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = 'a test needs no secret, but one of 32 characters';
});

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => 'passed',
    (error: { code?: string }) => error.code,
  );
const open = (login: string, ip?: string) => signIn(anonymous(ip), { login, password: PASSWORD }, 'Mozilla/5.0 (Windows) Chrome/130');
const trail = async (userId: string) =>
  (
    await query<{ action: string; reason: string | null }>({
      text: 'select action, reason from portal.audit_log where subject_id = $1 order by id',
      values: [userId],
    })
  ).rows;

describe('signing in', () => {
  it('opens a session by login name or e-mail, in any case, and writes it down', async () => {
    // given
    const user = await makeUser('Signer', 'designer');
    // when
    const byName = await open(' signer ');
    const byMail = await open('SIGNER@xinghe.example');
    // then
    expect(await readSession(byName.sessionId)).toMatchObject({ userId: user.id, grants: ['designer'] });
    expect((await readSession(byName.sessionId))?.permissions.has('form.design')).toBe(true);
    expect(byMail.sessionId).not.toBe(byName.sessionId);
    expect((await trail(user.id)).map((row) => row.action)).toEqual(['session.started', 'session.started']);
  });

  it('refuses a wrong password, an unknown name and a disabled account in the same words', async () => {
    // given
    const user = await makeUser('refused');
    const disabled = await makeUser('disabled');
    await query({ text: `update portal."user" set disabled_at = now() where id = $1`, values: [disabled.id] });
    // when
    const attempts = [
      signIn(anonymous(), { login: 'refused', password: 'wrong' }, null),
      signIn(anonymous(), { login: 'nobody', password: PASSWORD }, null),
      open('disabled'),
      signIn(anonymous(), { login: '', password: '' }, null),
    ];
    // then
    expect(await Promise.all(attempts.map(refused))).toEqual(Array(4).fill('SIGN_IN_FAILED'));
    expect(await trail(user.id)).toEqual([{ action: 'session.refused', reason: 'wrong password' }]);
    expect(await trail(disabled.id)).toEqual([{ action: 'session.refused', reason: 'disabled' }]);
  });

  it('never writes what was typed as a name, which may be a password', async () => {
    await refused(signIn(anonymous('10.0.0.2'), { login: 'my-secret-typed-as-name', password: 'x' }, null));
    const { rows } = await query({
      text: `select 1 from portal.audit_log where row(portal.audit_log.*)::text like '%my-secret-typed-as-name%'`,
    });
    expect(rows).toEqual([]);
  });

  it('is judged ten times, however many try at once, and still opens from another address', async () => {
    // given
    const user = await makeUser('guessed');
    // when
    const guesses = Array.from({ length: 100 }, (_, n) =>
      refused(signIn(anonymous('10.6.6.6'), { login: 'guessed', password: `guess ${n}` }, null)),
    );
    const codes = await Promise.all(guesses);
    // then
    expect(codes.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(10);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(90);
    expect(await refused(open('guessed', '10.6.6.6'))).toBe('RATE_LIMITED');
    expect((await open('guessed', '10.7.7.7')).userId).toBe(user.id);
  });

  it('is limited for an address as well, whatever names it tries, and free again when the window is over', async () => {
    // given
    await makeUser('victim');
    await query({ text: `insert into portal.sign_in_attempt values ('ip:10.9.9.9', 100, now(), null)` });
    // then
    expect(await refused(open('victim', '10.9.9.9'))).toBe('RATE_LIMITED');
    // when
    await query({
      text: `update portal.sign_in_attempt set window_started_at = now() - interval '16 minutes' where subject like '%10.9.9.9'`,
    });
    // then
    expect(await refused(open('victim', '10.9.9.9'))).toBe('passed');
  });

  it('with the right password works again after the pause, for a name as for an address', async () => {
    // given
    const user = await makeUser('patient');
    for (let n = 0; n < 11; n++) await refused(signIn(anonymous('10.4.4.4'), { login: 'patient', password: `guess ${n}` }, null));
    await query({
      text: `insert into portal.sign_in_attempt values ('login:patient', 50, now(), null) on conflict (subject) do update set failures = 50`,
    });
    expect(await refused(open('patient', '10.4.4.4'))).toBe('RATE_LIMITED');
    expect(await refused(open('patient', '10.5.5.5'))).toBe('RATE_LIMITED');
    // when
    await query({
      text: `update portal.sign_in_attempt set window_started_at = window_started_at - interval '16 minutes' where subject like 'login:patient%'`,
    });
    // then
    expect((await open('patient', '10.4.4.4')).userId).toBe(user.id);
    const { rows } = await query({ text: `select 1 from portal.sign_in_attempt where subject = 'login:patient@10.4.4.4'` });
    expect(rows).toEqual([]);
  });

  it('rightly gives the tries back', async () => {
    await makeUser('forgetful');
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 4; n++) await refused(signIn(anonymous('10.3.3.3'), { login: 'forgetful', password: 'no' }, null));
      expect(await refused(open('forgetful', '10.3.3.3'))).toBe('passed');
    }
  });
});

describe('a session', () => {
  it('is who the cookie says as long as it lives', async () => {
    const user = await makeUser('cookie', 'auditor');
    const { sessionId } = await open('cookie');
    const ctx = await contextOf(await headersOf(user, sessionId));
    expect(ctx.actor).toMatchObject({ kind: 'user', userId: user.id, sessionId });
  });

  it('of a forged, a foreign or a broken cookie is nobody', async () => {
    const user = await makeUser('forged');
    const { sessionId } = await open('forged');
    const foreign = await encode({ token: { sub: user.id, sid: sessionId }, secret: 'another secret of another portal' });
    const tokens = [foreign, `${foreign}x`, 'rubbish', ''];
    for (const token of tokens) expect((await contextOf(new Headers({ cookie: `vm-session=${token}` }))).actor).toBeNull();
    expect((await contextOf(await headersOf(user, newId()))).actor).toBeNull();
  });

  it.each([
    ['its user is disabled', `update portal."user" set disabled_at = now() where id = $1`],
    ['it is revoked', `update portal.session set revoked_at = now() where user_id = $1`],
    ['it has expired', `update portal.session set expires_at = now() where user_id = $1`],
    ['nobody used it for a day', `update portal.session set last_seen_at = now() - interval '25 hours' where user_id = $1`],
  ])('is dead with the next request when %s', async (why, text) => {
    // given
    const user = await makeUser(`dies-${why.replaceAll(' ', '-')}`);
    const headers = await headersOf(user, (await open(user.login)).sessionId);
    expect((await contextOf(headers)).actor).not.toBeNull();
    // when
    await query({ text, values: [user.id] });
    // then
    expect((await contextOf(headers)).actor).toBeNull();
  });

  it('has the rights of now, not of the sign-in', async () => {
    const user = await makeUser('promoted');
    const headers = await headersOf(user, (await open('promoted')).sessionId);
    expect((await contextOf(headers)).session?.permissions.has('org.manage')).toBe(false);
    await query({ text: `insert into portal.user_grant (user_id, "grant") values ($1, 'orgAdmin')`, values: [user.id] });
    expect((await contextOf(headers)).session?.permissions.has('org.manage')).toBe(true);
    await query({ text: `delete from portal.user_grant where user_id = $1`, values: [user.id] });
    expect((await contextOf(headers)).session?.permissions.has('org.manage')).toBe(false);
  });

  it('speaks the language of the sign-in page until the given password is replaced, then the person’s own', async () => {
    const user = await makeUser('newcomer');
    const headers = await headersOf(user, (await open('newcomer')).sessionId);
    headers.set('accept-language', 'en');
    const must = (value: boolean) =>
      query({ text: `update portal."user" set must_change_password = $2 where id = $1`, values: [user.id, value] });
    await must(true);
    expect((await contextOf(headers)).locale).toBe('en');
    await must(false);
    expect((await contextOf(headers)).locale).toBe('zh');
  });

  it('ends where its owner leaves, and nowhere else', async () => {
    const user = await makeUser('leaver');
    const [here, there] = [await open('leaver'), await open('leaver')];
    await signOut(ctxOf(user, here.sessionId));
    expect(await readSession(here.sessionId)).toBeNull();
    expect(await readSession(there.sessionId)).not.toBeNull();
    expect((await trail(user.id)).at(-1)?.action).toBe('session.ended');
  });
});

describe('one’s own account', () => {
  it('lists where it is signed in and ends the others, one or all', async () => {
    // given
    const user = await makeUser('devices');
    const [here, phone, desk] = [await open('devices'), await open('devices'), await open('devices')];
    const ctx = ctxOf(user, here.sessionId);
    expect((await sessions(ctx)).map((row) => row.isCurrent)).toEqual([true, false, false]);
    // when
    await endSessions(ctx, { commandId: newId(), sessionId: phone.sessionId });
    // then
    expect(await readSession(phone.sessionId)).toBeNull();
    expect(await endSessions(ctx, { commandId: newId() })).toEqual({ ended: 1 });
    expect(await readSession(desk.sessionId)).toBeNull();
    expect(await readSession(here.sessionId)).not.toBeNull();
  });

  it('cannot end the session of somebody else', async () => {
    const [mine, other] = [await makeUser('mine'), await makeUser('other')];
    const [own, foreign] = [await open('mine'), await open('other')];
    expect(await refused(endSessions(ctxOf(mine, own.sessionId), { commandId: newId(), sessionId: foreign.sessionId }))).toBe('NOT_FOUND');
    expect(await readSession(foreign.sessionId)).toMatchObject({ userId: other.id });
  });

  it('changes its password once per command, ends the other sessions, and leaves no trace of the words', async () => {
    // given
    const user = await makeUser('changer');
    const [here, there] = [await open('changer'), await open('changer')];
    const ctx = ctxOf(user, here.sessionId);
    const input = { commandId: newId(), current: PASSWORD, next: 'Sixty-six grey owls' };
    // when
    expect(await changePassword(ctx, input)).toEqual({ endedSessions: 1 });
    expect(await changePassword(ctx, input)).toEqual({ endedSessions: 1 });
    // then
    expect(await readSession(there.sessionId)).toBeNull();
    expect(await readSession(here.sessionId)).not.toBeNull();
    expect(await refused(open('changer'))).toBe('SIGN_IN_FAILED');
    expect(await refused(signIn(anonymous(), { login: 'changer', password: 'Sixty-six grey owls' }, null))).toBe('passed');
    const { rows } = await query({
      text: `select 1 from portal.audit_log a where a::text like '%grey owls%' union all select 1 from portal.command_log c where c::text like '%grey owls%'`,
    });
    expect(rows).toEqual([]);
  });

  it('does not keep a password that somebody else gave', async () => {
    const user = await makeUser('given');
    const { sessionId } = await open('given');
    const again = changePassword(ctxOf(user, sessionId), { commandId: newId(), current: PASSWORD, next: PASSWORD });
    expect(await refused(again)).toBe('PASSWORD_SAME');
  });

  it('keeps its password when the current one is wrong or the new one weak', async () => {
    const user = await makeUser('keeper');
    const { sessionId } = await open('keeper');
    const ctx = ctxOf(user, sessionId);
    expect(await refused(changePassword(ctx, { commandId: newId(), current: 'wrong', next: 'Sixty-six grey owls' }))).toBe(
      'PASSWORD_WRONG',
    );
    expect(await refused(changePassword(ctx, { commandId: newId(), current: PASSWORD, next: 'password123' }))).toBe('PASSWORD_WEAK');
    expect(await refused(open('keeper'))).toBe('passed');
  });

  it('remembers language, colours and zone, and refuses a zone that does not exist', async () => {
    const user = await makeUser('taste');
    const { sessionId } = await open('taste');
    const ctx = ctxOf(user, sessionId);
    await updatePreferences(ctx, { commandId: newId(), locale: 'en', theme: 'dark', timeZone: 'Europe/Vienna' });
    await updatePreferences(ctx, { commandId: newId(), theme: 'light' });
    expect(await readSession(sessionId)).toMatchObject({ locale: 'en', theme: 'light', timeZone: 'Europe/Vienna' });
    for (const timeZone of ['Moon/Base', '+08:00', '', '../etc']) {
      expect(await refused(updatePreferences(ctx, { commandId: newId(), timeZone }))).toBe('FIELD_OPTION');
    }
  });
});
