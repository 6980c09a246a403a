import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { model } from '@/server/engine/testing/builder';
import { remindReaders } from '@/server/instance/remind-readers';
import { returnTask } from '@/server/task/return';
import { addUser, ctxOf, publishAgain, refusalOf, type TestUser } from '@/test/portal';
import { approved, decision, itemsOf, openItem, submitted } from '@/test/request';
import { trip, type Trip } from '@/test/trip';
import { claim } from './claim';
import { claimable } from './claimable';
import { counts } from './counts';
import { decideTask } from './decide';
import { done } from './done';
import { inbox, type InboxInput } from './inbox';
import { markRead } from './mark-read';
import { markReadMany } from './mark-read-many';
import { release } from './release';
import type { Inbox } from './task-views';
import { toRead } from './to-read';
import { transfer } from './transfer';
import { view } from './view';

const page = { limit: 20, onBehalf: false };
/** Wednesday noon in Shanghai. */
const clock = { now: new Date('2026-11-25T04:00:00Z') };
const look = (who: TestUser, more: Partial<InboxInput> = {}) => inbox(ctxOf(who, undefined, clock), { ...page, ...more });
const shown = ({ groups }: Inbox) => Object.fromEntries(groups.map(({ group, items }) => [group, items.map((item) => item.workItemId)]));

async function dueAt(workItemId: string, due: string | null): Promise<void> {
  await query({ text: 'update portal.work_item set due_at = $2 where id = $1', values: [workItemId, due] });
}

