import { describe, expect, it } from 'vitest';
import { model } from '../testing/builder';
import { forUsers } from '../testing/people';
import { violations } from '../testing/random-run';
import { given, type Scenario } from '../testing/scenario';

const hour = { kind: 'duration', duration: 'PT1H' } as const;
const operator = 'operator';

/** How each visit of an element ended, in order. */
function ends(run: Scenario, elementId: string): string[] {
  return run.events.flatMap((event) => (event.type === 'activityEnded' && event.elementId === elementId ? [event.status] : []));
}

describe('an inclusive join', () => {
  const watched = (interrupting: boolean) =>
    model()
      .start('s', 'f')
      .or('f', [
        { to: 'a', when: 'true' },
        { to: 'b', when: 'true' },
        { to: 'e', otherwise: true },
      ])
      .task('a', 'j', forUsers('li'))
      .task('b', 'j', forUsers('wang'))
      .onTimer('late', 'b', 'c', { timer: hour, interrupting })
      .task('c', 'j', forUsers('zhao'))
      .or('j', 'z')
      .task('z', 'e', forUsers('chen'))
      .end('e');

  it('waits for what a boundary event upstream may still send, as long as its host is active', () => {
    const run = given(watched(false)).start();
    run.approve('a');
    expect(run.at()).toEqual(['b', 'j']);
    run.fireTimer('late').approve('b');
    expect(run.at()).toEqual(['c', 'j', 'j']);
    expect(run.approve('c').at()).toEqual(['z']);
  });

  it('waits no longer once the host is gone and its boundary event can never fire', () => {
    const run = given(watched(false)).start();
    run.approve('a').approve('b');
    expect(run.at()).toEqual(['z']);
    expect(Object.keys(run.state.timers)).toEqual([]);
  });

  it('waits for the way of an interrupting boundary event instead of its host', () => {
    const run = given(watched(true)).start();
    run.approve('a').fireTimer('late');
    expect(run.at()).toEqual(['c', 'j']);
    expect(run.approve('c').at()).toEqual(['z']);
  });

  it('counts in its own scope alone: a token outside the sub-process does not hold it', () => {
    const run = given(
      model()
        .start('s', ['p', 'x'])
        .task('x', 'e', forUsers('li'))
        .sub('p', 'e')
        .start('ps', 'f', { in: 'p' })
        .or(
          'f',
          [
            { to: 'a', when: 'true' },
            { to: 'b', otherwise: true },
          ],
          { in: 'p' },
        )
        .task('a', 'j', forUsers('wang'), { in: 'p' })
        .task('b', 'j', forUsers('wang'), { in: 'p' })
        .or('j', 'z', { in: 'p' })
        .task('z', 'pe', forUsers('chen'), { in: 'p' })
        .end('pe', { in: 'p' })
        .end('e'),
    ).start();
    expect(run.approve('a').at()).toEqual(['p', 'x', 'z']);
  });
});

describe('an error', () => {
  const inside = () =>
    model()
      .start('s', ['p', 'beside'])
      .task('beside', 'joined', forUsers('zhao'))
      .sub('p', 'joined')
      .start('ps', ['call', 'a', 'b'], { in: 'p' })
      .service('call', 'pj', {}, { in: 'p' })
      .task('a', 'pj', forUsers('li'), { in: 'p' })
      .task('b', 'pj', forUsers('wang'), { in: 'p' })
      .and('pj', 'pe', { in: 'p' })
      .end('pe', { in: 'p' })
      .onError('catch', 'p', 'y')
      .task('y', 'joined', forUsers('chen'))
      .and('joined', 'e')
      .end('e');

  it('takes the whole sub-process with its waiting tokens, and nothing beside it', () => {
    const run = given(inside()).start();
    run.approve('a').jobError('call', 'POOR');
    expect(run.at()).toEqual(['beside', 'y']);
    expect(Object.keys(run.state.tokens)).toEqual([]);
    expect(violations(run.state)).toEqual([]);
  });

  it('leaves a failed thrower and a failed sub-process; what merely ran inside is cancelled', () => {
    const run = given(inside()).start();
    run.approve('a').jobError('call', 'POOR');
    expect([ends(run, 'call'), ends(run, 'p'), ends(run, 'a'), ends(run, 'b')]).toEqual([
      ['failed'],
      ['failed'],
      ['completed'],
      ['cancelled'],
    ]);
  });

  it('of a worker comes too late for a sub-process that a timer has taken away', () => {
    const run = given(
      model()
        .start('s', 'p')
        .sub('p', 'e')
        .start('ps', 'call', { in: 'p' })
        .service('call', 'pe', {}, { in: 'p' })
        .end('pe', { in: 'p' })
        .onTimer('late', 'p', 'b', { timer: hour, interrupting: true })
        .onError('catch', 'p', 'y')
        .task('b', 'e', forUsers('li'))
        .task('y', 'e', forUsers('wang'))
        .end('e'),
    ).start();
    const job = run.lease('call');
    run.fireTimer('late');
    expect(run.refusal({ type: 'throwJobError', jobId: job.id, leaseToken: 'lease', code: 'E', message: '' }, null)).toBe('ALREADY_DONE');
    expect(run.at()).toEqual(['b']);
  });
});

