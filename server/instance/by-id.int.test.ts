import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { addSign } from '@/server/task/add-sign';
import { claim } from '@/server/task/claim';
import { decideTask } from '@/server/task/decide';
import { markRead } from '@/server/task/mark-read';
import { returnTask } from '@/server/task/return';
import { view } from '@/server/task/view';
import { addUser, ctxOf, refusalOf } from '@/test/portal';
import { approved, decision, openItem, startInput, submitted, valuesOf } from '@/test/request';
import type { Row } from '@/forms/fields/sub-table/config';
import { filled, trip } from '@/test/trip';
import { byId } from './by-id';
import { comment } from './comment';
import { preview } from './preview';
import { resubmit } from './resubmit';
import type { TimelineActivity } from './request-page';
import { start } from './start';
import { urge } from './urge';

describe('the request page', () => {
  it('for the applicant says who has it, since when, and where it goes from there', async () => {
    const of = await trip();
    const id = await submitted(of);
    const page = await byId(ctxOf(of.applicant), { id });
    expect(page).toMatchObject({
      title: '出差：赴深圳参展',
      status: 'running',
      seal: 'running',
      round: 1,
      applicant: { name: '李卓' },
      department: { name: { zh: '销售部' } },
      myItems: [],
    });
    expect(page.holders).toMatchObject([{ elementId: 'manager', people: [{ name: '王敏' }], rework: false }]);
    expect(page.outlook?.steps.map((step) => [step.elementId, step.now, step.people.map((person) => person.name)])).toEqual([
      ['manager', true, ['王敏']],
      ['finance', false, ['苏青']],
      ['tell', false, ['周岚']],
    ]);
    expect(page.form).toMatchObject({
      rev: 1,
      values: { reason: '赴深圳参展', total: '2280.50', secret: filled.secret },
      access: { default: 'read' },
    });
    expect(page.can).toMatchObject({ withdraw: true, urge: true, terminate: false, reassign: false });
    expect(page.summary.map((field) => [field.key, field.value])).toEqual([
      ['total', '2280.50'],
      ['kind', '飞机'],
      ['secret', filled.secret],
    ]);
  });

  it('names whose turn it is after an approval in turn, and whom a vote still waits for', async () => {
    const [first, second, third] = [await addUser('孙一'), await addUser('孙二'), await addUser('孙三')];
    const users = { kind: 'users' as const, userIds: [first.id, second.id, third.id] };
    const nextOf = async (id: string, who: typeof first) => {
      const [item] = (await byId(ctxOf(who), { id })).myItems;
      return item?.next?.map((step) => [step.elementId, step.now, step.people.map((person) => person.name)]);
    };
    const rest = [
      ['finance', false, ['苏青']],
      ['tell', false, ['周岚']],
    ];

    const turns = await submitted(await trip({ manager: { assignment: [users], completion: { rule: 'sequential' } } }));
    expect(await nextOf(turns, first)).toEqual([['manager', false, ['孙二', '孙三']], ...rest]);
    await approved(first, turns, 'manager');
    expect(await nextOf(turns, second)).toEqual([['manager', false, ['孙三']], ...rest]);

    const all = await submitted(await trip({ manager: { assignment: [users], completion: { rule: 'all' } } }));
    expect(await nextOf(all, first)).toEqual([['manager', true, ['孙二', '孙三']], ...rest]);

    const any = await submitted(await trip({ manager: { assignment: [users], completion: { rule: 'any' } } }));
    expect(await nextOf(any, first)).toEqual(rest);
  });

  it('asks only the one whose approval ends the activity who is next, and tells added signers who asked them', async () => {
    const [boss, first, last] = [await addUser('钱一'), await addUser('钱二'), await addUser('钱三')];
    const of = await trip({
      manager: { assignment: [{ kind: 'users', userIds: [boss.id] }] },
      finance: { assignment: [{ kind: 'chosenByPrevious', multiple: false }] },
    });
    const id = await submitted(of);
    const itemOf = async (who: typeof boss) => {
      const [item] = (await byId(ctxOf(who), { id })).myItems;
      return (
        item && { choices: item.choices, next: item.next?.[0]?.people.map(({ name }) => name), askedBy: item.askedBy, taken: item.taken }
      );
    };
    const ask = async (userId: string, position: 'before' | 'after', comment: string) =>
      addSign(ctxOf(boss), {
        commandId: newId(),
        workItemId: await openItem(id, 'manager'),
        position,
        rule: 'all',
        userIds: [userId],
        comment,
      });
    const choice = { elementId: 'finance', multiple: false, chosen: [] };
    expect(await itemOf(boss)).toMatchObject({ choices: [choice], askedBy: null, taken: [boss.id, of.applicant.id] });

    await ask(last.id, 'after', '再看一遍');
    expect(await itemOf(boss)).toMatchObject({ choices: [], next: ['钱三'] });
    await ask(first.id, 'before', '先看科目');
    expect(await itemOf(first)).toMatchObject({
      choices: [],
      next: ['钱一'],
      askedBy: { how: 'before', by: { name: '钱一' }, comment: '先看科目' },
    });
    expect(await itemOf(last)).toBeUndefined();

    await approved(first, id, 'manager');
    await approved(boss, id, 'manager');
    expect(await itemOf(last)).toMatchObject({ choices: [choice], askedBy: { how: 'after', comment: '再看一遍' } });
    await approved(last, id, 'manager', { chosen: { finance: [of.finance.id] } });
    expect((await byId(ctxOf(of.finance), { id })).myItems).toHaveLength(1);
  });

  it('for the approver has the item with its actions, masks what is masked, and holds nothing that is hidden', async () => {
    const of = await trip();
    const id = await submitted(of);
    await approved(of.boss, id, 'manager', { values: { remark: 'fine' } });
    const again = await submitted(of);
    const page = await byId(ctxOf(of.boss), { id: again });
    expect(page.seal).toBe('waiting');
    expect(page.myItems).toMatchObject([
      {
        kind: 'task',
        elementId: 'manager',
        actions: ['approve', 'reject', 'return', 'transfer', 'addSign', 'comment'],
        commentRequired: ['reject', 'return'],
        next: [{ elementId: 'finance' }, { elementId: 'tell' }],
      },
    ]);
    expect(page.form?.values.card).toBe('****7890');
    expect(page.summary.map((field) => field.key)).toEqual(['total', 'kind']);
    expect(JSON.stringify(page)).not.toContain('for the applicant alone');
    expect(JSON.stringify(page)).not.toContain('6222021234567890');
    expect(JSON.stringify(await byId(ctxOf(of.boss), { id }))).not.toContain('for the applicant alone');
  });

  it('shows each round, what changed between them, and why it came back', async () => {
    // given
    const of = await trip();
    const id = await submitted(of);
    await returnTask(ctxOf(of.boss), {
      commandId: newId(),
      workItemId: await openItem(id, 'manager'),
      comment: '太贵',
      values: {},
      rev: 1,
      documents: [],
    });
    // when
    const back = await byId(ctxOf(of.applicant), { id });
    expect(back).toMatchObject({ seal: 'rework', holders: [{ rework: true, people: [{ name: '李卓' }] }], can: { withdraw: true } });
    expect(back.myItems).toMatchObject([
      { kind: 'revise', actions: ['resubmit', 'withdraw'], wayBack: { cause: 'returned', by: { name: '王敏' }, comment: '太贵' } },
    ]);
    expect(back.form?.access.default).toBe('edit');
    const [first, second] = (await valuesOf(id)).values.lines as [Row, Row];
    const lines = [{ ...first, price: '900.00' }];
    await resubmit(ctxOf(of.applicant), {
      commandId: newId(),
      workItemId: back.myItems[0]!.id,
      rev: 1,
      values: { lines, secret: 'still mine' },
      chosen: {},
      documents: [],
    });
    // then
    const page = await byId(ctxOf(of.boss), { id });
    expect(page.rounds.map(({ round, values }) => [round, values.total, values.secret])).toEqual([
      [1, '2280.50', undefined],
      [2, '900.00', undefined],
    ]);
    expect(page.changes).toMatchObject([{ round: 2, by: { name: '李卓' } }]);
    expect(page.changes[0]?.changes.map((change) => change.path).sort()).toEqual([
      `lines[${first._id}].price`,
      `lines[${second._id}]`,
      'total',
    ]);
    const activities = page.timeline.filter((entry): entry is TimelineActivity => entry.type === 'activity');
    expect(activities.map(({ elementId, round, kind, outcome }) => [elementId, round, kind, outcome])).toEqual([
      ['manager', 2, 'human', null],
      ['start', 1, 'revise', null],
      ['manager', 1, 'human', 'returned'],
    ]);
    expect(page.timeline.flatMap((entry) => (entry.type === 'act' ? [entry.act] : []))).toEqual(['resubmitted', 'submitted']);
  });

  it('has the vote with its arithmetic, the comments, the way through the diagram and the readers', async () => {
    // given
    const names = await Promise.all(['甲', '乙', '丙'].map((name) => addUser(name)));
    const vote = {
      assignment: [{ kind: 'users' as const, userIds: names.map((one) => one.id) }],
      completion: { rule: 'vote' as const, percent: 50, compare: 'moreThan' as const },
    };
    const of = await trip({ manager: vote });
    const id = await submitted(of);
    for (const voter of names.slice(0, 2)) {
      const page = await byId(ctxOf(voter), { id });
      await decideTask(ctxOf(voter), decision(page.myItems[0]!.id, { comment: `${voter.name}同意` }));
    }
    await approved(of.finance, id, 'finance');
    await comment(ctxOf(of.applicant), { commandId: newId(), instanceId: id, text: '谢谢', mentions: [] });
    const reading = await byId(ctxOf(of.reader), { id });
    expect(reading.myItems).toMatchObject([{ kind: 'read', actions: ['markRead'] }]);
    await view(ctxOf(of.reader), { commandId: newId(), workItemId: reading.myItems[0]!.id });
    await markRead(ctxOf(of.reader), { commandId: newId(), workItemId: reading.myItems[0]!.id });
    // when
    const page = await byId(ctxOf(of.applicant), { id });
    // then
    expect(page).toMatchObject({
      status: 'completed',
      outcome: 'approved',
      seal: 'approved',
      holders: [],
      outlook: null,
      can: { withdraw: false, urge: false, remindReaders: false },
    });
    const voted = page.timeline.find((entry): entry is TimelineActivity => entry.type === 'activity' && entry.elementId === 'manager');
    expect(voted).toMatchObject({ outcome: 'approved', tally: { approved: 2, rejected: 0, pending: 1, seats: 3, need: 2 } });
    expect(voted?.seats.map((seat) => [seat.person?.name, seat.status, seat.comment])).toEqual([
      ['甲', 'approved', '甲同意'],
      ['乙', 'approved', '乙同意'],
      ['丙', 'cancelled', null],
    ]);
    expect(page.comments).toMatchObject([{ text: '谢谢', author: { name: '李卓' } }]);
    expect(page.receipts).toMatchObject([
      { elementId: 'tell', receipt: true, total: 1, read: 1, readers: [{ person: { name: '周岚' }, status: 'done' }] },
    ]);
    expect(page.receipts[0]?.readers[0]?.at).not.toBeNull();
    const visited = Object.fromEntries(page.diagram.visited.map((element) => [element.elementId, element.visits]));
    expect(visited).toEqual({ start: 1, manager: 1, finance: 1, tell: 1, end: 1 });
    expect(
      page.diagram.visited.find((element) => element.elementId === 'manager')?.people.map((person) => person.name),
      'in the order in which they decided',
    ).toEqual(['甲', '乙']);
    expect(page.diagram.tokens).toEqual([]);
    expect((await byId(ctxOf(of.reader), { id })).receipts).toEqual([]);
  });

  it('tells an operator, and nobody else, who cannot be given a seat', async () => {
    const beside = await addUser('同席人');
    const of = await trip();
    const both = await trip({
      manager: { assignment: [{ kind: 'users', userIds: [of.boss.id, beside.id] }], completion: { rule: 'all' } },
    });
    const id = await submitted(both);
    await decideTask(ctxOf(of.boss), decision(await openItem(id, 'manager')));
    const page = await byId(ctxOf(of.stranger, ['instance.operate']), { id });
    const manager = page.timeline.find((entry): entry is TimelineActivity => entry.type === 'activity' && entry.elementId === 'manager');
    expect(Object.keys(page.taken)).toEqual([manager?.activityId]);
    expect(new Set(page.taken[manager?.activityId ?? ''])).toEqual(new Set([of.boss.id, beside.id, both.applicant.id]));
    expect((await byId(ctxOf(beside), { id })).taken).toEqual({});
  });

  it('says of a step that is offered to several that one of them claims it, before it is submitted and after', async () => {
    const beside = await addUser('同席人');
    const of = await trip();
    const offered = await trip({ manager: { assignment: [{ kind: 'users', userIds: [of.boss.id, beside.id] }], distribution: 'claim' } });
    const input = startInput(offered);
    const rules = (steps: readonly { elementId: string; rule: string | null }[]) => steps.map((step) => [step.elementId, step.rule]);
    const { steps } = await preview(ctxOf(offered.applicant), {
      of: 'start',
      processId: offered.processId,
      versionId: offered.versionId,
      values: input.values,
      chosen: {},
    });
    expect(rules(steps).slice(0, 2)).toEqual([
      ['manager', 'claim'],
      ['finance', 'any'],
    ]);
    await start(ctxOf(offered.applicant), input);
    const id = input.commandId;
    const now = async () => rules((await byId(ctxOf(offered.applicant), { id })).outlook?.steps ?? [])[0];
    expect(await now()).toEqual(['manager', 'claim']);
    await claim(ctxOf(beside), { commandId: newId(), workItemId: await openItem(id, 'manager') });
    expect(await now()).not.toEqual(['manager', 'claim']);
  });

  it('names who acts for whom, and what was passed on', async () => {
    const of = await trip();
    const proxy = await addUser('郭晓');
    await query({
      text: `insert into portal.delegation (id, user_id, proxy_id, starts_at, ends_at) values ($1, $2, $3, now() - interval '1 day', now() + interval '1 day')`,
      values: [newId(), of.boss.id, proxy.id],
    });
    const id = await submitted(of);
    const page = await byId(ctxOf(proxy), { id });
    expect(page.holders[0]?.people).toMatchObject([{ name: '郭晓', onBehalfOf: { name: '王敏' } }]);
    expect(page.myItems[0]?.onBehalfOf?.name).toBe('王敏');
    expect((await byId(ctxOf(of.boss), { id })).number).toBe(page.number);
  });
});