describe('the inbox', () => {
  let of: Trip;
  const items: string[] = [];

  beforeAll(async () => {
    of = await trip();
    for (let index = 0; index < 7; index++) items.push(await openItem(await submitted(of), 'manager'));
    const dues = [
      '2026-11-25T03:59:00Z',
      '2026-11-25T04:01:00Z',
      '2026-11-25T15:59:00Z',
      '2026-11-25T16:00:00Z',
      '2026-11-29T15:59:00Z',
      '2026-11-29T16:00:00Z',
      null,
    ];
    for (const [index, due] of dues.entries()) await dueAt(items[index]!, due);
  });

  it('groups by the reader’s own day and week', async () => {
    expect(shown(await look(of.boss))).toEqual({
      overdue: [items[0]],
      today: [items[1], items[2]],
      week: [items[3], items[4]],
      later: [items[5], items[6]],
    });
    const utc = await inbox({ ...ctxOf(of.boss, undefined, clock), timeZone: 'UTC' }, page);
    expect(shown(utc)).toEqual({
      overdue: [items[0]],
      today: [items[1], items[2], items[3]],
      week: [items[4], items[5]],
      later: [items[6]],
    });
  });

  it('shows what a person needs to choose, and counts each group', async () => {
    const { groups } = await look(of.boss);
    expect(groups.map(({ group, count }) => [group, count])).toEqual([
      ['overdue', { count: 1, more: false }],
      ['today', { count: 2, more: false }],
      ['week', { count: 2, more: false }],
      ['later', { count: 2, more: false }],
    ]);
    expect(groups[0]?.items[0]).toMatchObject({
      kind: 'task',
      title: '出差：赴深圳参展',
      elementName: 'manager',
      applicant: { name: '李卓' },
      department: { name: { zh: '销售部' } },
      process: { name: { zh: '出差申请' } },
      round: 1,
      suspended: false,
    });
    expect(groups[0]?.items[0]?.summary.map((field) => field.key)).toEqual(['total', 'kind']);
  });

  it('goes on page by page within a group, through what is due and then what is not', async () => {
    for (const group of ['today', 'week', 'later'] as const) {
      const all = (await look(of.boss, { group })).groups[0]!.items.map((item) => item.workItemId);
      const walked: string[] = [];
      let cursor: string | undefined;
      do {
        const next = (await look(of.boss, { group, limit: 1, ...(cursor && { cursor }) })).groups[0]!;
        walked.push(...next.items.map((item) => item.workItemId));
        cursor = next.nextCursor ?? undefined;
      } while (cursor);
      expect(walked).toEqual(all);
    }
  });

  it('filters by process, text and whom one acts for', async () => {
    expect(Object.values(shown(await look(of.boss, { processId: newId() }))).flat()).toEqual([]);
    expect(Object.values(shown(await look(of.boss, { processId: of.processId }))).flat()).toHaveLength(7);
    expect(Object.values(shown(await look(of.boss, { text: '深圳' }))).flat()).toHaveLength(7);
    expect(Object.values(shown(await look(of.boss, { text: '%' }))).flat()).toHaveLength(0);
    expect(Object.values(shown(await look(of.boss, { onBehalf: true }))).flat()).toHaveLength(0);
  });

  it('holds nothing of anybody else, and refuses a cursor that was not made here', async () => {
    expect(Object.values(shown(await look(of.stranger))).flat()).toEqual([]);
    expect(await refusalOf(look(of.boss, { group: 'today', cursor: 'abc' }))).toBe('CURSOR_INVALID');
    expect(await refusalOf(look(of.boss, { group: 'today', cursor: Buffer.from('["x","y"]').toString('base64url') }))).toBe(
      'CURSOR_INVALID',
    );
  });

  it('the numbers beside the navigation agree', async () => {
    expect(await counts(ctxOf(of.boss, undefined, clock), {})).toMatchObject({
      todo: { count: 7 },
      overdue: { count: 1 },
      today: { count: 2 },
      claimable: { count: 0 },
      toRead: { count: 0 },
      mine: { count: 0 },
    });
    expect(await counts(ctxOf(of.applicant, undefined, clock), {})).toMatchObject({ todo: { count: 0 }, mine: { count: 7 } });
  });

  it('what was sent back waits for its applicant, and comes again after that', async () => {
    const back = await trip();
    const id = await submitted(back);
    const item = await openItem(id, 'manager');
    await returnTask(ctxOf(back.boss), { commandId: newId(), workItemId: item, comment: '太贵', values: {}, rev: 1, documents: [] });
    expect((await look(back.boss)).waitingForApplicant).toMatchObject([
      { instanceId: id, decision: 'returned', comment: '太贵', applicant: { name: '李卓' } },
    ]);
    expect((await look(back.applicant)).groups.flatMap((group) => group.items)).toMatchObject([{ kind: 'revise', instanceId: id }]);
  });
});

