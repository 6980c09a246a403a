import { describe, expect, it } from 'vitest';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import type { UserTaskSettings } from '@/lib/bpmn/settings';
import { model } from '../../testing/builder';
import type { Org } from '../../testing/org';
import { forUsers } from '../../testing/people';
import { given, type Scenario } from '../../testing/scenario';

const all = { completion: { rule: 'all' } } as const;
const one = (settings: Partial<UserTaskSettings>, adminIds: string[] = []) =>
  model({ adminIds }).start('s', 'a').task('a', 'e', settings).end('e').build();
const notes = (run: Scenario) =>
  Object.values(run.state.activities).flatMap((activity) => (activity.group?.notes ?? []).map((note) => note.kind));

const org: Org = {
  departments: {
    board: { head: 'ceo', members: ['ceo'] },
    sales: { head: 'chen', parent: 'board', members: ['chen'] },
    east: { head: 'wang', parent: 'sales', members: ['wang', 'li', 'applicant'] },
    treasury: { parent: 'board', members: ['gao'] },
  },
  ranks: { ceo: 1, chen: 3, wang: 4 },
  roles: { auditors: ['su', 'he'] },
};

describe('assignment rules', () => {
  const byRule = (rule: AssignmentRule, values = {}) =>
    given(one({ assignment: [rule], ...all }), org)
      .start(values, { departmentId: 'east' })
      .openTasks();

  it.each([
    [{ kind: 'department', departmentIds: ['sales'], includeSub: false }, ['a: chen']],
    [{ kind: 'role', roleIds: ['auditors'] }, ['a: he', 'a: su']],
    [{ kind: 'manager', levels: 1 }, ['a: wang']],
    [{ kind: 'manager', levels: 2 }, ['a: chen']],
    [{ kind: 'managerChain', untilRank: 3 }, ['a: chen', 'a: wang']],
    [{ kind: 'managerChain', levels: '1' }, ['a: wang']],
  ] satisfies [AssignmentRule, string[]][])('%j', (rule, expected) => {
    expect(byRule(rule)).toEqual(expected);
  });

  it('reads people and departments out of the form', () => {
    expect(byRule({ kind: 'fieldUsers', field: 'who' }, { who: ['li', 'su'] })).toEqual(['a: li', 'a: su']);
    expect(byRule({ kind: 'fieldUsers', field: 'who' }, { who: 'li' })).toEqual(['a: li']);
    expect(byRule({ kind: 'departmentHead', field: 'dept' }, { dept: 'sales' })).toEqual(['a: chen']);
  });

  it('computes the levels of a manager chain from the form', () => {
    const chain: AssignmentRule = { kind: 'managerChain', levels: 'n' };
    expect(byRule(chain, { n: 2 })).toEqual(['a: chen', 'a: wang']);
  });

  it('unites the rules in order, each person once, without the exceptions', () => {
    const run = given(
      one({
        assignment: [
          { kind: 'users', userIds: ['li', 'su'] },
          { kind: 'role', roleIds: ['auditors'] },
        ],
        except: [{ kind: 'users', userIds: ['li'] }],
        ...all,
      }),
      org,
    );
    expect(run.start().openTasks()).toEqual(['a: he', 'a: su']);
  });

  it('asks whoever decided before', () => {
    const run = given(
      model()
        .start('s', 'a')
        .task('a', 'b', { ...forUsers('li', 'su'), repeat: 'ask' })
        .task('b', 'e', { assignment: [{ kind: 'sameAs', activityId: 'a' }], repeat: 'ask' })
        .end('e'),
    ).start();
    expect(run.approve('a', { by: 'su' }).openTasks()).toEqual(['b: su']);
  });

  it('asks whom the previous handler chose, and refuses to go on without a choice', () => {
    const run = given(
      model()
        .start('s', 'a')
        .task('a', 'b', forUsers('li'))
        .task('b', 'e', { assignment: [{ kind: 'chosenByPrevious', multiple: false }] })
        .end('e'),
    ).start();
    const command = { type: 'decide', workItemId: run.item('a').id, decision: 'approve', comment: '', values: {}, chosen: {} } as const;
    expect(run.attempt(command, 'li')).toMatchObject({ rejection: { code: 'FIELD_REQUIRED', path: 'chosen.b' } });
    expect(run.attempt({ ...command, chosen: { a: ['su'] } }, 'li')).toMatchObject({ rejection: { code: 'FIELD_REF', path: 'chosen.a' } });
    run.org = { disabled: ['gone'] };
    expect(run.attempt({ ...command, chosen: { b: ['gone'] } }, 'li')).toMatchObject({
      rejection: { code: 'FIELD_REF', path: 'chosen.b' },
    });
    expect(run.approve('a', { chosen: { b: ['su'] } }).openTasks()).toEqual(['b: su']);
  });

  it('asks anew who is next each time it comes back to an activity', () => {
    const again: Partial<UserTaskSettings> = { assignment: [{ kind: 'chosenByPrevious', multiple: false }], repeat: 'ask' };
    const run = given(model().start('s', 'a').task('a', 'a', again)).start({}, { chosen: { a: ['li'] } });
    const decide = (chosen: Record<string, string[]>) =>
      ({ type: 'decide', workItemId: run.item('a').id, decision: 'approve', comment: '', values: {}, chosen }) as const;
    expect(run.attempt(decide({}), 'li')).toMatchObject({ rejection: { code: 'FIELD_REQUIRED', path: 'chosen.a' } });
    expect(run.do(decide({ a: ['su'] }), 'li').openTasks()).toEqual(['a: su']);
    expect(run.attempt(decide({}), 'su')).toMatchObject({ rejection: { code: 'FIELD_REQUIRED', path: 'chosen.a' } });
  });

  it('leaves an incident when the levels cannot be computed', () => {
    expect(
      given(one({ assignment: [{ kind: 'managerChain', levels: 'nothing' }] }), org)
        .start()
        .incidents(),
    ).toEqual(['a: expression']);
  });
});

