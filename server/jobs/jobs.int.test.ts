import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Field } from '@/forms/schema/schema';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import type { ServiceTaskSettings } from '@/lib/bpmn/settings';
import { query } from '@/server/db/client';
import { execute } from '@/server/engine/runtime/execute';
import { model } from '@/server/engine/testing/builder';
import { OutsideSystem, workJobs } from '@/test/outside-system';
import { addUser, countRows, ctxOf, publish, type TestUser } from '@/test/portal';
import { fields, filled, trip } from '@/test/trip';
import { JobSlots } from './job-slots';
import { startReadyJobs } from './run-jobs';
import { runDueTimers } from './run-timers';

let outside: OutsideSystem;
let applicant: TestUser;

beforeAll(async () => {
  outside = await OutsideSystem.open();
  applicant = await addUser('applicant');
});
beforeEach(() => outside.forget());
afterAll(() => outside.close());

const calling = (settings: Partial<ServiceTaskSettings> = {}) =>
  model()
    .start('s', 'call')
    .service('call', 'e', { connectorId: outside.connectorId, method: 'POST', path: '/do', ...settings })
    .end('e');

type Form = { formVersionId: string; values: Readonly<Record<string, Json>> };

async function started({ processId, versionId }: { processId: string; versionId: string }, form?: Form): Promise<string> {
  const id = newId();
  const instance = { id, processId, versionId, applicantId: applicant.id, departmentId: null, title: 't', number: id, businessKey: null };
  await execute(ctxOf(applicant), {
    command: {
      type: 'startInstance',
      instance,
      values: form?.values ?? {},
      formVersionId: form?.formVersionId ?? null,
      formRowId: form ? newId() : null,
      chosen: {},
    },
    commandId: id,
  });
  return id;
}

const operate = (rootInstanceId: string, type: 'suspend' | 'resume') =>
  execute(ctxOf(applicant), { rootInstanceId, command: { type, reason: 'because' }, commandId: newId() });
const ROOM = { limit: 10, each: 10, held: {} };

async function statusOf(id: string): Promise<string | undefined> {
  const { rows } = await query<{ status: string }>({ text: 'select status from portal.process_instance where id = $1', values: [id] });
  return rows[0]?.status;
}

/** The worker that held it is gone: nobody beats for it any more. */
const leaseEnds = (id: string) =>
  query({ text: `update portal.job set lease_until = now() - interval '1 second' where root_instance_id = $1`, values: [id] });