describe('what is offered to several', () => {
  async function offered() {
    const [first, second] = [await addUser('first'), await addUser('second')];
    const of = await trip({ manager: { assignment: [{ kind: 'users', userIds: [first.id, second.id] }], distribution: 'claim' } });
    const id = await submitted(of);
    return { of, id, first, second, item: await openItem(id, 'manager') };
  }
  const list = async (who: TestUser) => (await claimable(ctxOf(who), page)).items.map((item) => item.workItemId);

  it('can be taken by one of them, given back, and taken by the other', async () => {
    const { id, first, second, item } = await offered();
    expect(await list(first)).toEqual([item]);
    await claim(ctxOf(first), { commandId: newId(), workItemId: item });
    expect(await list(second)).toEqual([]);
    expect((await itemsOf(id))[0]).toMatchObject({ userId: first.id, status: 'accepted' });
    expect((await look(first)).groups.flatMap((group) => group.items)).toHaveLength(1);
    expect(await refusalOf(claim(ctxOf(second), { commandId: newId(), workItemId: item }))).toBe('CLAIMED');
    await release(ctxOf(first), { commandId: newId(), workItemId: item });
    expect(await list(second)).toEqual([item]);
    await claim(ctxOf(second), { commandId: newId(), workItemId: item });
    expect(await refusalOf(decideTask(ctxOf(first), decision(item)))).toBe('FORBIDDEN');
    await decideTask(ctxOf(second), decision(item));
    expect(await list(first)).toEqual([]);
  });

  it('at the same moment goes to exactly one', async () => {
    const { first, second, item } = await offered();
    const codes = await Promise.all([first, second].map((who) => refusalOf(claim(ctxOf(who), { commandId: newId(), workItemId: item }))));
    expect(new Set(codes)).toEqual(new Set(['CLAIMED', null]));
  });

  it('is found by words of its title', async () => {
    const { id, first, item } = await offered();
    const { rows } = await query<{ title: string }>({ text: 'select title from portal.process_instance where id = $1', values: [id] });
    const found = async (text: string) => (await claimable(ctxOf(first), { ...page, text })).items.map((row) => row.workItemId);
    expect(await found(rows[0]?.title.slice(1) ?? '')).toEqual([item]);
    expect(await found('%')).toEqual([]);
  });

  it('goes on page by page, newest first, each once, also while one of them is taken', async () => {
    const { of, first, second, item } = await offered();
    const items = [item];
    for (let index = 0; index < 4; index++) items.unshift(await openItem(await submitted(of), 'manager'));
    const pageOf = (cursor?: string) => claimable(ctxOf(first), { limit: 2, ...(cursor && { cursor }) });
    const one = await pageOf();
    await claim(ctxOf(second), { commandId: newId(), workItemId: items[2]! });
    const two = await pageOf(one.nextCursor!);
    expect([...one.items, ...two.items].map((row) => row.workItemId)).toEqual([items[0], items[1], items[3], items[4]]);
    expect(two.nextCursor).toBeNull();
    expect(await refusalOf(pageOf('abc'))).toBe('CURSOR_INVALID');
  });

  it('is not for those it was not offered to', async () => {
    const { of, item } = await offered();
    expect(await refusalOf(claim(ctxOf(of.stranger), { commandId: newId(), workItemId: item }))).toBe('FORBIDDEN');
    expect(await list(of.stranger)).toEqual([]);
  });
});

describe('handing over', () => {
  it('gives the seat to somebody who exists and has none, and the giver sees what became of it', async () => {
    const of = await trip();
    const id = await submitted(of);
    const item = await openItem(id, 'manager');
    const to = (userId: string) =>
      transfer(ctxOf(of.boss), { commandId: newId(), workItemId: item, toUserId: userId, comment: '请代为处理' });
    expect(await refusalOf(to(newId()))).toBe('FIELD_REF');
    expect(await refusalOf(to(of.boss.id))).toBe('STATE_CONFLICT');
    expect(await refusalOf(to(of.applicant.id))).toBe('SOD_VIOLATION');
    expect((await to(of.stranger.id)).next).toMatchObject([{ people: [{ name: '路人' }] }]);
    expect(await refusalOf(decideTask(ctxOf(of.boss), decision(item)))).toBe('ALREADY_DONE');
    await approved(of.stranger, id, 'manager');
    const decided = await done(ctxOf(of.boss), page);
    expect(decided.items).toMatchObject([{ instanceId: id, decision: 'transferred', comment: '请代为处理', seal: 'running' }]);
  });
});

