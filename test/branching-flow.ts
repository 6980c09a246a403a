import { model } from '@/server/engine/testing/builder';
import { forUsers } from '@/server/engine/testing/people';
import { publish, type TestProcess } from './portal';

/** A flow with every kind of wait: a person, an outside call and a timer at once, then two people, one of whom has decided before, and a notice. */
export function publishBranchingFlow(
  ada: string,
  bo: string,
  { connectorId, duration }: { connectorId: string; duration: string },
): Promise<TestProcess> {
  return publish(
    model()
      .start('s', 'split')
      .and('split', ['ask', 'call', 'wait'])
      .task('ask', 'join', forUsers(ada))
      .service('call', 'join', { connectorId, path: '/do', retry: { attempts: 20, backoffSeconds: 1 } })
      .timer('wait', 'join', { kind: 'duration', duration })
      .and('join', 'both')
      .task('both', 'note', { ...forUsers(ada, bo), completion: { rule: 'all' }, repeat: 'ask' })
      .send('note', 'e', { assignment: [{ kind: 'users', userIds: [bo] }] })
      .end('e'),
  );
}