describe('the applicant among the approvers', () => {
  const among = (applicant: UserTaskSettings['applicant'], ...userIds: string[]) =>
    given(one({ ...forUsers(...userIds), applicant, ...all }), org).start({}, { departmentId: 'east' });

  it('loses the seat', () => {
    const run = among('leaveOut', 'applicant', 'li');
    expect(run.openTasks()).toEqual(['a: li']);
    expect(notes(run)).toEqual(['applicantLeftOut']);
  });

  it('hands it to the manager', () => {
    const run = among('manager', 'applicant', 'li');
    expect(run.openTasks()).toEqual(['a: li', 'a: wang']);
    expect(notes(run)).toEqual(['applicantToManager']);
  });

  it('hands it to nobody twice', () => {
    expect(among('manager', 'applicant', 'wang').openTasks()).toEqual(['a: wang']);
  });

  it('keeps it where the model allows that', () => {
    expect(among('allow', 'applicant', 'li').openTasks()).toEqual(['a: applicant', 'a: li']);
  });

  it('keeps it where the rule itself names the applicant', () => {
    expect(
      given(one({ assignment: [{ kind: 'applicant' }] }))
        .start()
        .approve('a').status,
    ).toBe('completed: approved');
  });

  it('is not replaced by the own proxy', () => {
    const run = given(one({ ...forUsers('applicant', 'li'), applicant: 'leaveOut', ...all }), { proxies: { applicant: 'su' } }).start();
    expect(run.openTasks()).toEqual(['a: li']);
  });

  it('is the manager: the next one up decides', () => {
    const run = given(one({ assignment: [{ kind: 'departmentHead', field: 'dept' }], applicant: 'manager' }), org).start(
      { dept: 'east' },
      { by: 'wang', departmentId: 'east' },
    );
    expect(run.openTasks()).toEqual(['a: chen']);
  });

  it('is the only one: the policy for nobody follows', () => {
    const run = given(one({ ...forUsers('applicant'), applicant: 'leaveOut', nobody: { kind: 'user', userId: 'su' } })).start();
    expect(run.openTasks()).toEqual(['a: su']);
    expect(notes(run)).toEqual(['applicantLeftOut', 'fellBackUser']);
  });
});

describe('nobody found', () => {
  it('falls back to the next head up, from the department that was meant', () => {
    const run = given(one({ assignment: [{ kind: 'departmentHead', field: 'dept' }] }), org).start(
      { dept: 'treasury' },
      { departmentId: 'east' },
    );
    expect(run.openTasks()).toEqual(['a: ceo']);
    expect(notes(run)).toEqual(['fellBackUp']);
  });

  it('falls back to the administrators, any of whom may decide', () => {
    const run = given(one({ ...all, nobody: { kind: 'processAdmin' } }, ['x', 'y'])).start();
    expect(run.openTasks()).toEqual(['a: x', 'a: y']);
    expect(run.approve('a', { by: 'y' }).status).toBe('completed: approved');
  });

  it('passes by itself where the model says so, with a note', () => {
    const run = given(one({ nobody: { kind: 'autoPass' } })).start();
    expect(run.status).toBe('completed: approved');
    expect(run.events.findLast((event) => event.type === 'groupChanged')).toMatchObject({
      group: { outcome: 'approved', notes: [{ kind: 'autoPassed' }] },
    });
  });

  it('never falls back to the applicant', () => {
    expect(
      given(one({ nobody: { kind: 'user', userId: 'applicant' } }))
        .start()
        .incidents(),
    ).toEqual(['a: nobody']);
  });

  it('stands open as an incident until somebody is named', () => {
    const run = given(one({ nobody: { kind: 'user', userId: 'gone' } }), { disabled: ['gone'] }).start();
    expect(run.incidents()).toEqual(['a: nobody']);
    expect(run.openTasks()).toEqual([]);
    const incidentId = run.incident('a').id;
    expect(run.refusal({ type: 'reassign', workItemId: null, incidentId, toUserId: 'applicant', reason: '' }, 'operator')).toBe(
      'SOD_VIOLATION',
    );
    run.do({ type: 'reassign', workItemId: null, incidentId, toUserId: 'su', reason: 'stands in' }, 'operator');
    expect(run.openTasks()).toEqual(['a: su']);
    expect(run.incidents()).toEqual([]);
    expect(run.approve('a').status).toBe('completed: approved');
  });

  it('is looked for again when the incident is retried', () => {
    const run = given(one({ assignment: [{ kind: 'role', roleIds: ['auditors'] }] }), {}).start();
    run.retry('a');
    expect(run.incidents()).toEqual(['a: nobody']);
    run.org = org;
    expect(run.retry('a').openTasks()).toEqual(['a: he', 'a: su']);
    expect(Object.values(run.state.activities)).toMatchObject([{ visit: 1 }]);
  });
});