describe('what was decided', () => {
  it('is listed newest first with what became of it, page by page', async () => {
    const of = await trip();
    const ids: string[] = [];
    for (let index = 0; index < 3; index++) {
      const id = await submitted(of);
      await approved(of.boss, id, 'manager', { comment: `no ${index}` });
      ids.unshift(id);
    }
    await approved(of.finance, ids[2]!, 'finance', { decision: 'reject' });
    const first = await done(ctxOf(of.boss), { limit: 2 });
    const second = await done(ctxOf(of.boss), { limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map((item) => [item.instanceId, item.decision, item.seal])).toEqual([
      [ids[0], 'approved', 'running'],
      [ids[1], 'approved', 'running'],
      [ids[2], 'approved', 'rework'],
    ]);
    expect(second.nextCursor).toBeNull();
  });
});

describe('reading', () => {
  async function sent(receipt = true) {
    const of = await trip();
    const reader = { assignment: [{ kind: 'users' as const, userIds: [of.reader.id] }], receipt };
    const { versionId } = await publishAgain(of.processId, model().start('start', 'tell').send('tell', 'end', reader).end('end').build(), {
      formVersionId: of.formVersionId,
    });
    const id = await submitted({ ...of, versionId });
    const [item] = (await toRead(ctxOf(of.reader), { limit: 5, unread: true })).items;
    return { of, id, item: item! };
  }

  it('what need not be confirmed is read by opening it', async () => {
    const { of, item } = await sent(false);
    expect(item.receipt).toBe(false);
    expect(await view(ctxOf(of.reader), { commandId: newId(), workItemId: item.workItemId })).toMatchObject({ status: 'done' });
    expect((await toRead(ctxOf(of.reader), { limit: 5, unread: true })).items).toEqual([]);
  });

  it('those who have not can be reminded, once an hour, also after the end', async () => {
    const { of, id } = await sent();
    const remind = (by: TestUser) => remindReaders(ctxOf(by), { commandId: newId(), instanceId: id, elementId: 'tell' });
    expect(await refusalOf(remind(of.reader))).toBe('FORBIDDEN');
    expect(await refusalOf(remind(of.applicant))).toBeNull();
    expect(await refusalOf(remind(of.applicant))).toBe('REMINDED');
    expect((await toRead(ctxOf(of.reader), { limit: 5, unread: true })).items[0]?.urgedAt).not.toBeNull();
  });

  it('is confirmed once, and stays in the list of what was read', async () => {
    const { of, item } = await sent();
    expect(item).toMatchObject({ receipt: true, status: 'unread', sender: { name: '李卓' } });
    const ctx = ctxOf(of.reader);
    expect(await view(ctx, { commandId: newId(), workItemId: item.workItemId })).toMatchObject({ status: 'viewed' });
    expect(await markRead(ctx, { commandId: newId(), workItemId: item.workItemId })).toMatchObject({ status: 'done' });
    expect(await markRead(ctx, { commandId: newId(), workItemId: item.workItemId })).toMatchObject({ status: 'done' });
    expect((await toRead(ctx, { limit: 5, unread: true })).items).toEqual([]);
    expect((await toRead(ctx, { limit: 5, unread: false })).items).toMatchObject([{ status: 'done' }]);
  });

  it('is confirmed together with others; what cannot be says why', async () => {
    const [one, two] = [await sent(), await sent()];
    const ctx = ctxOf(one.of.reader);
    const workItemIds = [one.item.workItemId, two.item.workItemId, one.item.workItemId];
    const own = await markReadMany(ctx, { commandId: newId(), workItemIds });
    expect(own).toEqual({ read: 1, refused: [{ workItemId: two.item.workItemId, code: 'NOT_FOUND' }] });
    expect((await toRead(ctx, { limit: 5, unread: true })).items).toEqual([]);
  });

  it('is each reader’s own', async () => {
    const { of, item } = await sent();
    expect(await refusalOf(markRead(ctxOf(of.stranger), { commandId: newId(), workItemId: item.workItemId }))).toBe('NOT_FOUND');
    expect(await refusalOf(view(ctxOf(of.applicant), { commandId: newId(), workItemId: item.workItemId }))).toBe('NOT_FOUND');
  });

  it('cannot be confirmed for what is to be decided', async () => {
    const of = await trip();
    const item = await openItem(await submitted(of), 'manager');
    expect(await refusalOf(markRead(ctxOf(of.boss), { commandId: newId(), workItemId: item }))).toBe('STATE_CONFLICT');
    expect(await view(ctxOf(of.boss), { commandId: newId(), workItemId: item })).toMatchObject({ status: 'viewed' });
    expect(await view(ctxOf(of.boss), { commandId: newId(), workItemId: item })).toMatchObject({ status: 'viewed' });
  });
});
