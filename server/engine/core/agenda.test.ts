import { describe, expect, it } from 'vitest';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import type { UserTaskSettings } from '@/lib/bpmn/settings';
import { model } from '../testing/builder';
import { forUsers } from '../testing/people';
import { given } from '../testing/scenario';

describe('agenda', () => {
  it('stops a model that goes round without anybody, keeps the token and the command', () => {
    const run = given(
      model()
        .start('s', 'a')
        .task('a', 'x', forUsers('li'))
        .xor('x', 'y')
        .xor('y', [
          { to: 'x', when: 'n = 0' },
          { to: 'e', otherwise: true },
        ])
        .end('e'),
    ).start({ n: 0 });
    run.approve('a');
    expect(run.status).toBe('running');
    expect(Object.values(run.state.incidents)).toMatchObject([{ kind: 'stepLimit' }]);
    expect(Object.keys(run.state.activities)).toHaveLength(1);
    const { elementId } = Object.values(run.state.incidents)[0]!;
    run.change({ n: 1 }).retry(elementId!);
    expect(run.status).toBe('completed: approved');
  });

  it('asks for the facts of parallel branches together', () => {
    const run = given(model().start('s', ['a', 'b']).task('a', 'e', forUsers('li')).task('b', 'e', forUsers('wang')).end('e'));
    const rounds = run.factRounds(() => run.start());
    expect(rounds.map((queries) => queries.filter((query) => query.kind === 'assignees').length)).toEqual([2, 0]);
  });

  it('needs one round of facts when the answers bring the proxies along', () => {
    const run = given(model().start('s', 'a').task('a', 'e', forUsers('li')).end('e'), { proxiesAtOnce: true });
    expect(run.factRounds(() => run.start())).toHaveLength(1);
  });

  it('asks for a manager along with the rules when they look somebody up, and not when they name somebody', () => {
    const asked = (assignment: AssignmentRule) => {
      const settings: Partial<UserTaskSettings> = { assignment: [assignment], nobody: { kind: 'upOneLevel' }, applicant: 'manager' };
      const run = given(model().start('s', 'a').task('a', 'e', settings).end('e'), { proxiesAtOnce: true });
      return run.factRounds(() => run.start()).map((queries) => queries.map((query) => query.kind));
    };
    expect(asked({ kind: 'users', userIds: ['li'] })).toEqual([['assignees']]);
    expect(asked({ kind: 'role', roleIds: ['auditors'] })[0]).toEqual(['assignees', 'managerOf']);
    expect(asked({ kind: 'applicant' })[0]).toContain('managerOf');
  });
});
