import { describe, expect, it } from 'vitest';
import type { UserTaskSettings } from '@/lib/bpmn/settings';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given } from '../../testing/scenario';

const straight = { onReject: { kind: 'returnToApplicant', resubmit: 'toRejecter' }, returnResubmit: 'toReturner' } as const;
const anew = { onReject: { kind: 'returnToApplicant', resubmit: 'wholeChain' }, returnResubmit: 'wholeChain' } as const;

const region = (mode: Partial<UserTaskSettings>) =>
  model({ lifeSpan: 'P1Y' })
    .start('s', 'p')
    .task('p', 'f', { ...forUsers('li'), ...mode })
    .and('f', ['a', 'b', 'c'])
    .task('a', 'j', { ...forUsers('anna'), ...mode })
    .task('b', 'j', { ...forUsers('bob', 'ben'), completion: { rule: 'all' }, due: { duration: 'P1D' }, ...mode })
    .task('c', 'j', { ...forUsers('carl'), ...mode })
    .and('j', 'z')
    .task('z', 'e', { ...forUsers('zoe'), ...mode })
    .end('e')
    .build();

describe('going back to the applicant', () => {
  it('RJ-1: takes every branch, waiting token and timer, and leaves one item to the applicant', () => {
    const run = given(region(straight)).start().approve('p').approve('a').approve('b', { by: 'ben' });
    run.reject('c', { comment: 'wrong year' });
    expect(run.at()).toEqual(['s']);
    expect(run.openTasks()).toEqual(['s: applicant']);
    expect(run.state.tokens).toEqual({});
    expect(Object.values(run.state.timers).map((timer) => timer.kind)).toEqual(['lifeSpan']);
    expect(run.events.flatMap((event) => (event.type === 'activityEnded' ? [`${event.elementId} ${event.status}`] : []))).toEqual([
      'p completed',
      'a completed',
      'b rolled_back',
      'c rolled_back',
    ]);
    expect(run.notices().at(-1)).toMatchObject({ kind: 'rejected', userIds: ['applicant'], params: { comment: 'wrong year' } });
  });

  it('RJ-4: straight resubmission goes to exactly where it was, and approvals in the group stay', () => {
    const run = given(region(straight))
      .start()
      .approve('p')
      .approve('a')
      .approve('b', { by: 'ben' })
      .reject('c')
      .resubmit({ reason: 'better' });
    expect(run.openTasks()).toEqual(['b: bob', 'c: carl']);
    expect(run.at()).toEqual(['b', 'c', 'j']);
    expect(Object.values(run.state.tokens)).toMatchObject([{ carriedOver: true }]);
    expect(Object.values(run.state.workItems).find((item) => item.userId === 'ben')).toMatchObject({
      status: 'approved',
      reason: { note: 'carriedOver' },
    });
    expect(run.state.instance).toMatchObject({ round: 2, memo: { acted: false } });
    expect(run.values).toEqual({ reason: 'better' });
  });

  it('RJ-3: the join fires once afterwards', () => {
    const run = given(region(straight)).start().approve('p').approve('a').approve('b', { by: 'ben' }).reject('c').resubmit();
    run.approve('c').approve('b');
    expect(run.openTasks()).toEqual(['z: zoe']);
    expect(run.state.tokens).toEqual({});
    expect(run.approve('z').status).toBe('completed: approved');
  });

  it('asks the one who rejected again, in the same group too', () => {
    const run = given(region(straight)).start().approve('p').approve('b', { by: 'bob' }).reject('b', { by: 'ben' });
    expect(run.openTasks()).toEqual(['s: applicant']);
    expect(run.resubmit().openTasks()).toEqual(['a: anna', 'b: ben', 'c: carl']);
  });

  it('asks the one who returned again even if that person had approved elsewhere', () => {
    const run = given(
      model()
        .start('s', ['a', 'b'])
        .task('a', 'e', { ...forUsers('li'), ...straight, repeat: 'any' })
        .task('b', 'e', { ...forUsers('li'), ...straight, repeat: 'any' })
        .end('e'),
    ).start();
    run.approve('a').sendBack('b');
    expect(run.resubmit().openTasks()).toEqual(['b: li']);
  });

  it('wholeChain: begins anew and forgets the approvals', () => {
    const run = given(region(anew)).start().approve('p').approve('a').reject('c').resubmit();
    expect(run.openTasks()).toEqual(['p: li']);
    expect(run.state.instance.approvals).toEqual([]);
    run.approve('p').approve('a').approve('b', { by: 'bob' }).approve('b', { by: 'ben' }).approve('c').approve('z');
    expect(run.status).toBe('completed: approved');
  });

  it('wholeChain: a person who approved in the round before is asked again', () => {
    const run = given(
      model()
        .start('s', 'a')
        .task('a', 'b', { ...forUsers('li'), ...anew })
        .task('b', 'e', { ...forUsers('wang'), ...anew })
        .end('e'),
    );
    run.start().approve('a').reject('b').resubmit().approve('a');
    expect(run.openTasks()).toEqual(['b: wang']);
  });

  it('looks anew for the people of a straight resubmission, as the data may have changed', () => {
    const run = given(
      model()
        .start('s', 'a')
        .task('a', 'e', { assignment: [{ kind: 'fieldUsers', field: 'who' }], completion: { rule: 'all' }, ...straight })
        .end('e'),
    );
    run
      .start({ who: ['li', 'wang'] })
      .approve('a', { by: 'li' })
      .reject('a', { by: 'wang' })
      .resubmit({ who: ['li', 'wang', 'su'] });
    expect(run.openTasks()).toEqual(['a: su', 'a: wang']);
  });

  it('asks whom the seat had been handed to, and counts what a proxy has approved', () => {
    const run = given(
      model()
        .start('s', 'a')
        .task('a', 'e', { ...forUsers('li', 'wang', 'su'), ...straight, completion: { rule: 'all' } })
        .end('e'),
      { proxies: { wang: 'bob' } },
    );
    run.start();
    run.do({ type: 'transfer', workItemId: run.item('a', 'li').id, toUserId: 'zhao', comment: '' }, 'li');
    run.approve('a', { by: 'bob' }).sendBack('a', { by: 'zhao' });
    run.org = {};
    run.resubmit();
    expect(run.openTasks()).toEqual(['a: su', 'a: zhao']);
    expect(run.approve('a', { by: 'su' }).approve('a', { by: 'zhao' }).status).toBe('completed: approved');
  });

  it('asks whom an operator had named where nobody was found', () => {
    const run = given(model().start('s', 'a').task('a', 'e', straight).end('e')).start();
    run.do({ type: 'reassign', workItemId: null, incidentId: run.incident('a').id, toUserId: 'su', reason: '' }, 'operator');
    expect(run.reject('a').resubmit().openTasks()).toEqual(['a: su']);
    expect(run.incidents()).toEqual([]);
  });

  it('stands a sub-process up again with what it held', () => {
    const run = given(
      model()
        .start('s', 'p')
        .sub('p', 'e')
        .start('ps', ['a', 'b', 'q'], { in: 'p' })
        .task('a', 'j', { ...forUsers('anna'), ...straight }, { in: 'p' })
        .task('b', 'j', { ...forUsers('bob'), ...straight }, { in: 'p' })
        .sub('q', 'j', { in: 'p' })
        .start('qs', 'c', { in: 'q' })
        .task('c', 'd', { ...forUsers('carl'), ...straight }, { in: 'q' })
        .task('d', 'qe', { ...forUsers('dora'), ...straight }, { in: 'q' })
        .end('qe', { in: 'q' })
        .and('j', 'pe', { in: 'p' })
        .end('pe', { in: 'p' })
        .end('e'),
    ).start();
    run.approve('a').approve('c').reject('d');
    expect(run.at()).toEqual(['s']);
    run.resubmit();
    expect(run.at()).toEqual(['b', 'd', 'j', 'p', 'q']);
    expect(run.approve('d').approve('b').status).toBe('completed: approved');
  });

  it('does not arm a boundary timer again that has fired: its token stands again itself', () => {
    const run = given(
      model()
        .start('s', 'a')
        .task('a', 'e', { ...forUsers('li'), ...straight })
        .onTimer('late', 'a', 'b', { timer: { kind: 'duration', duration: 'P1D' }, interrupting: false })
        .onTimer('later', 'a', 'b', { timer: { kind: 'duration', duration: 'P9D' }, interrupting: false })
        .task('b', 'e', forUsers('wang'))
        .end('e'),
    ).start();
    run.fireTimer('late').reject('a').resubmit();
    expect(run.openTasks()).toEqual(['a: li', 'b: wang']);
    expect(Object.values(run.state.timers).map((timer) => timer.elementId)).toEqual(['later']);
  });

  it('stands up what waited for the worker or was stuck', () => {
    const run = given(
      model()
        .start('s', ['call', 'a', 'x'])
        .service('call', 'e')
        .task('a', 'e', { ...forUsers('li'), ...straight })
        .and('x', 'y')
        .xor('y', [
          { to: 'b', when: 'n > 0' },
          { to: 'c', when: 'n < 0' },
        ])
        .task('b', 'e', forUsers('bob'))
        .task('c', 'e', forUsers('carl'))
        .end('e'),
    ).start({ n: 0 });
    expect(run.at()).toEqual(['a', 'call', 'y']);
    run.sendBack('a');
    expect([run.state.jobs, run.state.incidents]).toEqual([{}, {}]);
    run.resubmit({ n: 1 });
    expect(run.at()).toEqual(['a', 'b', 'call']);
    expect(run.jobDone('call').approve('a').approve('b').status).toBe('completed: approved');
  });

  it('keeps the tokens of an inclusive region', () => {
    const run = given(
      model()
        .start('s', 'f')
        .or('f', [
          { to: 'a', when: 'n > 0' },
          { to: 'b', when: 'n > 1' },
          { to: 'c', when: 'n > 2' },
        ])
        .task('a', 'j', { ...forUsers('anna'), ...straight })
        .task('b', 'j', { ...forUsers('bob'), ...straight })
        .task('c', 'j', { ...forUsers('carl'), ...straight })
        .or('j', 'z')
        .task('z', 'e', forUsers('zoe'))
        .end('e'),
    ).start({ n: 2 });
    run.approve('a').reject('b').resubmit();
    expect(run.at()).toEqual(['b', 'j']);
    expect(run.approve('b').openTasks()).toEqual(['z: zoe']);
  });

  it('is decided by nobody but the applicant', () => {
    const run = given(region(straight)).start().sendBack('p');
    const workItemId = run.item('s').id;
    expect(run.refusal({ type: 'resubmit', workItemId, values: {}, title: '', businessKey: null, chosen: {} }, 'li')).toBe('FORBIDDEN');
    expect(run.refusal({ type: 'decide', workItemId, decision: 'approve', comment: '', values: {}, chosen: {} }, 'applicant')).toBe(
      'STATE_CONFLICT',
    );
    run.resubmit();
    expect(run.refusal({ type: 'resubmit', workItemId, values: {}, title: '', businessKey: null, chosen: {} }, 'applicant')).toBe(
      'ALREADY_DONE',
    );
  });

  it('is refused by a vote that is not lost yet', () => {
    const run = given(
      model()
        .start('s', 'a')
        .task('a', 'e', { ...forUsers('a', 'b', 'c'), ...straight, completion: { rule: 'vote', percent: 50, compare: 'moreThan' } })
        .end('e'),
    ).start();
    run.reject('a', { by: 'a' });
    expect(run.openTasks()).toEqual(['a: b', 'a: c']);
    run.reject('a', { by: 'b' });
    expect(run.openTasks()).toEqual(['s: applicant']);
  });
});
