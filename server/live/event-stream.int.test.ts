import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { endSessions } from '../account/end-sessions';
import { signIn } from '../auth/sign-in';
import { signOut } from '../auth/sign-out';
import { PASSWORD, type TestUser, anonymous, ctxOf, makeUser } from '../auth/testing';
import { disableUser } from '../org/disable-user';
import { resetPassword } from '../org/reset-password';
import { setGrants } from '../org/set-grants';
import { eventStream } from './event-stream';
import { liveHub } from './hub';
import { publishLive } from './publish';

const closing = new AbortController();
let person: TestUser;
let admin: TestUser;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = 'a test needs no secret, but one of 32 characters';
  person = await makeUser('reader');
  admin = await makeUser('keeper', 'systemAdmin');
  // Whoever listens from the start is told when the connection that hears the database stands.
  await streamOf(person, await open()).until('event: gap');
});
afterAll(async () => {
  closing.abort();
  await liveHub().stop();
});

describe('an open page', () => {
  it('hears what concerns its reader, and of others only that something moved', async () => {
    const [own, other] = [streamOf(person, await open()), streamOf(admin, await open(admin))];
    await Promise.all([own.until('event: ready'), other.until('event: ready')]);
    const request = newId();
    publishLive({ userIds: [person.id], rootInstanceIds: [request] });
    expect(await own.until(request)).toContain('event: changed');
    expect(await other.until(request)).toContain('event: moved');
  });

  it.each([
    ['its user is disabled', (user: TestUser) => disableUser(keeper(), { commandId: newId(), id: user.id, rev: 1, reason: 'left' })],
    ['an administrator resets the password', (user: TestUser) => resetPassword(keeper(), { commandId: newId(), id: user.id })],
    ['rights are given', (user: TestUser) => setGrants(keeper(), { commandId: newId(), userId: user.id, rev: 1, grants: ['designer'] })],
    ['it is signed out in another tab', (user: TestUser, sessionId: string) => signOut(ctxOf(user, sessionId))],
    ['all sessions are ended from elsewhere', (user: TestUser) => endSessions(ctxOf(user, newId()), { commandId: newId() })],
  ])('is told at once that its session is over, when %s', async (why, end) => {
    // given
    const user = await makeUser(`ends-${why.replaceAll(' ', '-')}`);
    const sessionId = await open(user);
    const stream = streamOf(user, sessionId);
    await stream.until('event: ready');
    // when
    await end(user, sessionId);
    // then
    expect(await stream.rest()).toMatch(/event: ended\ndata: \{\}\n\n$/);
  });

  it('stays when another session of its reader ends', async () => {
    const [here, there] = [await open(), await open()];
    const stream = streamOf(person, here);
    await stream.until('event: ready');
    await endSessions(ctxOf(person, here), { commandId: newId(), sessionId: there });
    publishLive({ userIds: [person.id], rootInstanceIds: [there] });
    expect(await stream.until(there)).not.toContain('event: ended');
  });
});

// helpers //////////////////////

function keeper() {
  return ctxOf(admin, newId(), 'systemAdmin');
}

async function open(user = person): Promise<string> {
  return (await signIn(anonymous(), { login: user.login, password: PASSWORD }, null)).sessionId;
}

/** What an open page has been told so far, up to a word or to the end of the stream. */
function streamOf(user: TestUser, sessionId: string) {
  const reader = eventStream({ userId: user.id, sessionId }, closing.signal).getReader();
  const decoder = new TextDecoder();
  let text = '';
  const readTo = async (wanted: string | null): Promise<string> => {
    while (wanted === null || !text.includes(wanted)) {
      const { done, value } = await reader.read();
      if (done && wanted === null) return text;
      if (done) throw new Error(`the stream ended after ${text}`);
      text += decoder.decode(value, { stream: true });
    }
    return text;
  };
  return { until: (wanted: string) => readTo(wanted), rest: () => readTo(null) };
}
