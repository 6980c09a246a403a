import { newId } from '@/lib/id';
import type { Definition } from '@/server/bpmn/definition';
import { model } from './builder';
import { forUsers } from './people';

/** Processes that between them have every kind of row: seats of every rule, offers, joins, timers, jobs, incidents, readers, scopes. */
export function everyKindOfRow([ada = '', bo = '', cy = '', di = '']: readonly string[]): Record<string, () => Definition> {
  return {
    votes: () =>
      model({ lifeSpan: 'P30D' })
        .start('s', 'vote')
        .task('vote', 'seq', {
          ...forUsers(ada, bo, cy),
          completion: { rule: 'vote', percent: 50, compare: 'moreThan' },
          due: { duration: 'P2D', remindBefore: 'PT4H' },
        })
        .task('seq', 'note', {
          ...forUsers(cy, di),
          completion: { rule: 'sequential' },
          repeat: 'ask',
          onReject: { kind: 'returnToApplicant', resubmit: 'toRejecter' },
        })
        .send('note', 'e', { assignment: [{ kind: 'users', userIds: [ada, bo] }], receipt: true })
        .end('e')
        .build(),
    parallel: () =>
      model()
        .start('s', 'split')
        .and('split', ['a', 'b', 'work'])
        .task('a', 'join', { ...forUsers(ada, bo), distribution: 'claim' })
        .task('b', 'join', forUsers(bo))
        .service('work', 'join')
        .and('join', 'wait')
        .timer('wait', 'e', { kind: 'duration', duration: 'PT1H' })
        .end('e')
        .build(),
    scopes: () =>
      model()
        .start('s', 'sub')
        .sub('sub', 'nobody')
        .start('s2', 'inner', { in: 'sub' })
        .task('inner', 'call', forUsers(cy), { in: 'sub' })
        .service('call', 'e2', {}, { in: 'sub' })
        .end('e2', { in: 'sub' })
        .onTimer('late', 'sub', 'e', { timer: { kind: 'duration', duration: 'P1D' }, interrupting: true })
        .onError('failed', 'sub', 'nobody', { code: 'NO' })
        .task('nobody', 'e', { ...forUsers(newId()), nobody: { kind: 'processAdmin' } })
        .end('e')
        .build(),
  };
}
