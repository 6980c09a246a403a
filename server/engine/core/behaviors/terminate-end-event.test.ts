import { describe, expect, it } from 'vitest';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given } from '../../testing/scenario';

describe('terminate end event', () => {
  it('ends the whole process: other branches, waiting tokens and timers are gone', () => {
    const run = given(
      model({ lifeSpan: 'P1Y' })
        .start('s', ['a', 'b', 'c', 'w'])
        .task('a', 't', forUsers('li'))
        .terminate('t')
        .task('b', 'j', forUsers('wang'))
        .task('c', 'j', forUsers('zhao'))
        .and('j', 'e')
        .timer('w', 'e', { kind: 'duration', duration: 'P3D' })
        .end('e'),
    ).start();
    run.approve('b').approve('a');
    expect(run.status).toBe('completed: approved');
    expect(run.at()).toEqual([]);
    expect(run.state.timers).toEqual({});
    expect(run.state.workItems).toEqual({});
  });

  it('takes a token along that was about to move in the same step', () => {
    const run = given(model().start('s', ['t', 'a']).terminate('t').task('a', 'e', forUsers('li')).end('e')).start();
    expect(run.status).toBe('completed: approved');
    expect(run.openTasks()).toEqual([]);
  });
});
