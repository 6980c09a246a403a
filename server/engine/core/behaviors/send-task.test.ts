import { describe, expect, it } from 'vitest';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given } from '../../testing/scenario';

describe('send task', () => {
  it('gives it to everyone to read and does not wait', () => {
    const run = given(model().start('s', 'n').send('n', 'a', forUsers('li', 'wang')).task('a', 'e', forUsers('zhao')).end('e')).start();
    expect(run.toRead()).toEqual(['n: li', 'n: wang']);
    expect(run.openTasks()).toEqual(['a: zhao']);
    expect(run.notices()[0]).toMatchObject({ kind: 'toRead', userIds: ['li', 'wang'] });
  });

  it('goes on when nobody is found', () => {
    expect(given(model().start('s', 'n').send('n', 'e').end('e')).start().status).toBe('completed: approved');
  });

  it('can be read and noted after the instance has ended, once', () => {
    const run = given(model().start('s', 'n').send('n', 'e', forUsers('li')).end('e')).start();
    const { id } = run.reading('li');
    expect(run.status).toBe('completed: approved');
    expect(run.refusal({ type: 'markRead', workItemId: id }, 'wang')).toBe('FORBIDDEN');
    run.do({ type: 'view', workItemId: id }, 'li').do({ type: 'markRead', workItemId: id }, 'li');
    expect(run.toRead()).toEqual([]);
    expect(run.refusal({ type: 'markRead', workItemId: id }, 'li')).toBe('ALREADY_DONE');
  });
});
