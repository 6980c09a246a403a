import { describe, expect, it } from 'vitest';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given } from '../../testing/scenario';

const threeDays = { kind: 'duration', duration: 'P3D' } as const;
const hosted = (interrupting: boolean) =>
  model()
    .start('s', 'a')
    .task('a', 'e', forUsers('li'))
    .onTimer('late', 'a', 'b', { timer: threeDays, interrupting })
    .task('b', 'e', forUsers('wang'))
    .end('e');

describe('timer catch event', () => {
  it('waits until it is due and then goes on', () => {
    const run = given(model().start('s', 't').timer('t', 'a', threeDays).task('a', 'e', forUsers('li')).end('e')).start();
    expect(run.timer('t').dueAt).toBe('2025-06-05T01:00:00.000Z');
    expect(run.fireTimer('t').openTasks()).toEqual(['a: li']);
    expect(run.state.timers).toEqual({});
  });

  it('is due now when its date is past', () => {
    const run = given(model().start('s', 't').timer('t', 'e', { kind: 'date', expression: 'on' }).end('e')).start({
      on: '2020-01-01T00:00:00Z',
    });
    expect(run.timer('t').dueAt).toBe(run.now);
  });

  it('leaves an incident when its date cannot be read', () => {
    const run = given(model().start('s', 't').timer('t', 'e', { kind: 'date', expression: 'on' }).end('e')).start({ on: 'soon' });
    expect(run.incidents()).toEqual(['t: expression']);
  });
});

describe('timer boundary event', () => {
  it('takes the activity away when it interrupts', () => {
    const run = given(hosted(true)).start().fireTimer('late');
    expect(run.openTasks()).toEqual(['b: wang']);
  });

  it('adds a token when it does not interrupt, and only once', () => {
    const run = given(hosted(false)).start().fireTimer('late');
    expect(run.openTasks()).toEqual(['a: li', 'b: wang']);
    expect(run.state.timers).toEqual({});
  });

  it('is gone when the activity is done first', () => {
    const run = given(hosted(true)).start();
    const timerId = run.timer('late').id;
    run.approve('a');
    expect(run.refusal({ type: 'fireTimer', timerId }, null)).toBe('ALREADY_DONE');
  });

  it('watches a whole sub-process', () => {
    const run = given(
      model()
        .start('s', 'p')
        .sub('p', 'e')
        .start('ps', 'a', { in: 'p' })
        .task('a', 'pe', forUsers('li'), { in: 'p' })
        .end('pe', { in: 'p' })
        .onTimer('late', 'p', 'b', { timer: threeDays, interrupting: true })
        .task('b', 'e', forUsers('wang'))
        .end('e'),
    ).start();
    expect(run.fireTimer('late').at()).toEqual(['b']);
  });

  it('still runs when nobody was found for the activity', () => {
    const run = given(
      model()
        .start('s', 'a')
        .task('a', 'e', forUsers())
        .onTimer('late', 'a', 'b', { timer: threeDays, interrupting: true })
        .task('b', 'e', forUsers('wang'))
        .end('e'),
    ).start();
    expect(run.incidents()).toEqual(['a: nobody']);
    expect(run.fireTimer('late').openTasks()).toEqual(['b: wang']);
    expect(run.incidents()).toEqual([]);
  });
});
