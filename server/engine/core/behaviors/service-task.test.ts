import { describe, expect, it } from 'vitest';
import { model } from '../../testing/builder';
import { forUsers } from '../../testing/people';
import { given } from '../../testing/scenario';

const call = () =>
  model()
    .start('s', 'call')
    .service('call', 'x')
    .xor('x', [
      { to: 'a', when: 'code = "new"' },
      { to: 'e', otherwise: true },
    ])
    .task('a', 'e', forUsers('li'))
    .end('e');

describe('service task', () => {
  it('leaves a job and waits for the worker', () => {
    const run = given(call()).start();
    expect(Object.values(run.state.jobs)).toMatchObject([{ elementId: 'call', status: 'ready', attempts: 0, runAt: run.now }]);
    expect(run.at()).toEqual(['call']);
  });

  it('goes on with the output as form values and variables', () => {
    const run = given(call())
      .start({ ref: null })
      .jobDone('call', { values: { ref: 'R-7' }, variables: { code: 'new' } });
    expect(run.openTasks()).toEqual(['a: li']);
    expect(run.values).toEqual({ ref: 'R-7' });
    expect(run.state.jobs).toEqual({});
  });

  it('waits for the next attempt after a failure', () => {
    const run = given(call()).start();
    run.jobFailed('call', '2025-06-02T01:00:10.000Z');
    expect(Object.values(run.state.jobs)).toMatchObject([
      { status: 'ready', attempts: 1, runAt: '2025-06-02T01:00:10.000Z', leaseToken: null, lastError: { status: 500 } },
    ]);
    expect(run.incidents()).toEqual([]);
  });

  it('leaves an incident when there is no further attempt, and keeps the same job for the retry', () => {
    const run = given(call()).start();
    const [jobId] = Object.keys(run.state.jobs);
    run.jobFailed('call', null);
    expect(run.incidents()).toEqual(['call: connector']);
    run.retry('call');
    expect(run.incidents()).toEqual([]);
    expect(run.state.jobs).toMatchObject({ [jobId ?? '']: { status: 'ready', attempts: 0 } });
    expect(run.jobDone('call', { variables: { code: 'old' } }).status).toBe('completed: approved');
  });

  it('goes by the boundary event when the outside system reports a business error', () => {
    const run = given(call().onError('catch', 'call', 'y', { code: 'POOR' }).task('y', 'e', forUsers('wang')))
      .start()
      .jobError('call', 'POOR');
    expect(run.openTasks()).toEqual(['y: wang']);
    expect(run.state.jobs).toEqual({});
  });

  it('cancels the enclosing sub-process when that catches the error', () => {
    const run = given(
      model()
        .start('s', 'p')
        .sub('p', 'e')
        .start('ps', ['call', 'a'], { in: 'p' })
        .service('call', 'pe', {}, { in: 'p' })
        .task('a', 'pe', forUsers('li'), { in: 'p' })
        .end('pe', { in: 'p' })
        .onError('catch', 'p', 'y')
        .task('y', 'e', forUsers('wang'))
        .end('e'),
    ).start();
    expect(run.jobError('call', 'POOR').at()).toEqual(['y']);
    expect(run.state.instance.variables).toMatchObject({ errorCode: 'POOR' });
  });

  it('leaves an incident for a business error that nothing catches, and runs the job again on retry', () => {
    const run = given(call()).start().jobError('call', 'POOR');
    expect(run.incidents()).toEqual(['call: uncaughtError']);
    run.retry('call').jobDone('call', { variables: { code: 'old' } });
    expect(run.status).toBe('completed: approved');
  });

  it('does not listen to a worker whose lease is over', () => {
    const run = given(call()).start();
    const job = run.lease('call');
    const late = { type: 'completeJob', jobId: job.id, leaseToken: 'older', output: { values: {}, variables: {} } } as const;
    expect(run.refusal(late, null)).toBe('CONFLICT_STALE');
    run.jobDone('call', { variables: { code: 'old' } });
    expect(run.refusal({ ...late, leaseToken: 'lease' }, null)).toBe('ALREADY_DONE');
  });
});
