import { describe, expect, it } from 'vitest';
import type { ProcessSettings } from '@/lib/bpmn/settings';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given } from '../../testing/scenario';

const two = (settings: Partial<ProcessSettings> = {}) =>
  model(settings).start('s', 'a').task('a', 'b', forUsers('li')).task('b', 'e', forUsers('wang')).end('e').build();

describe('starting', () => {
  it('refuses choices for activities that let nobody choose', () => {
    const run = given(two());
    expect(() => run.start({}, { chosen: { a: ['su'] } })).toThrow('FIELD_REF');
  });

  it('starts the life span, at whose end the request expires', () => {
    const run = given(two({ lifeSpan: 'P1M' })).start();
    expect(run.timer(null).dueAt).toBe('2025-07-02T01:00:00.000Z');
    run.fireTimer(null);
    expect(run.status).toBe('terminated: expired');
    expect(run.openTasks()).toEqual([]);
    expect(run.notices().at(-1)).toMatchObject({ kind: 'expired', userIds: ['applicant', 'li'] });
  });

  it('does not fire a timer early', () => {
    const run = given(two({ lifeSpan: 'P1M' })).start();
    expect(run.refusal({ type: 'fireTimer', timerId: run.timer(null).id }, null)).toBe('STATE_CONFLICT');
  });
});

describe('withdrawing', () => {
  it('is for the applicant, until the first decision', () => {
    const run = given(two()).start();
    expect(run.refusal({ type: 'withdraw', reason: '' }, 'li')).toBe('FORBIDDEN');
    run.withdraw();
    expect(run.status).toBe('terminated: withdrawn');
    expect(run.notices().at(-1)).toMatchObject({ kind: 'withdrawn', userIds: ['li'] });
    expect(run.refusal({ type: 'withdraw', reason: '' }, 'applicant')).toBe('STATE_CONFLICT');
  });

  it('is refused after a decision', () => {
    const run = given(two()).start().approve('a');
    expect(run.refusal({ type: 'withdraw', reason: '' }, 'applicant')).toBe('STATE_CONFLICT');
  });

  it('is possible again while the request is back with the applicant, and after sending it off anew', () => {
    expect(given(two()).start().sendBack('a').withdraw().status).toBe('terminated: withdrawn');
    expect(given(two()).start().sendBack('a').resubmit().withdraw().status).toBe('terminated: withdrawn');
  });

  it('is possible as long as it runs, or never, as the process says', () => {
    expect(
      given(two({ withdraw: 'whileRunning' }))
        .start()
        .approve('a')
        .withdraw().status,
    ).toBe('terminated: withdrawn');
    expect(
      given(two({ withdraw: 'never' }))
        .start()
        .refusal({ type: 'withdraw', reason: '' }, 'applicant'),
    ).toBe('STATE_CONFLICT');
  });
});

describe('suspending', () => {
  it('stops tasks, jobs and timers, but not reading, and goes on after resuming', () => {
    const run = given(
      model()
        .start('s', ['a', 'n', 'call', 't'])
        .task('a', 'e', forUsers('li'))
        .send('n', 'e', forUsers('su'))
        .service('call', 'e')
        .timer('t', 'e', { kind: 'duration', duration: 'PT1H' })
        .end('e'),
    ).start();
    const job = run.lease('call');
    run.do({ type: 'suspend', reason: 'audit' }, 'operator').pass('P1D');
    const item = run.item('a').id;
    const refusals = [
      run.refusal({ type: 'decide', workItemId: item, decision: 'approve', comment: '', values: {}, chosen: {} }, 'li'),
      run.refusal({ type: 'transfer', workItemId: item, toUserId: 'su', comment: '' }, 'li'),
      run.refusal({ type: 'urge', comment: '' }, 'applicant'),
      run.refusal({ type: 'withdraw', reason: '' }, 'applicant'),
      run.refusal({ type: 'fireTimer', timerId: run.timer('t').id }, null),
      run.refusal({ type: 'completeJob', jobId: job.id, leaseToken: 'lease', output: { values: {}, variables: {} } }, null),
      run.refusal({ type: 'suspend', reason: '' }, 'operator'),
    ];
    expect(new Set(refusals)).toEqual(new Set(['STATE_CONFLICT']));
    run.do({ type: 'view', workItemId: item }, 'li').do({ type: 'markRead', workItemId: run.reading('su').id }, 'su');
    run.do({ type: 'resume', reason: '' }, 'operator').fireTimer('t').jobDone('call').approve('a');
    expect(run.status).toBe('completed: approved');
    expect(run.refusal({ type: 'resume', reason: '' }, 'operator')).toBe('STATE_CONFLICT');
  });
});

describe('terminating', () => {
  it('ends everything at once, suspended or not', () => {
    const run = given(two()).start().do({ type: 'suspend', reason: '' }, 'operator').do({ type: 'terminate', reason: 'fraud' }, 'operator');
    expect(run.status).toBe('terminated: terminated');
    expect(run.at()).toEqual([]);
    expect(run.notices().at(-1)).toMatchObject({ kind: 'terminated', userIds: ['applicant', 'li'], params: { reason: 'fraud' } });
    expect(run.refusal({ type: 'terminate', reason: '' }, 'operator')).toBe('STATE_CONFLICT');
  });
});

describe('urging', () => {
  it('reminds whoever has it, an item once an hour', () => {
    const run = given(two()).start().do({ type: 'urge', comment: 'please' }, 'applicant');
    expect(run.notices().at(-1)).toMatchObject({ kind: 'urged', userIds: ['li'], params: { comment: 'please' } });
    expect(run.refusal({ type: 'urge', comment: '' }, 'applicant')).toBe('REMINDED');
    run.pass('PT1H').do({ type: 'urge', comment: '' }, 'applicant');
  });

  it('reminds the applicant of what came back, who cannot do so alone', () => {
    const run = given(two()).start();
    run.do({ type: 'returnToApplicant', workItemId: run.item('a').id, comment: 'receipts', values: {} }, 'li');
    expect(run.refusal({ type: 'urge', comment: '' }, 'applicant')).toBe('STATE_CONFLICT');
    run.do({ type: 'urge', comment: 'please' }, 'operator');
    expect(run.notices().at(-1)).toMatchObject({ kind: 'urged', userIds: ['applicant'] });
  });

  it('reminds readers who have not read yet, also after the end', () => {
    const run = given(model().start('s', 'n').send('n', 'e', forUsers('li', 'su')).end('e')).start();
    run.do({ type: 'markRead', workItemId: run.reading('li').id }, 'li').do({ type: 'remindReaders', elementId: 'n' }, 'applicant');
    expect(run.notices().at(-1)).toMatchObject({ kind: 'urged', userIds: ['su'] });
    expect(run.refusal({ type: 'remindReaders', elementId: 'n' }, 'applicant')).toBe('REMINDED');
  });
});
