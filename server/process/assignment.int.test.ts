import { beforeAll, describe, expect, it } from 'vitest';
import type { FormValues } from '@/forms/schema/values';
import { fieldOf } from '@/forms/testing/sample';
import type { AssignmentRule, CompletionRule } from '@/lib/bpmn/assignment';
import type { UserTaskSettings } from '@/lib/bpmn/settings';
import { query } from '@/server/db/client';
import { byId } from '@/server/instance/by-id';
import { decideTask, type DecideTaskInput } from '@/server/task/decide';
import { drawn, drawnForm, startDrawn, statusOf, waiting } from '@/test/drawn';
import { ctxOf, refusalOf } from '@/test/portal';
import { decision, itemsOf, valuesOf } from '@/test/request';
import { company, type Company } from '@/test/xinghe';

/** What the property panel sets, published, started and acted on: who gets the work. */

const fields = [
  fieldOf('事由', { type: 'text' }),
  fieldOf('金额', { type: 'money', currency: 'CNY' }),
  fieldOf('涉及部门', { type: 'department', multiple: true }),
  fieldOf('经办人', { type: 'user', multiple: true }),
];
const one = 'start s\nuser a\nend e\ns > a\na > e';
const two = 'start s\nuser a\nuser b\nend e\ns > a\na > b\nb > e';

let at: Company;
let formId: string;
beforeAll(async () => {
  at = await company();
  formId = await drawnForm(at.user('gu'), fields);
});

type Asking = { by?: string; values?: FormValues; chosen?: Record<string, string[]>; notation?: string };

/** Publishes a flow whose activity `a` has these settings, submits a request and gives its id. */
async function request(a: Partial<UserTaskSettings>, asking: Asking & { b?: Partial<UserTaskSettings> } = {}): Promise<string> {
  const { by = 'li', values = {}, chosen = {}, b } = asking;
  const of = await drawn(at.user('gu'), asking.notation ?? (b ? two : one), { formId, tasks: { a, ...(b ? { b } : {}) } });
  return startDrawn(at.user(by), of, { values, chosen });
}

const users = (...logins: string[]): AssignmentRule => ({ kind: 'users', userIds: at.ids('users', ...logins) });

/** Decides what lies with this person, or is offered to anybody, at the element. */
async function act(login: string, id: string, element = 'a', more: Partial<DecideTaskInput> = {}): Promise<void> {
  const userId = at.id('users', login);
  const mine = (await itemsOf(id)).find(
    (item) => item.open && item.elementId === element && (item.userId === userId || item.userId === null),
  );
  if (!mine) throw new Error(`${login} has nothing to decide at ${element}`);
  const { rev } = await valuesOf(id);
  await decideTask(ctxOf(at.user(login)), decision(mine.id, { rev, ...more }));
}