describe('who may see a request', () => {
  it('people with a seat, now or before; for anybody else it is as if it were not there', async () => {
    const of = await trip();
    const id = await submitted(of);
    expect(await refusalOf(byId(ctxOf(of.finance), { id }))).toBe('NOT_FOUND');
    await approved(of.boss, id, 'manager');
    expect((await byId(ctxOf(of.finance), { id })).id).toBe(id);
    expect((await byId(ctxOf(of.boss), { id })).id).toBe(id);
    const unknown = await byId(ctxOf(of.stranger), { id: newId() }).catch((error: unknown) => error);
    const foreign = await byId(ctxOf(of.stranger), { id }).catch((error: unknown) => error);
    expect(foreign).toEqual(unknown);
  });

  it('owners and administrators of the process, operators and auditors; monitors in their departments', async () => {
    const owner = await addUser('owner');
    const admin = await addUser('admin');
    const of = await trip({ ownerIds: [owner.id], settings: { adminIds: [admin.id] } });
    const inside = await addUser('inside', { departmentId: of.departmentId });
    const id = await submitted(of);
    const sees = async (...args: Parameters<typeof ctxOf>) => (await refusalOf(byId(ctxOf(...args), { id }))) === null;
    expect(await sees(owner)).toBe(true);
    expect(await sees(admin)).toBe(true);
    expect(await sees(of.stranger)).toBe(false);
    expect(await sees(of.stranger, ['instance.operate'])).toBe(true);
    expect(await sees(of.stranger, ['audit.read'])).toBe(true);
    expect(await sees(of.stranger, ['instance.monitor'])).toBe(false);
    expect(await sees(inside)).toBe(false);
    expect(await sees(inside, ['instance.monitor'])).toBe(true);
    expect((await byId(ctxOf(admin), { id })).can).toMatchObject({ suspend: true, terminate: true, reassign: true, withdraw: false });
    expect((await byId(ctxOf(inside, ['instance.monitor']), { id })).can).toMatchObject({ suspend: false, terminate: false });
  });

  it('comments and urging are for those who see it; urging for the applicant alone', async () => {
    const of = await trip();
    const id = await submitted(of);
    const say = (by: typeof of.boss) => comment(ctxOf(by), { commandId: newId(), instanceId: id, text: 'x', mentions: [] });
    expect(await refusalOf(say(of.stranger))).toBe('NOT_FOUND');
    expect(await refusalOf(say(of.boss))).toBeNull();
    const push = (by: typeof of.boss) => urge(ctxOf(by), { commandId: newId(), instanceId: id, comment: 'please' });
    expect(await refusalOf(push(of.boss))).toBe('FORBIDDEN');
    expect(await refusalOf(push(of.applicant))).toBeNull();
    expect(await refusalOf(push(of.applicant))).toBe('REMINDED');
    const page = await byId(ctxOf(of.applicant), { id });
    expect(page.timeline[0]).toMatchObject({ type: 'act', act: 'urged', text: 'please' });
    expect(page.can.urge).toBe(false);
    expect((await valuesOf(id)).rev).toBe(1);
  });

  it('a comment repeated with its commandId stands once; with other words it is IDEMPOTENCY_MISMATCH', async () => {
    const of = await trip();
    const input = { commandId: newId(), instanceId: await submitted(of), text: 'once', mentions: [] };
    await Promise.all([1, 2, 3].map(() => comment(ctxOf(of.applicant), input)));
    expect((await byId(ctxOf(of.applicant), { id: input.instanceId })).comments).toHaveLength(1);
    expect(await refusalOf(comment(ctxOf(of.applicant), { ...input, text: 'other' }))).toBe('IDEMPOTENCY_MISMATCH');
  });
});
