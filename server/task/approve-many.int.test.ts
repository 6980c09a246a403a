import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { uploadDocument } from '@/server/document/upload';
import { claimable } from '@/server/task/claimable';
import { inboxItem } from '@/server/task/inbox-item';
import { addUser, countRows, ctxOf, type TestUser } from '@/test/portal';
import { approved, decision, itemsOf, openItem, submitted, valuesOf } from '@/test/request';
import { approverAccess, fields, trip, type Trip } from '@/test/trip';
import { suspend } from '@/server/instance/suspend';
import { approveMany, ApproveManyInput, type ApprovedRow } from './approve-many';
import { decideTask } from './decide';
import { inbox } from './inbox';
import { returnTask } from './return';

const said = (rows: readonly ApprovedRow[]) => rows.map((row) => (row.ok ? 'ok' : row.code));
const rowOf = (workItemId: string, rev = 1) => ({ commandId: newId(), workItemId, rev });
const listed = async (who: TestUser) => (await inbox(ctxOf(who), { limit: 50, onBehalf: false })).groups.flatMap((group) => group.items);
const whyNot = async (who: TestUser) => (await listed(who)).map((item) => item.notAtOnce);

async function waiting(of: Trip, count: number): Promise<string[]> {
  const items: string[] = [];
  for (let index = 0; index < count; index++) items.push(await openItem(await submitted(of), 'manager'));
  return items;
}

describe('approving several items at once', () => {
  it('approves each by itself: what is refused says why and holds up none of the others', async () => {
    const of = await trip();
    const [one, done, other] = await waiting(of, 3);
    const [foreign] = await waiting(await trip(), 1);
    await decideTask(ctxOf(of.boss), decision(done!));
    const { rows } = await approveMany(ctxOf(of.boss), {
      comment: '照办',
      rows: [rowOf(one!), rowOf(done!), rowOf(foreign!), rowOf(newId()), rowOf(other!)],
    });
    expect(said(rows)).toEqual(['ok', 'ALREADY_DONE', 'FORBIDDEN', 'NOT_FOUND', 'ok']);
    expect(rows[1]).toMatchObject({ workItemId: done, message: expect.stringMatching(/\p{Script=Han}/u) as unknown });
    expect(await countRows('work_item', `id = any($1) and status = 'approved' and comment = '照办'`, [[one, other]])).toBe(2);
    expect(await listed(of.boss)).toEqual([]);
  });

  it('leaves in each request the step that a single approval leaves, with its command', async () => {
    const of = await trip();
    const ids = [await submitted(of), await submitted(of)];
    const rows = await Promise.all(ids.map(async (id) => rowOf(await openItem(id, 'manager'))));
    await approveMany(ctxOf(of.boss), { comment: '', rows });
    const commands = rows.map((row) => row.commandId);
    expect(
      await countRows('journal', 'root_instance_id = any($1) and command_id = any($2) and actor_id = $3', [ids, commands, of.boss.id]),
    ).toBe(2);
    for (const id of ids) expect(await openItem(id, 'finance')).toBeTruthy();
  });

  it('does nothing again when it is repeated', async () => {
    const of = await trip();
    const input = { comment: '', rows: (await waiting(of, 2)).map((id) => rowOf(id)) };
    const first = await approveMany(ctxOf(of.boss), input);
    const entries = () => countRows('journal', 'command_id = any($1)', [input.rows.map((row) => row.commandId)]);
    expect(await entries()).toBe(2);
    expect(await approveMany(ctxOf(of.boss), input)).toEqual(first);
    expect(await entries()).toBe(2);
    expect(said((await approveMany(ctxOf(of.boss), { ...input, comment: 'another' })).rows)).toEqual([
      'IDEMPOTENCY_MISMATCH',
      'IDEMPOTENCY_MISMATCH',
    ]);
  });

  it('does not approve what has changed since it was listed', async () => {
    const second = await addUser('second');
    const of = await trip();
    const both = { assignment: [{ kind: 'users' as const, userIds: [of.boss.id, second.id] }], completion: { rule: 'all' as const } };
    const shared = await trip({ manager: both });
    const id = await submitted(shared);
    const own = (await listed(of.boss)).find((item) => item.instanceId === id)!;
    const theirs = (await itemsOf(id)).find((item) => item.userId === second.id)!;
    await decideTask(ctxOf(second), decision(theirs.id, { values: { remark: 'changed meanwhile' } }));
    expect(said((await approveMany(ctxOf(of.boss), { comment: '', rows: [rowOf(own.workItemId, own.rev)] })).rows)).toEqual(['STALE_VIEW']);
    const { rev } = await valuesOf(id);
    expect((await listed(of.boss)).find((item) => item.instanceId === id)).toMatchObject({ rev });
    expect(said((await approveMany(ctxOf(of.boss), { comment: '', rows: [rowOf(own.workItemId, rev)] })).rows)).toEqual(['ok']);
  });

  it('takes fifty at most, and at least one', () => {
    const many = (count: number) => ({ comment: '', rows: Array.from({ length: count }, () => rowOf(newId())) });
    expect([0, 1, 50, 51].map((count) => ApproveManyInput.safeParse(many(count)).success)).toEqual([false, true, true, false]);
  });
});