describe('somebody is away', () => {
  it('is replaced by the proxy, who acts in the other name', () => {
    const run = given(one(forUsers('li')), { proxies: { li: 'su' } }).start();
    expect(run.item('a')).toMatchObject({ userId: 'su', onBehalfOf: 'li', reason: { proxyOf: 'li' } });
    expect(notes(run)).toEqual(['proxy']);
  });

  it('gives no second seat to a proxy who has one', () => {
    expect(
      given(one({ ...forUsers('li', 'su'), ...all }), { proxies: { li: 'su' } })
        .start()
        .openTasks(),
    ).toEqual(['a: su']);
    expect(
      given(one({ ...forUsers('li', 'wang'), ...all }), { proxies: { li: 'su', wang: 'su' } })
        .start()
        .openTasks(),
    ).toEqual(['a: su']);
  });

  it('keeps the seat when the proxy would be the applicant', () => {
    expect(
      given(one(forUsers('li')), { proxies: { li: 'applicant' } })
        .start()
        .openTasks(),
    ).toEqual(['a: li']);
  });

  it('notes on claiming for whom it was', () => {
    const run = given(one({ ...forUsers('li', 'wang'), distribution: 'claim' }), { proxies: { li: 'su' } }).start();
    expect(run.openTasks()).toEqual(['a: su/wang']);
    run.do({ type: 'claim', workItemId: run.item('a').id }, 'su');
    expect(run.item('a')).toMatchObject({ userId: 'su', onBehalfOf: 'li' });
  });

  it('notes for whom it was also when the proxy acts without claiming', () => {
    const settings = {
      ...forUsers('li', 'wang'),
      distribution: 'claim',
      actions: ['approve', 'return'],
      returnResubmit: 'toReturner',
    } as const;
    const offered = () => given(one({ ...settings, actions: [...settings.actions] }), { proxies: { li: 'su' } }).start();
    const acted = (run: Scenario) => run.events.findLast((event) => event.type === 'workItemChanged' && event.change.userId === 'su');
    expect(acted(offered().approve('a', { by: 'su' }))).toMatchObject({ change: { status: 'approved', onBehalfOf: 'li' } });
    expect(acted(offered().sendBack('a', { by: 'su' }))).toMatchObject({ change: { status: 'returned', onBehalfOf: 'li' } });
    expect(acted(offered().approve('a', { by: 'wang' }))).toBeUndefined();
  });
});

describe('the same person again', () => {
  const chain = (repeat: UserTaskSettings['repeat']) =>
    model()
      .start('s', 'a')
      .task('a', 'b', forUsers('li'))
      .task('b', 'c', forUsers('wang'))
      .task('c', 'd', { ...forUsers('wang', 'li'), ...all, repeat })
      .task('d', 'e', forUsers('boss'))
      .end('e')
      .build();

  it('is asked each time', () => {
    expect(given(chain('ask')).start().approve('a').approve('b').openTasks()).toEqual(['c: li', 'c: wang']);
  });

  it('passes after the approval just before', () => {
    const run = given(chain('consecutive')).start().approve('a').approve('b');
    expect(run.openTasks()).toEqual(['c: li']);
    expect(Object.values(run.state.workItems).find((item) => item.userId === 'wang')).toMatchObject({
      status: 'approved',
      reason: { note: 'repeatPassed' },
    });
  });

  it('passes after any approval of this round', () => {
    expect(given(chain('any')).start().approve('a').approve('b').openTasks()).toEqual(['d: boss']);
  });

  it('is asked once when a sequence comes to the same person through a proxy', () => {
    const run = given(one({ assignment: [{ kind: 'managerChain', levels: '3' }], completion: { rule: 'sequential' } }), {
      ...org,
      proxies: { chen: 'wang' },
    }).start({}, { departmentId: 'east' });
    run.approve('a', { by: 'wang' });
    expect(run.openTasks()).toEqual(['a: ceo']);
  });
});
