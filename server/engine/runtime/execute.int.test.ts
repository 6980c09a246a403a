import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import type { InstanceState } from '@/server/engine/core/state';
import { model } from '@/server/engine/testing/builder';
import { forUsers } from '@/server/engine/testing/people';
import { claimJobs } from '@/server/jobs/claim-jobs';
import { systemContext } from '@/server/system-context';
import { plainStart } from '@/test/plain-start';
import { addUser, countRows, ctxOf, publish, refusalOf, type TestProcess, type TestUser } from '@/test/portal';
import { execute, type Executed } from './execute';
import { load } from './load';

let users: TestUser[] = [];
const user = (index: number): TestUser => users[index]!;

beforeAll(async () => {
  users = await Promise.all(Array.from({ length: 40 }, (_, index) => addUser(`person ${index}`)));
});

async function started(flow: TestProcess): Promise<string> {
  const id = newId();
  await execute(ctxOf(user(0)), { command: plainStart(flow, user(0).id, id), commandId: id });
  return id;
}

async function stateOf(rootInstanceId: string): Promise<InstanceState> {
  return (await load(query, { rootInstanceId }, newId()))!.state;
}

const approve = (by: TestUser, workItemId: string, commandId = newId()) =>
  execute(ctxOf(by), { command: { type: 'decide', workItemId, decision: 'approve', comment: '', values: {}, chosen: {} }, commandId });

/** What the caller is told, first or again. */
const answerOf = (executed: Executed) => ({ ...executed, met: undefined });

describe('many at once', () => {
  it.each([2, 8])('%i clients who complete the same item: exactly one does, the others hear ALREADY_DONE', async (clients) => {
    // given
    const process = await publish(
      model()
        .start('s', 'a')
        .task('a', 'b', forUsers(user(1).id))
        .task('b', 'e', forUsers(user(2).id))
        .end('e'),
    );
    for (let round = 0; round < 5; round++) {
      const id = await started(process);
      const item = Object.values((await stateOf(id)).workItems)[0]!;
      // when
      const outcomes = await Promise.all(Array.from({ length: clients }, () => refusalOf(approve(user(1), item.id))));
      // then
      expect(outcomes.filter((code) => code === null)).toHaveLength(1);
      expect(outcomes.filter((code) => code === 'ALREADY_DONE')).toHaveLength(clients - 1);
      expect(Object.values((await stateOf(id)).workItems).map((open) => open.elementId)).toEqual(['b']);
      expect(await countRows('journal', 'root_instance_id = $1', [id])).toBe(2);
    }
  });

  it.each([2, 3, 8])('the last %i branches of a join complete together: one successor', async (branches) => {
    // given
    const names = Array.from({ length: branches }, (_, index) => `b${index}`);
    const builder = names.reduce(
      (built, name, index) => built.task(name, 'join', forUsers(user(index + 1).id)),
      model().start('s', 'split').and('split', names),
    );
    const process = await publish(
      builder
        .and('join', 'after')
        .task('after', 'e', forUsers(user(9).id))
        .end('e'),
    );
    for (let round = 0; round < 5; round++) {
      const id = await started(process);
      const items = Object.values((await stateOf(id)).workItems);
      // when
      await Promise.all(items.map((item) => approve(users.find((one) => one.id === item.userId)!, item.id)));
      // then
      const state = await stateOf(id);
      expect(Object.values(state.workItems).map((item) => item.elementId)).toEqual(['after']);
      expect(state.tokens).toEqual({});
      expect(await countRows('activity_instance', `root_instance_id = $1 and element_id = 'after'`, [id])).toBe(1);
    }
  });

  it('a countersign of thirty loses no vote', async () => {
    // given
    const voters = users.slice(1, 31);
    const process = await publish(
      model()
        .start('s', 'all')
        .task('all', 'e', { ...forUsers(...voters.map((one) => one.id)), completion: { rule: 'all' }, repeat: 'ask' })
        .end('e'),
    );
    const id = await started(process);
    const items = Object.values((await stateOf(id)).workItems);
    // when
    await Promise.all(items.map((item) => approve(users.find((one) => one.id === item.userId)!, item.id)));
    // then
    expect((await stateOf(id)).instance).toMatchObject({ status: 'completed', outcome: 'approved', version: 31 });
    expect(await countRows('work_item', `root_instance_id = $1 and status = 'approved'`, [id])).toBe(30);
  });

  it('a decision and a termination: whoever comes second is refused, and nothing stays open after an end', async () => {
    const process = await publish(
      model()
        .start('s', 'a')
        .task('a', 'b', forUsers(user(1).id))
        .task('b', 'e', forUsers(user(2).id))
        .end('e'),
    );
    for (let round = 0; round < 10; round++) {
      const id = await started(process);
      const item = Object.values((await stateOf(id)).workItems)[0]!;
      const [decided, ended] = await Promise.all([
        refusalOf(approve(user(1), item.id)),
        refusalOf(execute(ctxOf(user(3)), { rootInstanceId: id, command: { type: 'terminate', reason: 'x' }, commandId: newId() })),
      ]);
      expect(ended).toBeNull();
      expect([null, 'ALREADY_DONE', 'STATE_CONFLICT']).toContain(decided);
      expect(await countRows('work_item', 'root_instance_id = $1 and open', [id])).toBe(0);
    }
  });
});

