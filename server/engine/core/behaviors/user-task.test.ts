import { describe, expect, it } from 'vitest';
import type { UserTaskSettings } from '@/lib/bpmn/settings';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given } from '../../testing/scenario';

const task = (settings: Partial<UserTaskSettings>) =>
  model().start('s', 'a').task('a', 'z', settings).task('z', 'e', forUsers('boss')).end('e').build();
const three = forUsers('li', 'wang', 'zhao');

describe('user task', () => {
  it('all: waits for everyone', () => {
    const run = given(task({ ...three, completion: { rule: 'all' } })).start();
    expect(run.openTasks()).toEqual(['a: li', 'a: wang', 'a: zhao']);
    run.approve('a', { by: 'wang' }).approve('a', { by: 'li' });
    expect(run.openTasks()).toEqual(['a: zhao']);
    expect(run.approve('a', { by: 'zhao' }).openTasks()).toEqual(['z: boss']);
  });

  it('any: the first decision decides and the others are released from it', () => {
    const run = given(task({ ...three, completion: { rule: 'any' } }))
      .start()
      .approve('a', { by: 'wang' });
    expect(run.openTasks()).toEqual(['z: boss']);
    expect(run.events.flatMap((event) => (event.type === 'workItemChanged' ? [event.change.status] : []))).toEqual([
      'approved',
      'cancelled',
      'cancelled',
    ]);
  });

  it('vote: passes once the need is met and keeps the arithmetic', () => {
    const run = given(
      task({ ...forUsers('a', 'b', 'c', 'd', 'e'), completion: { rule: 'vote', percent: 60, compare: 'atLeast' } }),
    ).start();
    run.approve('a', { by: 'a' }).approve('a', { by: 'b' });
    expect(Object.values(run.state.activities)[0]?.group).toMatchObject({
      outcome: null,
      tally: { approved: 2, pending: 3, need: 3, seats: 5 },
    });
    run.approve('a', { by: 'c' });
    expect(run.openTasks()).toEqual(['z: boss']);
    expect(run.events.findLast((event) => event.type === 'groupChanged')).toMatchObject({
      group: { outcome: 'approved', tally: { approved: 3, rejected: 0, pending: 2, seats: 5, need: 3 } },
    });
  });

  it('sequential: one after the other in seat order', () => {
    const run = given(task({ ...three, completion: { rule: 'sequential' } })).start();
    expect(run.openTasks()).toEqual(['a: li']);
    expect(run.approve('a').openTasks()).toEqual(['a: wang']);
    expect(run.approve('a').openTasks()).toEqual(['a: zhao']);
    expect(run.approve('a').openTasks()).toEqual(['z: boss']);
    expect(run.notices().map((notice) => `${notice.kind} ${notice.userIds.join()}`)).toEqual([
      'assigned li',
      'assigned wang',
      'assigned zhao',
      'assigned boss',
    ]);
  });

  it('sequential: who waits for the turn cannot decide yet', () => {
    const run = given(task({ ...three, completion: { rule: 'sequential' } })).start();
    const waiting = Object.values(run.state.workItems).find((item) => item.userId === 'wang')!;
    expect(run.refusal({ type: 'decide', workItemId: waiting.id, decision: 'approve', comment: '', values: {}, chosen: {} }, 'wang')).toBe(
      'STATE_CONFLICT',
    );
  });

  it('auto: everyone gets it to read and it goes on', () => {
    const run = given(task({ ...three, completion: { rule: 'auto' } })).start();
    expect(run.toRead()).toEqual(['a: li', 'a: wang', 'a: zhao']);
    expect(run.openTasks()).toEqual(['z: boss']);
  });

  it('claim: one item is offered to all of them', () => {
    const run = given(task({ ...three, distribution: 'claim' })).start();
    expect(run.openTasks()).toEqual(['a: li/wang/zhao']);
    expect(run.notices()).toMatchObject([{ kind: 'offered', userIds: ['li', 'wang', 'zhao'] }]);
    expect(run.approve('a', { by: 'wang' }).openTasks()).toEqual(['z: boss']);
    expect(run.state.instance.approvals).toMatchObject([{ userId: 'wang' }]);
  });

  it('tells conditions the outcome when a rejection follows the flow', () => {
    const run = given(
      model()
        .start('s', 'a')
        .task('a', 'x', { ...forUsers('li'), onReject: { kind: 'followFlow' } })
        .xor('x', [
          { to: 'b', when: 'outcome = "rejected"' },
          { to: 'e', otherwise: true },
        ])
        .task('b', 'e', forUsers('wang'))
        .end('e'),
    ).start();
    expect(run.reject('a').openTasks()).toEqual(['b: wang']);
  });

  it('ends the instance as rejected when the model says so', () => {
    const run = given(task({ ...three, onReject: { kind: 'end' } }))
      .start()
      .reject('a', { by: 'li', comment: 'too dear' });
    expect(run.status).toBe('completed: rejected');
    expect(run.openTasks()).toEqual([]);
    expect(run.notices().at(-1)).toMatchObject({ kind: 'rejected', userIds: ['applicant'], params: { comment: 'too dear' } });
  });

  it('has a time to act: reminded once before, told once when it is over', () => {
    const run = given(task({ ...three, due: { duration: 'P2D', remindBefore: 'PT4H' } })).start();
    expect(run.item('a', 'li').dueAt).toBe('2025-06-04T01:00:00.000Z');
    expect(run.timer('a', 'remind').dueAt).toBe('2025-06-03T21:00:00.000Z');
    run.fireTimer('a', 'remind').fireTimer('a', 'due');
    expect(run.notices().map((notice) => notice.kind)).toEqual([
      'assigned',
      'assigned',
      'assigned',
      'dueSoon',
      'dueSoon',
      'dueSoon',
      'overdue',
      'overdue',
      'overdue',
    ]);
    expect(run.openTasks()).toHaveLength(3);
    expect(run.state.timers).toEqual({});
  });

  it('counts its visits', () => {
    const run = given(
      model()
        .start('s', 'a')
        .task('a', 'x', { ...forUsers('li'), onReject: { kind: 'followFlow' }, repeat: 'ask' })
        .xor('x', [
          { to: 'a', when: 'outcome = "rejected"' },
          { to: 'e', otherwise: true },
        ])
        .end('e'),
    ).start();
    run.reject('a').reject('a');
    expect(Object.values(run.state.activities)).toMatchObject([{ elementId: 'a', visit: 3 }]);
  });
});
