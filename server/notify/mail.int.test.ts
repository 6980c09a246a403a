import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import type { Locale } from '@/lib/json';
import { ctxOf } from '@/server/auth/testing';
import { makeUser } from '@/server/auth/testing';
import { query } from '@/server/db/client';
import type { NoticeRequest } from '@/server/engine/core/event';
import { Mailbox, linkOf } from '@/test/mailbox';
import { refusalOf } from '@/test/portal';
import { dispatchOutbox } from './dispatch';
import { listNotices, readNotices } from './list-notices';
import { mailState } from './mail-state';
import { retryMails } from './retry-mails';
import { sendReadyMails } from './send-mails';
import { sendTestMail } from './send-test-mail';
import { getNoticeSettings, setNoticeSetting } from './settings';

let box: Mailbox;
beforeAll(async () => {
  box = await Mailbox.open();
});
afterAll(() => box.goAway());

beforeEach(async () => {
  process.env.SMTP_URL = box.url;
  process.env.MAIL_FROM = '朱批 <portal@xinghe.example>';
  process.env.NEXTAUTH_URL = 'https://flow.xinghe.example';
  box.accept();
  box.mails.length = 0;
  await query({ text: 'delete from portal.mail' });
});

type Told = {
  kind?: NoticeRequest['kind'];
  title?: string;
  actorName?: string;
  params?: Record<string, string>;
  workItemId?: string | null;
  english?: { actorNameEn?: string; elementNameEn?: string };
};

/** A step of the engine leaves this in its transaction; the dispatcher takes it from there. */
async function told(users: readonly { id: string }[], more: Told = {}): Promise<string> {
  const rootInstanceId = newId();
  const { kind = 'assigned', title = '出差 <深圳>', actorName = '李卓', params = {}, workItemId = null, english = {} } = more;
  const notice: NoticeRequest = { kind, userIds: users.map(({ id }) => id), workItemId, elementId: null, params };
  const payload = { rootInstanceId, processId: newId(), title, number: 'CC-2026-0001', actorName, notice, ...english };
  await query({ text: `insert into portal.outbox (kind, payload) values ('notice', $1)`, values: [JSON.stringify(payload)] });
  await dispatchOutbox(10);
  return rootInstanceId;
}

async function person(login: string, locale: Locale = 'zh', ...grants: string[]) {
  const user = await makeUser(login, ...grants);
  await query({ text: 'update portal."user" set locale = $2 where id = $1', values: [user.id, locale] });
  return { ...user, address: `${login}@xinghe.example`, ctx: ctxOf(user, newId(), ...grants) };
}

const stored = async () => {
  const { rows } = await query<{ id: string; status: string; attempts: number; last_error: string | null; later: boolean }>({
    text: 'select id, status, attempts, last_error, run_at > now() as later from portal.mail order by id',
  });
  return rows;
};
const due = () => query({ text: `update portal.mail set run_at = now() where status = 'ready'` });