describe('a worker', () => {
  it('killed between the call and the commit: the next one asks with the same key, and there is one effect and one step', async () => {
    // given: a worker in a process of its own, which is killed by what it calls, before it hears the answer
    const id = await started(await publish(calling()));
    const worker = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        `const { startReadyJobs } = await import('./server/jobs/run-jobs.ts');
         for (const job of await startReadyJobs(${JSON.stringify(ROOM)})) await job.ended;`,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'test' } },
    );
    outside.answer = ({ key }) => {
      outside.effects.set(key, 'R1');
      worker.kill('SIGKILL');
    };
    await once(worker, 'exit');
    expect(await statusOf(id)).toBe('running');
    // while its lease lasts, nobody else asks
    await workJobs();
    expect(outside.calls).toHaveLength(1);
    // when
    outside.answer = outside.receipt;
    await leaseEnds(id);
    await workJobs();
    // then
    expect(await statusOf(id)).toBe('completed');
    expect(new Set(outside.calls.map(({ key }) => key)).size).toBe(1);
    expect([...outside.effects.values()]).toEqual(['R1']);
    expect(await countRows('journal', `root_instance_id = $1 and command = 'completeJob'`, [id])).toBe(1);
    // both calls are on record, the one that was never heard of again too
    expect(await countRows('connector_call', 'root_instance_id = $1', [id])).toBe(2);
    expect(await countRows('connector_call', 'root_instance_id = $1 and ended_at is null and status is null', [id])).toBe(1);
  });

  it('two of them on the same job after a lost lease: both may call, with one key, and one result counts', async () => {
    const id = await started(await publish(calling()));
    let release = () => {};
    outside.answer = (call, response) => {
      release = () => void outside.receipt(call, response);
    };
    const slow = startReadyJobs(ROOM);
    await expect.poll(() => outside.calls.length).toBe(1);
    await leaseEnds(id);
    outside.answer = outside.receipt;
    await workJobs();
    expect(await statusOf(id)).toBe('completed');
    release();
    for (const job of await slow) await job.ended;
    expect(new Set(outside.calls.map(({ key }) => key)).size).toBe(1);
    expect(await countRows('journal', `root_instance_id = $1 and command = 'completeJob'`, [id])).toBe(1);
  });

  it('goes on with other jobs while a slow system holds one of its slots', async () => {
    const process = await publish(calling());
    const slow = await started(process);
    let release = () => {};
    outside.answer = (call, response) => {
      release = () => void outside.receipt(call, response);
    };
    const slots = new JobSlots({ all: 2, each: 2 }, () => undefined);
    await slots.fill();
    await expect.poll(() => outside.calls.length).toBe(1);
    outside.answer = outside.receipt;
    const others = [await started(process), await started(process), await started(process)];
    await expect
      .poll(async () => {
        await slots.fill();
        return Promise.all(others.map(statusOf));
      })
      .toEqual(['completed', 'completed', 'completed']);
    expect(await statusOf(slow)).toBe('running');
    release();
    await slots.idle();
    expect(await statusOf(slow)).toBe('completed');
  });

  it('however many calls wait for a system that hangs, takes those of the others', async () => {
    // given: more than all slots could hold
    const hanging = await publish(calling());
    const stuck = await Promise.all(Array.from({ length: 6 }, () => started(hanging)));
    const answers: (() => unknown)[] = [];
    outside.answer = (call, response) => answers.push(() => outside.receipt(call, response));
    const slots = new JobSlots({ all: 4, each: 2 }, () => undefined);
    expect(await slots.fill()).toBe(2);
    expect(await slots.fill()).toBe(0);
    // when
    const other = await OutsideSystem.open('other');
    const fast = await started(await publish(calling({ connectorId: other.connectorId })));
    await slots.fill();
    // then
    await expect.poll(() => statusOf(fast)).toBe('completed');
    await expect.poll(() => outside.calls.length).toBe(2);
    outside.answer = outside.receipt;
    for (const answer of answers) answer();
    await expect
      .poll(async () => {
        await slots.fill();
        return new Set(await Promise.all(stuck.map(statusOf)));
      })
      .toEqual(new Set(['completed']));
    await slots.idle();
    await other.close();
  });

  it('leaves the jobs and timers of a suspended instance alone, and takes them at once when it is resumed', async () => {
    const id = await started(await publish(calling()));
    const waiting = await started(await publish(model().start('s', 'w').timer('w', 'e', { kind: 'duration', duration: 'PT0S' }).end('e')));
    await operate(id, 'suspend');
    await operate(waiting, 'suspend');
    await workJobs();
    expect(await runDueTimers(10)).toBe(0);
    expect(outside.calls).toEqual([]);
    await operate(id, 'resume');
    await operate(waiting, 'resume');
    await workJobs();
    await runDueTimers(10);
    expect(await Promise.all([id, waiting].map(statusOf))).toEqual(['completed', 'completed']);
    expect(outside.calls).toHaveLength(1);
  });

  it('gives up a job whose answer the request cannot take, as an incident; the system is not called again for it', async () => {
    // given: the answer goes into a unique field, and the system answers the same twice
    const unique = [...Object.values(fields).filter((field) => field !== fields.card), { ...fields.card, unique: true } as Field];
    const { formVersionId } = await trip({ fields: unique });
    const process = await publish(calling({ output: [{ target: 'field', name: 'card', expression: '"the same"' }] }), { formVersionId });
    const values = Object.fromEntries(Object.entries({ ...filled, lines: [] }).filter(([key]) => key !== 'card'));
    const first = await started(process, { formVersionId, values });
    await workJobs();
    expect(await statusOf(first)).toBe('completed');
    // when
    const second = await started(process, { formVersionId, values });
    await workJobs();
    await leaseEnds(second);
    await workJobs();
    // then
    expect(outside.calls).toHaveLength(2);
    const { rows } = await query({
      text: `select kind, detail -> 'error' as error from portal.incident where root_instance_id = $1 and resolved_at is null`,
      values: [second],
    });
    expect(rows).toEqual([{ kind: 'connector', error: { code: 'RESULT_REFUSED', reason: 'FIELD_UNIQUE', field: 'card' } }]);
  });
});
