import { describe, expect, it } from 'vitest';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given } from '../../testing/scenario';

const nested = () =>
  model()
    .start('s', 'p')
    .sub('p', 'e')
    .start('ps', 'q', { in: 'p' })
    .sub('q', 'pe', { in: 'p' })
    .start('qs', 'a', { in: 'q' })
    .task('a', 'x', forUsers('li'), { in: 'q' })
    .errorEnd('x', 'E1', { in: 'q' })
    .end('pe', { in: 'p' })
    .end('e');

describe('error end event', () => {
  it('is caught by the innermost boundary event with its code', () => {
    const run = given(
      nested()
        .onError('inner', 'q', 'y', { code: 'E1', in: 'p' })
        .task('y', 'pe', forUsers('wang'), { in: 'p' })
        .onError('outer', 'p', 'e', { code: 'E1' }),
    ).start();
    expect(run.approve('a').at()).toEqual(['p', 'y']);
  });

  it('passes a boundary event for another code and is caught further out', () => {
    const run = given(
      nested().onError('inner', 'q', 'pe', { code: 'E2', in: 'p' }).onError('outer', 'p', 'y').task('y', 'e', forUsers('wang')),
    ).start();
    expect(run.approve('a').at()).toEqual(['y']);
  });

  it('prefers the exact code to a catch-all on the same activity', () => {
    const run = given(
      nested()
        .onError('any', 'q', 'y', { in: 'p' })
        .onError('exact', 'q', 'z', { code: 'E1', in: 'p' })
        .task('y', 'pe', forUsers('wang'), { in: 'p' })
        .task('z', 'pe', forUsers('wang'), { in: 'p' }),
    ).start();
    expect(run.approve('a').at()).toEqual(['p', 'z']);
  });

  it('refuses the command of a person when nothing catches it', () => {
    const run = given(nested()).start();
    const before = run.state;
    const command = { type: 'decide', workItemId: run.item('a').id, decision: 'approve', comment: '', values: {}, chosen: {} } as const;
    expect(run.refusal(command, 'li')).toBe('STATE_CONFLICT');
    expect(run.state).toEqual(before);
  });

  it('stands open as an incident when nobody acted', () => {
    const run = given(model().start('s', 't').timer('t', 'x', { kind: 'duration', duration: 'PT1H' }).errorEnd('x', 'E1')).start();
    run.fireTimer('t');
    expect(run.incidents()).toEqual(['x: uncaughtError']);
    expect(run.status).toBe('running');
  });
});
