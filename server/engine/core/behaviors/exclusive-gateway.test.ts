import { describe, expect, it } from 'vitest';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given } from '../../testing/scenario';

describe('exclusive gateway', () => {
  const choice = model()
    .start('s', 'x')
    .xor('x', [
      { to: 'a', when: 'n > 1' },
      { to: 'b', when: 'n > 0' },
      { to: 'c', otherwise: true },
    ])
    .task('a', 'e', forUsers('li'))
    .task('b', 'e', forUsers('li'))
    .task('c', 'e', forUsers('li'))
    .end('e')
    .build();

  it('takes the first flow whose condition holds', () => {
    expect(given(choice).start({ n: 2 }).flowsTaken()).toEqual(['s>x', 'x>a']);
    expect(given(choice).start({ n: 1 }).flowsTaken()).toEqual(['s>x', 'x>b']);
  });

  it('takes the default flow when no condition holds', () => {
    expect(given(choice).start({ n: 0 }).flowsTaken()).toEqual(['s>x', 'x>c']);
  });

  it('lets every token through as a merge', () => {
    const run = given(
      model()
        .start('s', ['a', 'b'])
        .task('a', 'x', forUsers('li'))
        .task('b', 'x', forUsers('wang'))
        .xor('x', 'c')
        .task('c', 'e', forUsers('zhao'))
        .end('e'),
    );
    run.start().approve('a').approve('b');
    expect(run.openTasks()).toEqual(['c: zhao', 'c: zhao']);
  });

  describe('when no flow can be taken', () => {
    const stuck = model()
      .start('s', 'a')
      .task('a', 'x', forUsers('li'))
      .xor('x', [
        { to: 'b', when: 'n > 1' },
        { to: 'c', when: 'n < 0' },
      ])
      .task('b', 'e', forUsers('wang'))
      .task('c', 'e', forUsers('wang'))
      .end('e')
      .build();

    it('keeps the decision and leaves an incident at the gateway', () => {
      const run = given(stuck).start({ n: 0 }).approve('a');
      expect(run.incidents()).toEqual(['x: noFlow']);
      expect(run.at()).toEqual(['x']);
      expect(run.status).toBe('running');
      expect(run.state.instance.approvals).toHaveLength(1);
    });

    it('evaluates again when the incident is retried, and leaves a new one if nothing has changed', () => {
      const run = given(stuck).start({ n: 0 }).approve('a').retry('x');
      expect(run.incidents()).toEqual(['x: noFlow']);
      expect(run.at()).toEqual(['x']);
    });

    it('goes on after a retry once the data allow it', () => {
      const run = given(stuck).start({ n: 0 });
      run.approve('a', { values: { n: 0 } });
      run.change({ n: 5 }).retry('x');
      expect(run.incidents()).toEqual([]);
      expect(run.openTasks()).toEqual(['b: wang']);
    });

    it('tells the administrators of the process', () => {
      const run = given({ ...stuck, settings: { ...stuck.settings, adminIds: ['admin'] } })
        .start({ n: 0 })
        .approve('a');
      expect(run.notices().filter((notice) => notice.kind === 'incident')).toMatchObject([{ userIds: ['admin'], elementId: 'x' }]);
    });
  });

  it('leaves an incident when a condition cannot be evaluated, instead of taking the default', () => {
    const run = given(
      model()
        .start('s', 'x')
        .xor('x', [
          { to: 'a', when: 'missing > 1' },
          { to: 'e', otherwise: true },
        ])
        .task('a', 'e')
        .end('e'),
    ).start();
    expect(run.incidents()).toEqual(['x: expression']);
  });

  it('leaves an incident when a condition is no truth value', () => {
    const run = given(
      model()
        .start('s', 'x')
        .xor('x', [
          { to: 'a', when: 'n' },
          { to: 'e', otherwise: true },
        ])
        .task('a', 'e')
        .end('e'),
    ).start({ n: 3 });
    expect(run.incidents()).toEqual(['x: expression']);
  });
});