describe('a terminate end', () => {
  it('in an inner sub-process ends that alone; the outer one and its other branch go on', () => {
    const run = given(
      model()
        .start('s', 'p')
        .sub('p', 'e')
        .start('ps', ['q', 'a'], { in: 'p' })
        .task('a', 'pe', forUsers('li'), { in: 'p' })
        .sub('q', 'after', { in: 'p' })
        .start('qs', ['stop', 'work'], { in: 'q' })
        .task('stop', 'qt', forUsers('wang'), { in: 'q' })
        .service('work', 'qe', {}, { in: 'q' })
        .terminate('qt', { in: 'q' })
        .end('qe', { in: 'q' })
        .task('after', 'pe', forUsers('chen'), { in: 'p' })
        .end('pe', { in: 'p' })
        .end('e'),
    ).start();
    run.approve('stop');
    expect(run.at()).toEqual(['a', 'after', 'p']);
    expect(Object.keys(run.state.jobs)).toEqual([]);
    expect([ends(run, 'q'), ends(run, 'work')]).toEqual([['completed'], ['cancelled']]);
    expect(run.approve('a').approve('after').status).toBe('completed: approved');
  });
});

describe('the end of the life span', () => {
  const lasting = model({ lifeSpan: 'P30D' })
    .start('s', ['p', 'a'])
    .task('a', 'j', { ...forUsers('li'), onReject: { kind: 'returnToApplicant', resubmit: 'toRejecter' } })
    .sub('p', 'j')
    .start('ps', 'call', { in: 'p' })
    .service('call', 'pe', {}, { in: 'p' })
    .end('pe', { in: 'p' })
    .onTimer('late', 'p', 'e', { timer: hour, interrupting: false })
    .and('j', 'e')
    .end('e')
    .build();
  const nothing = { activities: {}, tokens: {}, timers: {}, jobs: {}, incidents: {} };

  it('leaves nothing: no job, no incident, no timer, no waiting token', () => {
    const run = given(lasting).start();
    run.approve('a').jobFailed('call');
    expect(run.incidents()).toEqual(['call: connector']);
    run.fireTimer(null);
    expect(run.status).toBe('terminated: expired');
    expect(run.state).toMatchObject(nothing);
  });

  it('comes also while the request is back with the applicant', () => {
    const run = given(lasting).start();
    run.reject('a').fireTimer(null);
    expect(run.status).toBe('terminated: expired');
    expect(run.state).toMatchObject(nothing);
  });

  it('waits while the instance is suspended and comes once it is resumed', () => {
    const run = given(lasting).start();
    run.do({ type: 'suspend', reason: '' }, operator);
    run.pass('P31D');
    const { id } = run.timer(null);
    expect(run.refusal({ type: 'fireTimer', timerId: id }, null)).toBe('STATE_CONFLICT');
    run.do({ type: 'resume', reason: '' }, operator);
    expect(run.fireTimer(null).status).toBe('terminated: expired');
  });
});

describe('a suspended instance', () => {
  const running = model()
    .start('s', ['a', 'call'])
    .task('a', 'j', { ...forUsers('li', 'wang'), actions: ['approve', 'reject', 'return', 'transfer'] })
    .service('call', 'j')
    .and('j', 'e')
    .end('e')
    .build();

  it('refuses every act on its tasks, jobs and incidents, and keeps them as they were', () => {
    const run = given(running).start();
    run.jobFailed('call');
    const item = run.item('a', 'li');
    const incident = run.incident('call');
    run.do({ type: 'suspend', reason: '' }, operator);
    const before = run.state;
    expect([
      run.refusal({ type: 'decide', workItemId: item.id, decision: 'approve', comment: '', values: {}, chosen: {} }, 'li'),
      run.refusal({ type: 'returnToApplicant', workItemId: item.id, comment: 'x', values: {} }, 'li'),
      run.refusal({ type: 'transfer', workItemId: item.id, toUserId: 'zhao', comment: '' }, 'li'),
      run.refusal({ type: 'retryIncident', incidentId: incident.id, reason: '' }, operator),
      run.refusal({ type: 'reassign', workItemId: item.id, incidentId: null, toUserId: 'zhao', reason: '' }, operator),
      run.refusal({ type: 'withdraw', reason: '' }, 'applicant'),
      run.refusal({ type: 'urge', comment: '' }, 'applicant'),
      run.refusal({ type: 'suspend', reason: '' }, operator),
    ]).toEqual(Array.from({ length: 8 }, () => 'STATE_CONFLICT'));
    expect(run.state).toBe(before);
  });

  it('does not take the result of a call that was under way, and takes it once it is resumed', () => {
    const run = given(running).start();
    const job = run.lease('call');
    run.do({ type: 'suspend', reason: '' }, operator);
    const done = { type: 'completeJob', jobId: job.id, leaseToken: 'lease', output: { values: {}, variables: {} } } as const;
    expect(run.refusal(done, null)).toBe('STATE_CONFLICT');
    run.do({ type: 'resume', reason: '' }, operator);
    run.do(done, null);
    expect(run.at()).toEqual(['a', 'j']);
  });

  it('can be terminated, and then leaves nothing open', () => {
    const run = given(running).start();
    run.do({ type: 'suspend', reason: '' }, operator).do({ type: 'terminate', reason: '' }, operator);
    expect(run.status).toBe('terminated: terminated');
    expect(run.state).toMatchObject({ activities: {}, tokens: {}, jobs: {}, timers: {} });
  });
});