describe('who gets the work', () => {
  it.each<[string, () => AssignmentRule, string, Asking?]>([
    ['named users', () => users('he', 'cai'), 'a: he, cai'],
    ['a department', () => ({ kind: 'department', departmentIds: at.ids('departments', '会计'), includeSub: false }), 'a: zhou, he, ma'],
    [
      'a department with its sub-departments',
      () => ({ kind: 'department', departmentIds: at.ids('departments', '财务'), includeSub: true }),
      'a: shen, zhou, cai, he, ma',
    ],
    ['a position', () => ({ kind: 'position', positionIds: at.ids('positions', '总监') }), 'a: chen, shen'],
    [
      'department + position',
      () => ({
        kind: 'departmentPosition',
        departmentIds: at.ids('departments', '财务'),
        includeSub: true,
        positionIds: at.ids('positions', '专员'),
      }),
      'a: cai, he, ma',
    ],
    ['a role, by rank', () => ({ kind: 'role', roleIds: at.ids('roles', '审核人') }), 'a: qin, zhou'],
    ['a work group', () => ({ kind: 'workGroup', workGroupIds: at.ids('workGroups', '小组') }), 'a: ma, xu'],
    ['the applicant', () => ({ kind: 'applicant' }), 'a: li'],
    ["the applicant's manager", () => ({ kind: 'manager', levels: 1 }), 'a: wang'],
    ["the manager's manager", () => ({ kind: 'manager', levels: 2 }), 'a: chen'],
    ['the manager of a head is the next one up', () => ({ kind: 'manager', levels: 1 }), 'a: chen', { by: 'wang' }],
    ['the whole chain up to a rank', () => ({ kind: 'managerChain', untilRank: 3 }), 'a: wang, chen'],
    [
      'a chain as long as the amount asks',
      () => ({ kind: 'managerChain', levels: 'if 金额 < 5000 then 1 else 3' }),
      'a: wang, chen, gu',
      { values: { 金额: { amount: '5000.00', currency: 'CNY' } } },
    ],
    [
      "the heads of a field's departments",
      () => ({ kind: 'departmentHead', field: '涉及部门' }),
      'a: zhou, qin',
      { values: { 涉及部门: ['会计', '华南'] } },
    ],
    ['the people of a field', () => ({ kind: 'fieldUsers', field: '经办人' }), 'a: xu, ma', { values: { 经办人: ['xu', 'ma'] } }],
    [
      "everybody of a field's departments",
      () => ({ kind: 'fieldDepartments', field: '涉及部门', includeSub: false }),
      'a: zhou, he, ma',
      { values: { 涉及部门: ['会计'] } },
    ],
    ['whom the applicant chose', () => ({ kind: 'chosenByApplicant', multiple: true }), 'a: cai, he', { chosen: { a: ['cai', 'he'] } }],
    ['whom the one before chose: the applicant', () => ({ kind: 'chosenByPrevious', multiple: false }), 'a: ma', { chosen: { a: ['ma'] } }],
  ])('%s', async (_what, rule, expected, asking = {}) => {
    const ids = (value: unknown, noun: 'departments' | 'users') => (Array.isArray(value) ? at.ids(noun, ...(value as string[])) : value);
    const values = Object.fromEntries(
      Object.entries(asking.values ?? {}).map(([key, value]) => [key, ids(value, key === '涉及部门' ? 'departments' : 'users')]),
    ) as FormValues;
    const chosen = Object.fromEntries(Object.entries(asking.chosen ?? {}).map(([key, logins]) => [key, at.ids('users', ...logins)]));
    const id = await request({ assignment: [rule()], completion: { rule: 'all' } }, { ...asking, values, chosen });
    expect(await waiting(id)).toEqual([expected]);
  });

  it('everyone, without those taken out again', async () => {
    const id = await request({
      assignment: [{ kind: 'everyone' }],
      except: [{ kind: 'department', departmentIds: at.ids('departments', '销售'), includeSub: true }, users('gu', 'ma')],
      completion: { rule: 'all' },
    });
    expect(await waiting(id)).toEqual(['a: shen, zhou, cai, he']);
  });

  it('several rules are united in their order, each person once', async () => {
    const id = await request({
      assignment: [users('ma'), { kind: 'manager', levels: 1 }, users('wang', 'he')],
      completion: { rule: 'all' },
    });
    expect(await waiting(id)).toEqual(['a: ma, wang, he']);
  });

  it('the handler before chooses when approving; without a choice nothing happens', async () => {
    const id = await request({ assignment: [users('he')] }, { b: { assignment: [{ kind: 'chosenByPrevious', multiple: true }] } });
    expect(await refusalOf(act('he', id))).toBe('FIELD_REQUIRED');
    expect(await waiting(id)).toEqual(['a: he']);
    await act('he', id, 'a', { chosen: { b: at.ids('users', 'cai', 'ma') } });
    expect(await waiting(id)).toEqual(['b: cai, ma']);
  });

  it('the applicant who has to choose is asked, and nothing is stored without a choice', async () => {
    expect(await refusalOf(request({ assignment: [{ kind: 'chosenByApplicant', multiple: false }] }))).toBe('FIELD_REQUIRED');
  });

  it('whoever decided an earlier activity decides again', async () => {
    const id = await request(
      { assignment: [users('he', 'ma')], completion: { rule: 'any' } },
      { b: { assignment: [{ kind: 'sameAs', activityId: 'a' }], repeat: 'ask' } },
    );
    await act('ma', id);
    expect(await waiting(id)).toEqual(['b: ma']);
  });

  it('one item for whoever claims it', async () => {
    const id = await request({ assignment: [users('he', 'ma')], distribution: 'claim' });
    const { rows } = await query<{ names: string }>({
      text: `select string_agg(u.name, ', ' order by u.name) as names from portal.work_item_candidate c join portal."user" u on u.id = c.user_id where c.root_instance_id = $1`,
      values: [id],
    });
    expect(rows).toEqual([{ names: 'he, ma' }]);
    await act('ma', id);
    expect(await statusOf(id)).toBe('completed approved');
  });
});

describe('when nobody is found', () => {
  const empty = (): AssignmentRule => ({ kind: 'department', departmentIds: at.ids('departments', '出纳'), includeSub: false });
  const nobodyThere = (nobody: UserTaskSettings['nobody']) => ({ assignment: [empty()], except: [users('cai')], nobody });

  it('the next head up from the department that was meant', async () => {
    expect(await waiting(await request(nobodyThere({ kind: 'upOneLevel' })))).toEqual(['a: shen']);
  });

  it('a named person', async () => {
    expect(await waiting(await request(nobodyThere({ kind: 'user', userId: at.id('users', 'ma') })))).toEqual(['a: ma']);
  });

  it('the administrators of the process, any one of them', async () => {
    const of = await drawn(at.user('gu'), one, {
      formId,
      process: { adminIds: at.ids('users', 'he', 'gu') },
      tasks: { a: { ...nobodyThere({ kind: 'processAdmin' }), completion: { rule: 'all' } } },
    });
    const id = await startDrawn(at.user('li'), of);
    expect(await waiting(id)).toEqual(['a: he, gu']);
    await act('gu', id);
    expect(await statusOf(id)).toBe('completed approved');
  });

  it('on without anybody', async () => {
    expect(await statusOf(await request(nobodyThere({ kind: 'autoPass' })))).toBe('completed approved');
  });
});