describe('the inbox says what cannot be approved with others', () => {
  const offers = { actions: ['approve' as const, 'reject' as const] };

  it.each([
    ['nothing, where the activity asks for the approval alone', {}, null],
    ['a comment that has to be written', { manager: { commentRequired: ['approve' as const] } }, 'comment'],
    ['people to be chosen', { finance: { assignment: [{ kind: 'chosenByPrevious' as const, multiple: false }] } }, 'people'],
    ['an activity that offers no approval', { manager: { actions: ['reject' as const, 'transfer' as const] } }, 'notOffered'],
    [
      'a field that has to be filled in',
      {
        manager: {
          ...offers,
          access: { ...approverAccess, fields: { ...approverAccess.fields, [fields.remark.id]: 'required' as const } },
        },
      },
      'fields',
    ],
  ])('%s', async (_, more, why) => {
    const of = await trip(more);
    const [item] = await waiting(of, 1);
    expect(await whyNot(of.boss)).toEqual([why]);
    // And the verb refuses what the list says it would.
    const { rows } = await approveMany(ctxOf(of.boss), { comment: '', rows: [rowOf(item!)] });
    expect(rows.map((row) => row.ok)).toEqual([why === null]);
  });

  it('a document, until the request has it', async () => {
    const type = {
      id: 'slip',
      name: { zh: '回单', en: 'Slip' },
      required: true,
      maxCount: 2,
      formats: [],
      addedAt: ['manager', 'finance'],
    };
    const of = await trip({ settings: { documents: [type] } });
    const id = await submitted(of);
    expect(await whyNot(of.boss)).toEqual(['documents']);
    const { id: documentId } = await uploadDocument(ctxOf(of.boss), { name: 'a.txt', bytes: Buffer.from('text') });
    await approved(of.boss, id, 'manager', { documents: [{ documentId, documentTypeId: 'slip' }] });
    expect(await whyNot(of.finance)).toEqual([null]);
    expect(said((await approveMany(ctxOf(of.finance), { comment: '', rows: [rowOf(await openItem(id, 'finance'))] })).rows)).toEqual([
      'ok',
    ]);
  });

  it('a request that is suspended, or is the reader’s own to change', async () => {
    const of = await trip();
    const [id, back] = [await submitted(of), await submitted(of)];
    await suspend(ctxOf(of.stranger, ['instance.operate']), { commandId: newId(), instanceId: id, reason: 'x' });
    await returnTask(ctxOf(of.boss), {
      commandId: newId(),
      workItemId: await openItem(back, 'manager'),
      comment: 'x',
      values: {},
      rev: 1,
      documents: [],
    });
    expect(await whyNot(of.boss)).toEqual(['suspended']);
    expect(await whyNot(of.applicant)).toEqual(['revise']);
  });

  it('an item that is only offered', async () => {
    const [first, second] = [await addUser('first'), await addUser('second')];
    const of = await trip({ manager: { assignment: [{ kind: 'users', userIds: [first.id, second.id] }], distribution: 'claim' } });
    await submitted(of);
    expect((await claimable(ctxOf(first), { limit: 5 })).items.map((item) => item.notAtOnce)).toEqual(['claim']);
  });
});

describe('one item of the inbox', () => {
  it('is found by its id with the part of the list it stands in, by its own person alone, while it is open', async () => {
    const of = await trip();
    const [item] = await waiting(of, 1);
    const look = (who: TestUser, workItemId = item!) => inboxItem(ctxOf(who), { workItemId });
    const [inList] = await listed(of.boss);
    expect(await look(of.boss)).toEqual({ group: 'later', item: inList });
    expect(await look(of.applicant)).toBeNull();
    expect(await look(of.boss, newId())).toBeNull();
    await decideTask(ctxOf(of.boss), decision(item!));
    expect(await look(of.boss)).toBeNull();
  });
});
