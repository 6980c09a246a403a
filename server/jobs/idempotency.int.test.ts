import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '@/lib/json';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import type { Command } from '@/server/engine/core/command';
import { execute } from '@/server/engine/runtime/execute';
import { model } from '@/server/engine/testing/builder';
import { forUsers } from '@/server/engine/testing/people';
import { OutsideSystem, workJobs } from '@/test/outside-system';
import { addUser, ctxOf, publish, type TestProcess, type TestUser } from '@/test/portal';

let outside: OutsideSystem;
let [applicant, approver]: TestUser[] = [];

beforeAll(async () => {
  outside = await OutsideSystem.open();
  [applicant, approver] = await Promise.all(['applicant', 'approver'].map((name) => addUser(name)));
});
beforeEach(() => outside.forget());
afterAll(() => outside.close());

async function started({ processId, versionId }: TestProcess, values: Record<string, Json>): Promise<string> {
  const id = newId();
  const instance = { id, processId, versionId, applicantId: applicant!.id, departmentId: null, title: 't', number: id, businessKey: null };
  await give(applicant!, { type: 'startInstance', instance, values, formVersionId: null, formRowId: null, chosen: {} });
  return id;
}

const give = (by: TestUser, command: Command, rootInstanceId?: string) =>
  execute(ctxOf(by), { command, commandId: newId(), ...(rootInstanceId && { rootInstanceId }) });

async function itemOf(id: string): Promise<string> {
  const { rows } = await query<{ id: string }>({
    text: 'select id from portal.work_item where root_instance_id = $1 and open',
    values: [id],
  });
  return rows[0]!.id;
}

const approve = async (id: string, values: Record<string, Json> = {}) =>
  give(approver!, { type: 'decide', workItemId: await itemOf(id), decision: 'approve', comment: '', values, chosen: {} });
const again = (id: string) => query({ text: 'update portal.job set run_at = now() where root_instance_id = $1', values: [id] });
const paths = () => outside.calls.map(({ path }) => path);
const keys = () => new Set(outside.calls.map(({ key }) => key)).size;

/** The approver may change a value while the call is tried. */
const beside = () =>
  publish(
    model()
      .start('s', 'split')
      .and('split', ['edit', 'call'])
      .task('edit', 'join', forUsers(approver!.id))
      .service('call', 'join', { connectorId: outside.connectorId, path: '/pay/{amount}' })
      .and('join', 'e')
      .end('e'),
  );

describe('the key of a call', () => {
  it('stands for one request: what may have had its effect is asked again in the same words, whatever has changed since', async () => {
    const id = await started(await beside(), { amount: '100' });
    outside.answer = (_call, response) => {
      response.statusCode = 503;
      response.end();
    };
    await workJobs();
    await approve(id, { amount: '200' });
    outside.answer = outside.receipt;
    await again(id);
    await workJobs();
    expect(paths()).toEqual(['/pay/100', '/pay/100']);
    expect(keys()).toBe(1);
  });

  it('is asked with what is true now when the system has refused what was said before', async () => {
    const id = await started(await beside(), { amount: '100' });
    outside.answer = (_call, response) => {
      response.statusCode = 422;
      response.end();
    };
    await workJobs();
    await approve(id, { amount: '200' });
    outside.answer = outside.receipt;
    const { rows } = await query<{ id: string }>({ text: 'select id from portal.incident where root_instance_id = $1', values: [id] });
    await give(approver!, { type: 'retryIncident', incidentId: rows[0]!.id, reason: 'corrected' }, id);
    await workJobs();
    expect(paths()).toEqual(['/pay/100', '/pay/200']);
    expect(keys()).toBe(1);
  });

  it('is another one when the request comes to the call again after it was sent back: it may ask for something else', async () => {
    const process = await publish(
      model()
        .start('s', 'call')
        .service('call', 'check', { connectorId: outside.connectorId, path: '/pay/{amount}' })
        .task('check', 'e', {
          ...forUsers(approver!.id),
          actions: ['approve', 'return'],
          returnResubmit: 'wholeChain',
          commentRequired: [],
        })
        .end('e'),
    );
    const id = await started(process, { amount: '100' });
    await workJobs();
    await give(approver!, { type: 'returnToApplicant', workItemId: await itemOf(id), comment: 'too little', values: {} });
    const resubmit = { type: 'resubmit', values: { amount: '300' }, title: 't', businessKey: null, chosen: {} } as const;
    await give(applicant!, { ...resubmit, workItemId: await itemOf(id) });
    await workJobs();
    expect(paths()).toEqual(['/pay/100', '/pay/300']);
    expect([...outside.effects.values()]).toEqual(['R1', 'R2']);
  });
});
