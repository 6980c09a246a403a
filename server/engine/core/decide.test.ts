import { describe, expect, it } from 'vitest';
import { model } from '../testing/builder';
import { forUsers } from '../testing/people';
import { given } from '../testing/scenario';

const twoSteps = model()
  .start('s', 'a')
  .task('a', 'x', forUsers('li'))
  .xor('x', [
    { to: 'b', when: 'amount >= 20000' },
    { to: 'e', otherwise: true },
  ])
  .task('b', 'e', forUsers('wang'))
  .end('e')
  .names({ amount: 'number' });

describe('decide', () => {
  it('gives the first task to its person when an instance starts', () => {
    // given
    const run = given(twoSteps);
    // when
    run.start({ amount: 5 });
    // then
    expect(run.openTasks()).toEqual(['a: li']);
    expect(run.status).toBe('running');
    expect(run.state.instance.version).toBe(1);
  });

  it('completes the instance when the last task is approved', () => {
    const run = given(twoSteps).start({ amount: 5 });
    run.approve('a');
    expect(run.status).toBe('completed: approved');
    expect(run.flowsTaken()).toEqual(['s>a', 'a>x', 'x>e']);
  });

  it('goes by the condition that holds', () => {
    const run = given(twoSteps).start({ amount: 20_000 });
    run.approve('a');
    expect(run.openTasks()).toEqual(['b: wang']);
    run.approve('b');
    expect(run.status).toBe('completed: approved');
  });
});
