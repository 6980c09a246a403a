import { describe, expect, it } from 'vitest';
import type { UserTaskSettings } from '@/lib/bpmn/settings';
import type { Command } from '../command';
import type { SignRule } from '../state';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given, type Scenario } from '../../testing/scenario';

const straight = { onReject: { kind: 'returnToApplicant', resubmit: 'toRejecter' }, returnResubmit: 'toReturner' } as const;
const one = (settings: Partial<UserTaskSettings>) => given(model().start('s', 'a').task('a', 'e', settings).end('e')).start();

type How = { position?: 'before' | 'after' | 'parallel'; rule?: SignRule; by?: string };

const asking = (run: Scenario, userIds: string[], { position = 'before', rule = 'all', by = 'li' }: How = {}): [Command, string] => [
  { type: 'addSign', workItemId: run.item('a', by).id, position, rule, userIds, comment: 'please look' },
  by,
];
const ask = (run: Scenario, userIds: string[], how: How = {}): Scenario => run.do(...asking(run, userIds, how));
const refused = (run: Scenario, userIds: string[], how: How = {}) => run.refusal(...asking(run, userIds, how));

const statusOf = (run: Scenario, userId: string) => Object.values(run.state.workItems).find((item) => item.userId === userId)?.status;

describe('signers before the own vote', () => {
  it('sign first; the one who asked waits, is asked again and decides', () => {
    const run = ask(one(forUsers('li')), ['wang', 'su']);
    expect(run.openTasks()).toEqual(['a: su', 'a: wang']);
    expect(statusOf(run, 'li')).toBe('waiting');
    expect(run.notices().at(-1)).toMatchObject({ kind: 'assigned', params: { comment: 'please look' } });
    run.approve('a', { by: 'wang' });
    expect(run.openTasks()).toEqual(['a: su']);
    run.approve('a', { by: 'su' });
    expect(run.openTasks()).toEqual(['a: li']);
    expect(run.status).toBe('running');
    expect(run.approve('a', { by: 'li' }).status).toBe('completed: approved');
  });

  it('give advice: whoever asked decides against them too', () => {
    const run = ask(one(forUsers('li')), ['wang', 'su']).reject('a', { by: 'su' });
    expect(run.openTasks()).toEqual(['a: li']);
    expect(statusOf(run, 'wang')).toBe('cancelled');
    expect(run.approve('a', { by: 'li' }).status).toBe('completed: approved');
  });

  it('sign one after the other, or any one of them', () => {
    const inTurn = ask(one(forUsers('li')), ['wang', 'su'], { rule: 'sequential' });
    expect(inTurn.openTasks()).toEqual(['a: wang']);
    expect(inTurn.approve('a', { by: 'wang' }).openTasks()).toEqual(['a: su']);
    const any = ask(one(forUsers('li')), ['wang', 'su'], { rule: 'any' });
    expect(any.approve('a', { by: 'su' }).openTasks()).toEqual(['a: li']);
  });

  it('do not hold up the others of a vote', () => {
    const run = ask(one({ ...forUsers('li', 'bob', 'carl'), completion: { rule: 'vote', percent: 60, compare: 'atLeast' } }), ['wang']);
    run.approve('a', { by: 'bob' }).approve('a', { by: 'carl' });
    expect(run.status).toBe('completed: approved');
    expect(run.openTasks()).toEqual([]);
  });

  it('keep the turn of whoever asked in a sequential group', () => {
    const run = ask(one({ ...forUsers('li', 'bob'), completion: { rule: 'sequential' } }), ['wang']);
    expect(run.openTasks()).toEqual(['a: wang']);
    expect(run.approve('a', { by: 'wang' }).openTasks()).toEqual(['a: li']);
    expect(run.approve('a', { by: 'li' }).openTasks()).toEqual(['a: bob']);
  });

  it('may ask others in their turn, three deep', () => {
    const run = ask(one(forUsers('li')), ['wang']);
    ask(run, ['su'], { by: 'wang' });
    ask(run, ['bob'], { by: 'su' });
    expect(refused(run, ['carl'], { by: 'bob' })).toBe('FIELD_LIMIT');
    expect(refused(run, ['carl'], { by: 'bob', position: 'parallel' })).toBeNull();
    run.approve('a', { by: 'carl' }).approve('a', { by: 'bob' });
    expect(run.openTasks()).toEqual(['a: su']);
    run.approve('a', { by: 'su' }).approve('a', { by: 'wang' });
    expect(run.openTasks()).toEqual(['a: li']);
  });
});

