import { describe, expect, it } from 'vitest';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given } from '../../testing/scenario';

describe('flows out of an activity', () => {
  const branching = model()
    .start('s', 'a')
    .task('a', [{ to: 'b', when: 'n > 0' }, 'c', { to: 'd', otherwise: true }], forUsers('li'))
    .task('b', 'e', forUsers('wang'))
    .task('c', 'e', forUsers('wang'))
    .task('d', 'e', forUsers('wang'))
    .end('e')
    .build();

  it('are all taken that have no condition or a true one', () => {
    expect(given(branching).start({ n: 1 }).approve('a').at()).toEqual(['b', 'c']);
    expect(given(branching).start({ n: 0 }).approve('a').at()).toEqual(['c']);
  });

  it('end the path where there are none', () => {
    expect(
      given(model().start('s', 'a').task('a', [], forUsers('li')))
        .start()
        .approve('a').status,
    ).toBe('completed: approved');
  });

  it('leave an incident on the activity when none holds, with the decision kept', () => {
    const run = given(
      model()
        .start('s', 'a')
        .task('a', [{ to: 'e', when: 'n > 0' }], forUsers('li'))
        .end('e'),
    ).start({ n: 0 });
    run.approve('a');
    expect(run.incidents()).toEqual(['a: noFlow']);
    expect(run.openTasks()).toEqual([]);
    expect(run.change({ n: 1 }).retry('a').status).toBe('completed: approved');
  });
});
