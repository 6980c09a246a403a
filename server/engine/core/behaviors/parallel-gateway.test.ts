import { describe, expect, it } from 'vitest';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given } from '../../testing/scenario';

const region = model()
  .start('s', 'f')
  .and('f', ['a', 'b', 'c'])
  .task('a', 'j', forUsers('li'))
  .task('b', 'j', forUsers('wang'))
  .task('c', 'j', forUsers('zhao'))
  .and('j', 'z')
  .task('z', 'e', forUsers('chen'))
  .end('e')
  .build();

describe('parallel gateway', () => {
  it('opens every branch and joins when all have come', () => {
    const run = given(region).start();
    expect(run.openTasks()).toEqual(['a: li', 'b: wang', 'c: zhao']);
    run.approve('b').approve('a');
    expect(run.at()).toEqual(['c', 'j', 'j']);
    run.approve('c');
    expect(run.openTasks()).toEqual(['z: chen']);
    expect(run.approve('z').status).toBe('completed: approved');
  });

  it('AJ-1: two tokens on one flow do not open the join, and the second one queues', () => {
    const run = given(
      model()
        .start('s', ['a', 'b', 'c'])
        .task('a', 'm', forUsers('li'))
        .task('b', 'm', forUsers('wang'))
        .xor('m', 'j')
        .task('c', 'j', forUsers('zhao'))
        .and('j', 'z')
        .task('z', 'e', forUsers('chen'))
        .end('e'),
    ).start();
    run.approve('a').approve('b');
    expect(run.at()).toEqual(['c', 'j', 'j']);
    run.approve('c');
    expect(run.at()).toEqual(['j', 'z']);
    run.approve('z');
    expect(run.at()).toEqual(['j']);
    expect(run.status).toBe('running');
  });

  it('joins and splits at once', () => {
    const run = given(
      model()
        .start('s', ['a', 'b'])
        .task('a', 'j', forUsers('li'))
        .task('b', 'j', forUsers('wang'))
        .and('j', ['x', 'y'])
        .task('x', 'e', forUsers('zhao'))
        .task('y', 'e', forUsers('chen'))
        .end('e'),
    ).start();
    run.approve('a').approve('b');
    expect(run.openTasks()).toEqual(['x: zhao', 'y: chen']);
  });

  it('joins tokens of one scope only', () => {
    const run = given(
      model()
        .start('s', ['p', 'q'])
        .sub('p', 'e')
        .start('ps', ['pa', 'pb'], { in: 'p' })
        .task('pa', 'pj', forUsers('li'), { in: 'p' })
        .task('pb', 'pj', forUsers('wang'), { in: 'p' })
        .and('pj', 'pe', { in: 'p' })
        .end('pe', { in: 'p' })
        .task('q', 'e', forUsers('zhao'))
        .end('e'),
    ).start();
    run.approve('pa');
    expect(run.at()).toEqual(['p', 'pb', 'pj', 'q']);
    run.approve('pb');
    expect(run.at()).toEqual(['q']);
  });
});