describe('signers after the own vote', () => {
  it('sign once it is given, and it counts once they have', () => {
    const run = ask(one(forUsers('li')), ['wang'], { position: 'after' });
    expect(run.openTasks()).toEqual(['a: li']);
    run.approve('a', { by: 'li' });
    expect(run.openTasks()).toEqual(['a: wang']);
    expect(run.approve('a', { by: 'wang' }).status).toBe('completed: approved');
  });

  it('turn it into a rejection', () => {
    const run = ask(one({ ...forUsers('li'), onReject: { kind: 'end' } }), ['wang'], { position: 'after' });
    expect(run.approve('a', { by: 'li' }).reject('a', { by: 'wang' }).status).toBe('completed: rejected');
  });

  it('are not asked when it is a rejection', () => {
    const run = ask(one({ ...forUsers('li', 'bob', 'carl'), completion: { rule: 'vote', percent: 50, compare: 'atLeast' } }), ['wang'], {
      position: 'after',
    });
    run.reject('a', { by: 'li' });
    expect(statusOf(run, 'wang')).toBe('cancelled');
    expect(run.openTasks()).toEqual(['a: bob', 'a: carl']);
  });

  it('hold the next turn of a sequential group', () => {
    const run = ask(one({ ...forUsers('li', 'bob'), completion: { rule: 'sequential' } }), ['wang'], { position: 'after' });
    expect(run.approve('a', { by: 'li' }).openTasks()).toEqual(['a: wang']);
    expect(run.approve('a', { by: 'wang' }).openTasks()).toEqual(['a: bob']);
  });

  it('stay with the seat when it is handed over', () => {
    const run = ask(one(forUsers('li')), ['wang'], { position: 'after' });
    run.do({ type: 'transfer', workItemId: run.item('a', 'li').id, toUserId: 'bob', comment: '' }, 'li');
    expect(run.approve('a', { by: 'bob' }).openTasks()).toEqual(['a: wang']);
    run.do({ type: 'transfer', workItemId: run.item('a', 'wang').id, toUserId: 'su', comment: '' }, 'wang');
    expect(run.approve('a', { by: 'su' }).status).toBe('completed: approved');
  });
});

describe('signers beside the own vote', () => {
  it('are counted by the rule of the group', () => {
    const run = ask(one({ ...forUsers('li'), completion: { rule: 'all' } }), ['wang', 'su'], { position: 'parallel' });
    expect(run.openTasks()).toEqual(['a: li', 'a: su', 'a: wang']);
    run.approve('a', { by: 'li' }).approve('a', { by: 'su' });
    expect(run.status).toBe('running');
    expect(run.state.activities[run.item('a', 'wang').activityId]?.group?.tally).toEqual({
      approved: 2,
      rejected: 0,
      pending: 1,
      seats: 3,
      need: 3,
    });
    expect(run.approve('a', { by: 'wang' }).status).toBe('completed: approved');
  });

  it('come right after whoever asked where it goes by turns', () => {
    const run = ask(one({ ...forUsers('li', 'bob'), completion: { rule: 'sequential' } }), ['wang', 'su'], { position: 'parallel' });
    expect(run.openTasks()).toEqual(['a: li']);
    expect(run.approve('a', { by: 'li' }).openTasks()).toEqual(['a: wang']);
    expect(run.approve('a', { by: 'wang' }).openTasks()).toEqual(['a: su']);
    expect(run.approve('a', { by: 'su' }).openTasks()).toEqual(['a: bob']);
  });
});