describe('when the applicant is among the approvers', () => {
  const withApplicant = (applicant: UserTaskSettings['applicant']): Partial<UserTaskSettings> => ({
    assignment: [users('li', 'he')],
    completion: { rule: 'all' },
    applicant,
  });

  it('is left out, one seat fewer', async () => {
    expect(await waiting(await request(withApplicant('leaveOut')))).toEqual(['a: he']);
  });

  it('the seat goes to the manager', async () => {
    expect(await waiting(await request(withApplicant('manager')))).toEqual(['a: wang, he']);
  });

  it('a rule that names the applicant means it: the buttons are there and work', async () => {
    const id = await request({ assignment: [{ kind: 'applicant' }] });
    const page = await byId(ctxOf(at.user('li')), { id });
    expect(page.myItems[0]?.actions).toEqual(expect.arrayContaining(['approve', 'reject', 'return']));
    await act('li', id);
    expect(await statusOf(id)).toBe('completed approved');
  });

  it('may decide as anybody else', async () => {
    expect(await waiting(await request(withApplicant('allow')))).toEqual(['a: li, he']);
  });
});

describe('when the same person approves again', () => {
  const again = (repeat: UserTaskSettings['repeat'], notation = two) =>
    request({ assignment: [users('he')] }, { b: { assignment: [users('he')], repeat }, notation });

  it('is asked each time', async () => {
    const id = await again('ask');
    await act('he', id);
    expect(await waiting(id)).toEqual(['b: he']);
  });

  it.each(['consecutive', 'any'] as const)('is not asked again right after (%s)', async (repeat) => {
    const id = await again(repeat);
    await act('he', id);
    expect(await statusOf(id)).toBe('completed approved');
  });

  it('after somebody else decided between: asked with `consecutive`, not with `any`', async () => {
    const three = 'start s\nuser a\nuser c\nuser b\nend e\ns > a\na > c\nc > b\nb > e';
    const between = async (repeat: UserTaskSettings['repeat']) => {
      const tasks = { a: { assignment: [users('he')] }, c: { assignment: [users('ma')] }, b: { assignment: [users('he')], repeat } };
      const id = await startDrawn(at.user('li'), await drawn(at.user('gu'), three, { formId, tasks }));
      await act('he', id);
      await act('ma', id, 'c');
      return id;
    };
    expect(await waiting(await between('consecutive'))).toEqual(['b: he']);
    expect(await statusOf(await between('any'))).toBe('completed approved');
  });
});

describe('when a group has decided', () => {
  const group = (completion: CompletionRule, onReject: UserTaskSettings['onReject'] = { kind: 'end' }) =>
    request({ assignment: [users('he', 'ma', 'cai')], completion, onReject });

  it('all: the last approval passes, the first rejection ends it', async () => {
    const passed = await group({ rule: 'all' });
    for (const who of ['he', 'ma', 'cai']) {
      expect(await statusOf(passed)).toBe('running -');
      await act(who, passed);
    }
    expect(await statusOf(passed)).toBe('completed approved');
    const failed = await group({ rule: 'all' });
    await act('ma', failed, 'a', { decision: 'reject' });
    expect(await statusOf(failed)).toBe('completed rejected');
  });

  it('any: the first decision decides', async () => {
    const id = await group({ rule: 'any' });
    await act('cai', id);
    expect(await statusOf(id)).toBe('completed approved');
  });

  it('vote: more than half of three is two', async () => {
    const id = await group({ rule: 'vote', percent: 50, compare: 'moreThan' });
    await act('he', id, 'a', { decision: 'reject' });
    await act('ma', id);
    expect(await statusOf(id)).toBe('running -');
    await act('cai', id);
    expect(await statusOf(id)).toBe('completed approved');
  });

  it('vote by count: fails as soon as it can no longer be reached', async () => {
    const id = await group({ rule: 'vote', count: 3, compare: 'atLeast' });
    await act('he', id, 'a', { decision: 'reject' });
    expect(await statusOf(id)).toBe('completed rejected');
  });

  it('sequential: one after the other, in the order of the seats', async () => {
    const id = await group({ rule: 'sequential' });
    expect(await waiting(id)).toEqual(['a: he, (ma), (cai)']);
    await act('he', id);
    expect(await waiting(id)).toEqual(['a: ma, (cai)']);
  });

  it('auto: everyone gets it to read, nobody is waited for', async () => {
    const id = await group({ rule: 'auto' });
    expect(await statusOf(id)).toBe('completed approved');
    expect((await itemsOf(id)).map((item) => item.kind)).toEqual(['read', 'read', 'read']);
  });

  it('rejected: back to the applicant, who revises', async () => {
    const id = await group({ rule: 'any' }, { kind: 'returnToApplicant', resubmit: 'wholeChain' });
    await act('he', id, 'a', { decision: 'reject' });
    expect((await itemsOf(id)).filter((item) => item.open)).toMatchObject([{ kind: 'revise', userId: at.id('users', 'li') }]);
  });
});
