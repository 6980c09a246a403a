import { describe, expect, it } from 'vitest';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given } from '../../testing/scenario';

const withScope = () =>
  model()
    .start('s', 'p')
    .sub('p', 'z')
    .start('ps', ['a', 'b'], { in: 'p' })
    .task('a', 'pt', forUsers('li'), { in: 'p' })
    .task('b', 'pe', forUsers('wang'), { in: 'p' })
    .end('pe', { in: 'p' })
    .task('z', 'e', forUsers('chen'))
    .end('e');

describe('sub-process', () => {
  it('goes on when it holds nothing any more', () => {
    const run = given(withScope().end('pt', { in: 'p' })).start();
    run.approve('a');
    expect(run.at()).toEqual(['b', 'p']);
    run.approve('b');
    expect(run.openTasks()).toEqual(['z: chen']);
  });

  it('is ended by a terminate end event within, and then goes on normally', () => {
    const run = given(withScope().terminate('pt', { in: 'p' })).start();
    run.approve('a');
    expect(run.openTasks()).toEqual(['z: chen']);
    expect(run.events.filter((event) => event.type === 'activityEnded')).toMatchObject([
      { elementId: 'a', status: 'completed' },
      { elementId: 'b', status: 'cancelled' },
      { elementId: 'p', status: 'completed' },
    ]);
  });

  it('is cancelled as a whole when an error leaves it, and the boundary event goes on', () => {
    const run = given(
      withScope().errorEnd('pt', 'E1', { in: 'p' }).onError('catch', 'p', 'y', { code: 'E1' }).task('y', 'e', forUsers('zhao')),
    ).start();
    run.approve('a');
    expect(run.at()).toEqual(['y']);
    expect(run.state.instance.variables).toMatchObject({ errorCode: 'E1' });
  });

  it('contains others', () => {
    const run = given(
      model()
        .start('s', 'p')
        .sub('p', 'e')
        .start('ps', 'q', { in: 'p' })
        .sub('q', 'pe', { in: 'p' })
        .start('qs', 'a', { in: 'q' })
        .task('a', 'qe', forUsers('li'), { in: 'q' })
        .end('qe', { in: 'q' })
        .end('pe', { in: 'p' })
        .end('e'),
    ).start();
    expect(run.at()).toEqual(['a', 'p', 'q']);
    expect(run.approve('a').status).toBe('completed: approved');
  });

  it('keeps its incident when it cannot leave, and leaves after a retry', () => {
    const run = given(
      model()
        .start('s', 'p')
        .sub('p', [
          { to: 'e', when: 'n > 0' },
          { to: 'f', when: 'n < 0' },
        ])
        .start('ps', 'pe', { in: 'p' })
        .end('pe', { in: 'p' })
        .end('e')
        .end('f'),
    ).start({ n: 0 });
    expect(run.incidents()).toEqual(['p: noFlow']);
    expect(run.change({ n: 1 }).retry('p').status).toBe('completed: approved');
  });

  it('stays while a token waits at a join within', () => {
    const run = given(
      model()
        .start('s', 'p')
        .sub('p', 'e')
        .start('ps', 'x', { in: 'p' })
        .xor(
          'x',
          [
            { to: 'a', otherwise: true },
            { to: 'j', when: 'false' },
          ],
          { in: 'p' },
        )
        .task('a', 'j', forUsers('li'), { in: 'p' })
        .and('j', 'pe', { in: 'p' })
        .end('pe', { in: 'p' })
        .end('e'),
    ).start();
    run.approve('a');
    expect(run.at()).toEqual(['j', 'p']);
    expect(run.status).toBe('running');
  });
});