describe('adding signers', () => {
  it('is refused where the model does not let it, of oneself, of members and of the applicant', () => {
    expect(refused(one({ ...forUsers('li'), actions: ['approve'] }), ['wang'])).toBe('FORBIDDEN');
    const run = one({ ...forUsers('li', 'bob'), completion: { rule: 'all' } });
    expect(refused(run, ['li'])).toBe('STATE_CONFLICT');
    expect(refused(run, ['bob'])).toBe('STATE_CONFLICT');
    expect(refused(run, ['applicant'])).toBe('SOD_VIOLATION');
    expect(run.refusal(asking(run, ['wang'])[0], 'bob')).toBe('FORBIDDEN');
  });

  it('is for whoever has claimed an offered item', () => {
    const run = one({ ...forUsers('li', 'bob'), distribution: 'claim' });
    const workItemId = run.item('a').id;
    const command = { type: 'addSign', workItemId, position: 'before', rule: 'all', userIds: ['wang'], comment: '' } as const;
    expect(run.refusal(command, 'li')).toBe('STATE_CONFLICT');
    run.do({ type: 'claim', workItemId }, 'li').do(command, 'li');
    expect(run.approve('a', { by: 'wang' }).openTasks()).toEqual(['a: li']);
  });
});

describe('taking a signer out', () => {
  const out = (run: Scenario, userId: string, administers = false): Command => ({
    type: 'removeSign',
    workItemId: run.item('a', userId).id,
    administers,
    reason: 'away',
  });

  it('is for whoever added, or an administrator, while nothing was decided; then it goes on', () => {
    const run = ask(one(forUsers('li')), ['wang', 'su']);
    expect(run.refusal(out(run, 'wang'), 'wang')).toBe('FORBIDDEN');
    run.do(out(run, 'wang'), 'li');
    expect(run.openTasks()).toEqual(['a: su']);
    run.do(out(run, 'su', true), 'operator');
    expect(run.openTasks()).toEqual(['a: li']);
    expect(run.refusal({ type: 'removeSign', workItemId: run.item('a', 'li').id, administers: true, reason: '' }, 'operator')).toBe(
      'STATE_CONFLICT',
    );
    expect(run.approve('a', { by: 'li' }).status).toBe('completed: approved');
  });

  it('takes those whom the signer had asked along, and lets the outcome follow at once', () => {
    const run = ask(one({ ...forUsers('li'), completion: { rule: 'all' } }), ['wang'], { position: 'parallel' });
    ask(run, ['su'], { by: 'wang' });
    run.approve('a', { by: 'li' });
    const wang = Object.values(run.state.workItems).find((item) => item.userId === 'wang')!;
    run.do({ type: 'removeSign', workItemId: wang.id, administers: false, reason: '' }, 'li');
    expect(run.status).toBe('completed: approved');
    expect(run.openTasks()).toEqual([]);
  });
});

describe('a straight resubmission', () => {
  it('asks the added signer who returned it again, then whoever had added that person', () => {
    const run = ask(one({ ...forUsers('li'), ...straight }), ['wang', 'su']);
    run.approve('a', { by: 'su' }).sendBack('a', { by: 'wang' }).resubmit();
    expect(run.openTasks()).toEqual(['a: wang']);
    expect(run.approve('a', { by: 'wang' }).openTasks()).toEqual(['a: li']);
    expect(run.approve('a', { by: 'li' }).status).toBe('completed: approved');
  });

  it('keeps who signs beside and after', () => {
    const run = one({ ...forUsers('li', 'bob'), ...straight, completion: { rule: 'all' } });
    ask(run, ['wang'], { position: 'after' });
    ask(run, ['su'], { position: 'parallel', by: 'bob' });
    run.approve('a', { by: 'li' }).sendBack('a', { by: 'su' }).resubmit();
    expect(run.openTasks()).toEqual(['a: bob', 'a: su', 'a: wang']);
  });

  it('gives a claimed item back to whoever had claimed it', () => {
    const run = one({ ...forUsers('li', 'bob'), ...straight, distribution: 'claim' });
    run
      .do({ type: 'claim', workItemId: run.item('a').id }, 'bob')
      .sendBack('a', { by: 'bob' })
      .resubmit();
    expect(run.openTasks()).toEqual(['a: bob']);
  });
});
