import { describe, expect, it } from 'vitest';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given } from '../../testing/scenario';

const region = model()
  .start('s', 'f')
  .or('f', [
    { to: 'a', when: 'x > 0' },
    { to: 'b', when: 'x > 1' },
    { to: 'c', otherwise: true },
  ])
  .task('a', 'j', forUsers('li'))
  .task('b', 'j', forUsers('wang'))
  .task('c', 'j', forUsers('zhao'))
  .or('j', 'z')
  .task('z', 'e', forUsers('chen'))
  .end('e')
  .build();

describe('inclusive gateway', () => {
  it('opens every branch whose condition holds and waits for those only', () => {
    const run = given(region).start({ x: 2 });
    expect(run.openTasks()).toEqual(['a: li', 'b: wang']);
    run.approve('a');
    expect(run.at()).toEqual(['b', 'j']);
    run.approve('b');
    expect(run.openTasks()).toEqual(['z: chen']);
    expect(run.approve('z').status).toBe('completed: approved');
  });

  it('takes the default flow only when no condition holds', () => {
    const run = given(region).start({ x: 0 });
    expect(run.openTasks()).toEqual(['c: zhao']);
    expect(run.approve('c').openTasks()).toEqual(['z: chen']);
  });

  it('leaves an incident when no condition holds and there is no default', () => {
    const run = given(
      model()
        .start('s', 'f')
        .or('f', [
          { to: 'a', when: 'x > 0' },
          { to: 'e', when: 'x > 1' },
        ])
        .task('a', 'e')
        .end('e'),
    ).start({ x: 0 });
    expect(run.incidents()).toEqual(['f: noFlow']);
  });

  it('OJ-1: fires at once when what is alive can reach an empty flow and a filled one as well', () => {
    const run = given(
      model()
        .start('s', ['p', 'a'])
        .task('p', { to: 'g', id: 'in0' }, forUsers('li'))
        .task('a', 'x', forUsers('wang'))
        .xor('x', [
          { to: 'm', when: 'n > 0' },
          { to: 'b', otherwise: true },
        ])
        .xor('m', { to: 'g', id: 'in1' })
        .task('b', { to: 'g', id: 'in2' }, forUsers('wang'))
        .task('q', 'm', forUsers('li'))
        .or('g', 'z')
        .task('z', 'e', forUsers('chen'))
        .end('e'),
    ).start({ n: 0 });
    // Nothing filled that `a` could reach: p alone waits.
    run.approve('p');
    expect(run.at()).toEqual(['a', 'g']);

    const other = given(
      model()
        .start('s', ['p', 'a'])
        .task('p', 'm', forUsers('li'))
        .task('a', 'x', forUsers('wang'))
        .xor('x', [
          { to: 'm', when: 'n > 0' },
          { to: 'b', otherwise: true },
        ])
        .xor('m', { to: 'g', id: 'in1' })
        .task('b', { to: 'g', id: 'in2' }, forUsers('wang'))
        .or('g', 'z')
        .task('z', 'e', forUsers('chen'))
        .end('e'),
    ).start({ n: 0 });
    // `a` reaches in2 (empty) and in1 (filled by p): the join does not wait for it.
    other.approve('p');
    expect(other.at()).toEqual(['a', 'z']);
  });

  it('fires when the token it waited for ends elsewhere', () => {
    const run = given(
      model()
        .start('s', ['a', 'b'])
        .task('a', 'j', forUsers('li'))
        .task('b', 'x', forUsers('wang'))
        .xor('x', [
          { to: 'j', when: 'n > 0' },
          { to: 'away', otherwise: true },
        ])
        .end('away')
        .or('j', 'z')
        .task('z', 'e', forUsers('chen'))
        .end('e'),
    ).start({ n: 0 });
    run.approve('a');
    expect(run.at()).toEqual(['b', 'j']);
    run.approve('b');
    expect(run.openTasks()).toEqual(['z: chen']);
  });

  it('waits for a token inside a sub-process before it', () => {
    const run = given(
      model()
        .start('s', ['a', 'p'])
        .task('a', 'j', forUsers('li'))
        .sub('p', 'j')
        .start('ps', 'pa', { in: 'p' })
        .task('pa', 'pe', forUsers('wang'), { in: 'p' })
        .end('pe', { in: 'p' })
        .or('j', 'z')
        .task('z', 'e', forUsers('chen'))
        .end('e'),
    ).start();
    run.approve('a');
    expect(run.at()).toEqual(['j', 'p', 'pa']);
    run.approve('pa');
    expect(run.openTasks()).toEqual(['z: chen']);
  });

  it('waits for a loop that can still come, and fires once per flow', () => {
    const run = given(
      model()
        .start('s', ['a', 'b'])
        .task('a', 'j', forUsers('li'))
        .task('b', 'x', { ...forUsers('wang'), onReject: { kind: 'followFlow' } })
        .xor('x', [
          { to: 'b', when: 'outcome = "rejected"' },
          { to: 'j', otherwise: true },
        ])
        .or('j', 'z')
        .task('z', 'e', forUsers('chen'))
        .end('e'),
    );
    run.start().approve('a').reject('b');
    expect(run.at()).toEqual(['b', 'j']);
    run.approve('b');
    expect(run.openTasks()).toEqual(['z: chen']);
  });
});