describe('a repeated command', () => {
  it('gets the first answer and does nothing', async () => {
    const process = await publish(
      model()
        .start('s', 'a')
        .task('a', 'b', forUsers(user(1).id))
        .task('b', 'e', forUsers(user(2).id))
        .end('e'),
    );
    const id = await started(process);
    const item = Object.values((await stateOf(id)).workItems)[0]!;
    const commandId = newId();
    const first = await approve(user(1), item.id, commandId);
    expect(await approve(user(1), item.id, commandId)).toEqual(answerOf(first));
    expect(first.next).toEqual([{ elementId: 'b', elementName: 'b', userIds: [user(2).id] }]);
    expect(await countRows('journal', 'root_instance_id = $1', [id])).toBe(2);
  });

  it('with another content, or of another person, is IDEMPOTENCY_MISMATCH', async () => {
    const process = await publish(
      model()
        .start('s', 'a')
        .task('a', 'b', forUsers(user(1).id))
        .task('b', 'e', forUsers(user(2).id))
        .end('e'),
    );
    const id = await started(process);
    const item = Object.values((await stateOf(id)).workItems)[0]!;
    const commandId = newId();
    await approve(user(1), item.id, commandId);
    const reject = { type: 'decide', workItemId: item.id, decision: 'reject', comment: 'no', values: {}, chosen: {} } as const;
    expect(await refusalOf(execute(ctxOf(user(1)), { command: reject, commandId }))).toBe('IDEMPOTENCY_MISMATCH');
    expect(await refusalOf(approve(user(2), item.id, commandId))).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('at the same time as the first one still happens once', async () => {
    const process = await publish(
      model()
        .start('s', 'a')
        .task('a', 'e', forUsers(user(1).id))
        .end('e'),
    );
    const id = await started(process);
    const item = Object.values((await stateOf(id)).workItems)[0]!;
    const commandId = newId();
    const answers = await Promise.all(Array.from({ length: 6 }, () => approve(user(1), item.id, commandId)));
    for (const answer of answers) expect(answerOf(answer)).toEqual(answerOf(answers[0]!));
    expect(await countRows('journal', 'root_instance_id = $1', [id])).toBe(2);
  });
});

describe('a command', () => {
  it('on what does not exist is NOT_FOUND', async () => {
    expect(await refusalOf(approve(user(1), newId()))).toBe('NOT_FOUND');
    expect(
      await refusalOf(
        execute(systemContext('timer'), { rootInstanceId: newId(), command: { type: 'fireTimer', timerId: newId() }, commandId: newId() }),
      ),
    ).toBe('NOT_FOUND');
  });

  it('that is refused leaves nothing', async () => {
    const process = await publish(
      model()
        .start('s', 'a')
        .task('a', 'e', forUsers(user(1).id))
        .end('e'),
    );
    const id = await started(process);
    const before = await stateOf(id);
    const item = Object.values(before.workItems)[0]!;
    expect(await refusalOf(approve(user(2), item.id))).toBe('FORBIDDEN');
    expect(await stateOf(id)).toEqual(before);
    expect(await countRows('journal', 'root_instance_id = $1', [id])).toBe(1);
  });

  it('that changes nothing writes nothing', async () => {
    const process = await publish(
      model()
        .start('s', 'a')
        .task('a', 'e', forUsers(user(1).id))
        .end('e'),
    );
    const id = await started(process);
    const item = Object.values((await stateOf(id)).workItems)[0]!;
    const see = () => execute(ctxOf(user(1)), { command: { type: 'view', workItemId: item.id }, commandId: newId() });
    await see();
    await see();
    expect(await countRows('journal', 'root_instance_id = $1', [id])).toBe(2);
  });
});

describe('a job', () => {
  it('that fails has used up one attempt, however it is counted on the way', async () => {
    const process = await publish(model().start('s', 'call').service('call', 'e').end('e'));
    const id = await started(process);
    for (const attempts of [1, 2]) {
      await query({ text: 'update portal.job set run_at = now()' });
      const [job] = await claimJobs({ limit: 1, each: 1, held: {} });
      expect(job?.attempts).toBe(attempts);
      const fence = { jobId: job!.jobId, leaseToken: job!.leaseToken };
      await execute(systemContext('worker'), {
        rootInstanceId: id,
        command: { type: 'failJob', ...fence, error: 'no', retryAt: new Date().toISOString() },
        commandId: newId(),
      });
      expect(await countRows('job', 'root_instance_id = $1 and attempts = $2 and lease_token is null', [id, attempts])).toBe(1);
    }
  });

  it('whose lease was lost is not finished by the one who lost it', async () => {
    const process = await publish(model().start('s', 'call').service('call', 'e').end('e'));
    const id = await started(process);
    const claimOwn = async () => (await claimJobs({ limit: 20, each: 20, held: {} })).find((job) => job.rootInstanceId === id)!;
    const slow = await claimOwn();
    await query({ text: `update portal.job set lease_until = now() - interval '1 second' where root_instance_id = $1`, values: [id] });
    const fast = await claimOwn();
    const finish = (leaseToken: string) =>
      execute(systemContext('worker'), {
        rootInstanceId: id,
        command: { type: 'completeJob', jobId: slow.jobId, leaseToken, output: { values: {}, variables: {} } },
        commandId: newId(),
      });
    expect(await refusalOf(finish(slow.leaseToken))).toBe('CONFLICT_STALE');
    expect((await finish(fast.leaseToken)).status).toBe('completed');
    expect(await refusalOf(finish(fast.leaseToken))).toBe('ALREADY_DONE');
  });
});
