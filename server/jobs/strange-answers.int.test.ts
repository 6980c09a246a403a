import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServiceTaskSettings } from '@/lib/bpmn/settings';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { execute } from '@/server/engine/runtime/execute';
import { model } from '@/server/engine/testing/builder';
import { OutsideSystem, workJobs } from '@/test/outside-system';
import { plainStart } from '@/test/plain-start';
import { addUser, countRows, ctxOf, publish, type TestUser } from '@/test/portal';
import * as connectors from '@/server/connector/load';

let outside: OutsideSystem;
let applicant: TestUser;

beforeAll(async () => {
  outside = await OutsideSystem.open();
  applicant = await addUser('applicant');
});
beforeEach(() => outside.forget());
afterAll(() => outside.close());

async function started(settings: Partial<ServiceTaskSettings> = {}): Promise<string> {
  const flow = await publish(
    model()
      .start('s', 'call')
      .service('call', 'e', { connectorId: outside.connectorId, method: 'POST', path: '/do', ...settings })
      .end('e'),
  );
  const id = newId();
  await execute(ctxOf(applicant), {
    command: plainStart(flow, applicant.id, id),
    commandId: id,
  });
  return id;
}

/** Works until nothing is ready, however long the back-off and the leases. */
async function workAtOnce(id: string): Promise<void> {
  for (let round = 0; round < 12; round++) {
    await query({ text: `update portal.job set run_at = now(), lease_until = null where root_instance_id = $1`, values: [id] });
    if ((await workJobs()) === 0) return;
  }
}

async function incidentsOf(id: string): Promise<unknown[]> {
  const { rows } = await query<{ error: unknown }>({
    text: `select detail -> 'error' as error from portal.incident where root_instance_id = $1 and resolved_at is null`,
    values: [id],
  });
  return rows.map(({ error }) => error);
}

describe('an answer that Postgres cannot store as it came', () => {
  it.each([
    ['a NUL in a JSON text', `{"note":"a\\u0000b"}`],
    ['half a character in a JSON text', `{"note":"\\ud83d"}`],
    ['a pair of halves that the ledger’s limit would cut apart', `{"note":"${'x'.repeat(3_989)}🙂🙂"}`],
  ])('counts all the same when nothing is taken from it: %s', async (_name, text) => {
    const id = await started();
    outside.answer = (_call, response) => response.end(text);
    await workAtOnce(id);
    expect(outside.calls).toHaveLength(1);
    expect(await countRows('process_instance', `id = $1 and status = 'completed'`, [id])).toBe(1);
    expect(await countRows('connector_call', 'root_instance_id = $1 and status = 200', [id])).toBe(1);
  });

  it('stands open as an incident when it is to become a variable; the system is called once', async () => {
    const id = await started({ output: [{ target: 'variable', name: 'note', expression: 'response.note' }] });
    outside.answer = (_call, response) => response.end(`{"note":"a\\u0000b"}`);
    await workAtOnce(id);
    expect(outside.calls).toHaveLength(1);
    expect(await incidentsOf(id)).toEqual([{ code: 'OUTPUT_TEXT', expression: 'response.note' }]);
  });

  it.each(['\u0000', '🙂'])('stands open as an incident with what it said: %j', async (strange) => {
    const id = await started();
    outside.answer = (_call, response) => {
      response.statusCode = 422;
      response.end(`${'x'.repeat(499)}${strange}`);
    };
    await workAtOnce(id);
    expect(outside.calls).toHaveLength(1);
    expect(await incidentsOf(id)).toMatchObject([{ code: 'HTTP_STATUS', status: 422 }]);
  });
});

describe('a job that breaks for a reason of our own', () => {
  it('is given up after a few attempts, as an incident', async () => {
    const id = await started();
    const broken = vi.spyOn(connectors, 'loadConnector').mockRejectedValue(new TypeError('broken'));
    await workAtOnce(id);
    broken.mockRestore();
    expect(await incidentsOf(id)).toEqual([{ code: 'JOB_BROKE' }]);
    expect(await countRows('job', `root_instance_id = $1 and status = 'dead' and attempts <= 5`, [id])).toBe(1);
  });
});