describe('a mail', () => {
  it('says in its reader’s language what waits, and leads to it at the portal’s own address', async () => {
    // given
    const [wang, smith] = [await person('wang', 'zh'), await person('smith', 'en')];
    const workItemId = newId();
    // when
    const instance = await told([wang, smith], {
      workItemId,
      params: { comment: '请尽快\n谢谢', elementName: '部门审批' },
      english: { actorNameEn: 'Li Zhuo', elementNameEn: 'Department review' },
    });
    expect(await sendReadyMails(20)).toBe(2);
    // then
    const [chinese] = await box.received(wang.address);
    const [english] = await box.received(smith.address);
    expect(chinese?.mail.subject).toBe('【朱批】李卓 提交的「出差 <深圳>」等您处理');
    expect(english?.mail.subject).toBe('[Vermilion] “出差 <深圳>” from Li Zhuo waits for you');
    expect(chinese?.mail.from).toMatchObject({ name: '朱批', address: 'portal@xinghe.example' });
    expect(chinese?.mail.html).toContain('出差 &#60;深圳&#62;');
    expect(chinese?.mail.text).toContain('CC-2026-0001 · 环节：部门审批');
    expect(english?.mail.text).toContain('CC-2026-0001 · Step: Department review');
    expect(chinese?.mail.text).toContain('请尽快');
    expect(chinese && linkOf(chinese)).toBe(`https://flow.xinghe.example/requests/${instance}?item=${workItemId}`);
    expect(chinese?.mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    expect((await stored()).map(({ status }) => status)).toEqual(['sent', 'sent']);
    expect(await sendReadyMails(20)).toBe(0);
  });

  it('that a server takes its time over holds up none of the others', async () => {
    // given
    const [slow, ...others] = [await person('slow'), await person('quick1'), await person('quick2'), await person('quick3')];
    const othersCame = Promise.all(others.map(({ address }) => box.received(address)));
    box.onMail = ({ to }) => (to.includes(slow.address) ? othersCame : undefined);
    // when
    await told([slow, ...others]);
    await sendReadyMails(20);
    // then
    box.onMail = () => undefined;
    expect(new Set(box.mails.map(({ to }) => to[0]))).toEqual(new Set([slow, ...others].map(({ address }) => address)));
    expect((await stored()).map(({ status, attempts }) => [status, attempts])).toEqual(Array(4).fill(['sent', 1]));
  });

  it('is one mail to one person, whatever a title tries', async () => {
    // given
    const victim = await person('victim');
    // when
    await told([victim], { title: 'x\r\nBcc: evil@evil.example\r\n\r\nhello', actorName: 'a\u2028b' });
    await sendReadyMails(20);
    // then
    const [caught] = await box.received(victim.address);
    expect(caught?.to).toEqual([victim.address]);
    expect(caught?.mail.bcc ?? []).toEqual([]);
    expect(caught?.raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
  });

  it('comes for the kinds that its reader wants by mail, the page for those wanted there', async () => {
    // given
    const reader = await person('chooser');
    const choose = (kind: NoticeRequest['kind'], inApp: boolean, mail: boolean) =>
      setNoticeSetting(reader.ctx, { commandId: newId(), kind, inApp, mail });
    await choose('completed', true, false);
    await choose('urged', false, true);
    await choose('commented', false, false);
    // when
    for (const kind of ['completed', 'urged', 'commented', 'returned'] as const) await told([reader], { kind });
    await sendReadyMails(20);
    // then
    const { items } = await listNotices(reader.ctx, { limit: 30, unread: false });
    expect(items.map(({ kind }) => kind)).toEqual(['returned', 'completed']);
    expect(new Set(box.mails.map(({ mail }) => mail.subject?.slice(4)))).toEqual(
      new Set(['李卓 催您处理「出差 <深圳>」', '李卓 把「出差 <深圳>」退回给您，请修改后再提交']),
    );
    expect((await getNoticeSettings(reader.ctx)).kinds.find(({ kind }) => kind === 'urged')).toEqual({
      kind: 'urged',
      inApp: false,
      mail: true,
    });
  });

  it('goes to nobody who is disabled or has no address', async () => {
    const [gone, silent] = [await person('gone'), await person('silent')];
    await query({ text: 'update portal."user" set disabled_at = now() where id = $1', values: [gone.id] });
    await query({ text: 'update portal."user" set email = null where id = $1', values: [silent.id] });
    await told([gone, silent]);
    expect(await stored()).toEqual([]);
    expect((await listNotices(silent.ctx, { limit: 30, unread: false })).items).toHaveLength(1);
    expect((await getNoticeSettings(silent.ctx)).mail).toBe('noAddress');
  });
});

describe('a notice', () => {
  it('is read with the request that it is about, by its reader alone', async () => {
    const [reader, other] = [await person('opener'), await person('bystander')];
    const [first] = [await told([reader, other]), await told([reader])];
    expect(await readNotices(reader.ctx, { requestId: first })).toEqual({ read: 1 });
    expect((await listNotices(reader.ctx, { limit: 30, unread: true })).items).toHaveLength(1);
    expect((await listNotices(other.ctx, { limit: 30, unread: true })).items).toHaveLength(1);
  });
});

describe('without a mail server', () => {
  it('no mail is written, none goes out late, and the settings say so', async () => {
    // given
    const reader = await person('offline', 'zh', 'systemAdmin');
    delete process.env.SMTP_URL;
    // when
    await told([reader]);
    // then
    expect((await getNoticeSettings(reader.ctx)).mail).toBe('noServer');
    expect((await mailState(reader.ctx)).server).toBeNull();
    expect(await refusalOf(sendTestMail(reader.ctx, { commandId: newId() }))).toBe('STATE_CONFLICT');
    process.env.SMTP_URL = box.url;
    expect(await sendReadyMails(20)).toBe(0);
    expect((await getNoticeSettings(reader.ctx)).mail).toBe('on');
    expect((await listNotices(reader.ctx, { limit: 30, unread: false })).items).toHaveLength(1);
  });
});

describe('several nodes that send', () => {
  it('a mail that another node took, because a slow server kept its batch waiting, goes out once', async () => {
    // given: five mails in one batch; while as many as go at once are on their way the lease of the last ends and another node takes it
    const reader = await person('once');
    for (let count = 0; count < 5; count++) await told([reader]);
    const underWay: string[] = [];
    let letGo = () => undefined as void;
    const gate = new Promise<void>((open) => (letGo = open));
    box.onMail = async ({ mail }) => {
      if (underWay.length >= 4) return;
      underWay.push(/[0-9a-f-]{36}/.exec(mail.messageId ?? '')?.[0] ?? '');
      if (underWay.length < 4) return gate;
      await query({
        text: `update portal.mail set lease_until = now() - interval '1 second' where status = 'ready' and id <> all($1::uuid[])`,
        values: [underWay],
      });
      await sendReadyMails(20);
      letGo();
    };
    // when
    await sendReadyMails(20);
    // then
    box.onMail = () => undefined;
    expect(box.mails).toHaveLength(5);
    expect(new Set(box.mails.map(({ mail }) => mail.messageId)).size).toBe(5);
    expect((await stored()).map(({ status }) => status)).toEqual(Array(5).fill('sent'));
  });

  it('a failure that is told late does not put a mail back that has been sent meanwhile', async () => {
    const reader = await person('late');
    await told([reader]);
    box.refuse(451, 'try later');
    box.onRefused = async () => {
      box.accept();
      box.onRefused = () => undefined;
      await query({ text: `update portal.mail set lease_until = now() - interval '1 second'` });
      await sendReadyMails(20);
    };
    await sendReadyMails(20);
    expect((await stored()).map(({ status, last_error }) => [status, last_error])).toEqual([['sent', null]]);
  });
});

describe('a message of the outbox that breaks', () => {
  it('is put off, later each time, and the others reach their readers at once', async () => {
    const reader = await person('patient2');
    const broken = { rootInstanceId: newId(), title: 'x', notice: null };
    await query({ text: `insert into portal.outbox (kind, payload) values ('notice', $1)`, values: [JSON.stringify(broken)] });
    await told([reader]);
    await told([reader]);
    expect((await listNotices(reader.ctx, { limit: 30, unread: false })).items).toHaveLength(2);
    const waiting = async () =>
      (await query<{ failures: number; later: boolean }>({ text: 'select failures, put_off_until > now() as later from portal.outbox' }))
        .rows;
    expect(await waiting()).toEqual([{ failures: 1, later: true }]);
    await query({ text: 'update portal.outbox set put_off_until = now()' });
    await dispatchOutbox(10);
    expect(await waiting()).toEqual([{ failures: 2, later: true }]);
    await query({ text: 'delete from portal.outbox' });
  });
});

describe('while the mail server is away', () => {
  it('mails wait and are tried again later; the administrators are told once, and nothing is lost', async () => {
    // given
    const [reader, admin] = [await person('patient'), await person('keeper', 'zh', 'systemAdmin')];
    await told([reader]);
    await told([reader]);
    await box.goAway();
    // when
    for (let round = 0; round < 4; round++) {
      await due();
      await sendReadyMails(20);
    }
    // then
    for (const mail of await stored()) expect(mail).toMatchObject({ status: 'ready', attempts: 4, later: true });
    const state = await mailState(admin.ctx);
    expect(state).toMatchObject({ waiting: 2, failed: 0 });
    expect(state.failures[0]).toMatchObject({ address: reader.address, error: expect.stringMatching(/ECONNREFUSED/) });
    const { items } = await listNotices(admin.ctx, { limit: 30, unread: true });
    expect(items.map(({ kind }) => kind)).toEqual(['mailDown']);
    // when
    await box.comeBack();
    await due();
    await sendReadyMails(20);
    // then
    expect(await box.received(reader.address, 2)).toHaveLength(2);
    expect((await stored()).map(({ status, last_error }) => [status, last_error])).toEqual(Array(2).fill(['sent', null]));
  });

  it('a mail is given up after eight tries, and an operator sends it again with the same Message-ID', async () => {
    // given
    const [reader, operator] = [await person('unlucky'), await person('operator', 'zh', 'operator')];
    await told([reader]);
    box.refuse(451, 'try later');
    for (let round = 0; round < 9; round++) {
      await due();
      await sendReadyMails(20);
    }
    const [mail] = await stored();
    expect(mail).toMatchObject({ status: 'dead', attempts: 8, last_error: expect.stringContaining('try later') });
    expect(await mailState(operator.ctx)).toMatchObject({ failed: 1, failures: [{ nextTryAt: null }] });
    // when
    box.accept();
    expect(await retryMails(operator.ctx, { commandId: newId() })).toEqual({ mails: 1 });
    await sendReadyMails(20);
    // then
    const [caught] = await box.received(reader.address);
    expect(caught?.mail.messageId).toBe(`<${mail?.id}@xinghe.example>`);
    expect(await mailState(operator.ctx)).toMatchObject({ failed: 0, failures: [] });
  });

  it('an address that is refused for good is not tried again, and the next mail still goes', async () => {
    const [wrong, right] = [await person('wrong'), await person('right')];
    await told([wrong]);
    box.refuse(550, 'no such mailbox');
    await sendReadyMails(20);
    box.accept();
    await told([right]);
    await sendReadyMails(20);
    expect((await stored()).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['dead', 1],
      ['sent', 1],
    ]);
  });

  it('a wrong password of the portal is the server’s trouble, not the mail’s', async () => {
    const reader = await person('locked-out');
    await told([reader]);
    process.env.SMTP_URL = box.url.replace('pa%40ss', 'wrong');
    await sendReadyMails(20);
    expect((await stored())[0]).toMatchObject({ status: 'ready', attempts: 1 });
  });
});

describe('a test mail', () => {
  it('takes the way of every mail to who asks for it, and only a keeper of the system may', async () => {
    const [admin, user] = [await person('tester', 'en', 'systemAdmin'), await person('nosy')];
    const ctx = { ...admin.ctx, locale: 'en' as const };
    expect(await sendTestMail(ctx, { commandId: newId() })).toEqual({ address: admin.address });
    await sendReadyMails(20);
    expect((await box.received(admin.address))[0]?.mail.subject).toBe('[Vermilion] This is a test mail');
    for (const act of [sendTestMail(user.ctx, { commandId: newId() }), retryMails(user.ctx, { commandId: newId() }), mailState(user.ctx)])
      expect(await refusalOf(act)).toBe('FORBIDDEN');
  });
});
