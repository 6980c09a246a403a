import { expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { model } from '@/server/engine/testing/builder';
import { forUsers } from '@/server/engine/testing/people';
import type { OutboxMessage } from '@/server/notify/outbox-message';
import { plainStart } from '@/test/plain-start';
import { addUser, ctxOf, publish } from '@/test/portal';
import { execute } from './execute';
import { expandOutbox } from './expand-outbox';

it('a step leaves one row in the outbox, which leads to its notices and counters', async () => {
  // given
  const [applicant, approver] = [await addUser('applicant'), await addUser('approver')];
  const flow = await publish(model().start('s', 'check').task('check', 'e', forUsers(approver.id)).end('e'));
  const { processId } = flow;
  const id = newId();
  const clock = { now: new Date('2026-11-21T01:00:00Z') };
  await execute(ctxOf(applicant, [], clock), {
    command: plainStart(flow, applicant.id, id, { title: 'A trip', number: 'N-1' }),
    commandId: id,
  });
  const { rows } = await query<{ id: string }>({ text: 'select id from portal.work_item where root_instance_id = $1', values: [id] });
  clock.now = new Date('2026-11-21T03:00:00Z');
  // when
  await execute(ctxOf(approver, [], clock), {
    command: { type: 'decide', workItemId: rows[0]!.id, decision: 'approve', comment: '', values: {}, chosen: {} },
    commandId: newId(),
  });
  // then
  const outbox = await query<OutboxMessage>({ text: 'select kind, payload from portal.outbox order by id' });
  expect(outbox.rows).toEqual([
    { kind: 'step', payload: { rootInstanceId: id, seq: 1 } },
    { kind: 'step', payload: { rootInstanceId: id, seq: 2 } },
  ]);
  const about = { rootInstanceId: id, processId, title: 'A trip', number: 'N-1' };
  expect(await expandOutbox(query, outbox.rows)).toEqual([
    {
      kind: 'notice',
      payload: {
        ...about,
        actorName: 'applicant',
        actorNameEn: 'applicant en',
        notice: expect.objectContaining({ kind: 'assigned', userIds: [approver.id] }),
      },
    },
    { kind: 'stat', payload: { event: 'started', processId, departmentId: null, at: '2026-11-21T01:00:00.000Z' } },
    {
      kind: 'notice',
      payload: {
        ...about,
        actorName: 'approver',
        actorNameEn: 'approver en',
        notice: expect.objectContaining({ kind: 'completed', userIds: [applicant.id] }),
      },
    },
    { kind: 'stat', payload: { event: 'activity', processId, elementId: 'check', at: '2026-11-21T03:00:00.000Z', seconds: 7200 } },
    {
      kind: 'stat',
      payload: { event: 'ended', processId, departmentId: null, at: '2026-11-21T03:00:00.000Z', outcome: 'approved', seconds: 7200 },
    },
  ]);
});

it('a notice says in English what has an English name: the step and whoever acted', async () => {
  // given
  const [applicant, approver] = [await addUser('wu'), await addUser('zheng')];
  await query({ text: `update portal."user" set name_en = 'Wu Tong' where id = $1`, values: [applicant.id] });
  const { processId, versionId } = await publish(model().start('s', 'check').task('check', 'e', forUsers(approver.id)).end('e'));
  await query({
    text: `update portal.process_version set definition = jsonb_set(definition, '{elements,check,nameEn}', '"Department review"') where id = $1`,
    values: [versionId],
  });
  const id = newId();
  await execute(ctxOf(applicant, []), {
    command: {
      type: 'startInstance',
      instance: { id, processId, versionId, applicantId: applicant.id, departmentId: null, title: 'A', number: 'N-2', businessKey: null },
      values: {},
      formVersionId: null,
      formRowId: null,
      chosen: {},
    },
    commandId: id,
  });
  // when, again from what is known by then
  for (const _ of [1, 2]) {
    const [notice] = await expandOutbox(query, [{ kind: 'step', payload: { rootInstanceId: id, seq: 1 } }]);
    // then
    expect(notice?.payload).toMatchObject({ elementNameEn: 'Department review', actorNameEn: 'Wu Tong' });
  }
});
