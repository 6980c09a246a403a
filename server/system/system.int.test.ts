import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { nodeName } from '@/server/node-name';
import { addUser, ctxOf, refusalOf } from '@/test/portal';
import { listFailedJobs } from './failed-jobs';
import { systemStatus } from './status';

let operator: Ctx;
let employee: Ctx;
beforeAll(async () => {
  operator = ctxOf(await addUser('operator'), ['job.operate']);
  employee = ctxOf(await addUser('employee'));
});

describe('the state of the system', () => {
  it('is quiet on a fresh installation, and names the node that answers', async () => {
    const status = await systemStatus(operator);
    expect(status.troubles).toEqual([]);
    expect(status.database).toMatchObject({ isCurrent: true, version: expect.stringMatching(/^\d+/) });
    expect(status.nodes).toMatchObject([{ name: nodeName(), connections: expect.any(Number) }]);
    expect(status.queues).toEqual({
      jobs: { count: 0, more: false, oldestAt: null },
      timers: { count: 0, more: false, oldestAt: null },
      outbox: { count: 0, more: false, oldestAt: null },
      mails: { count: 0, more: false, oldestAt: null },
    });
  });

  it('says what is late: jobs that nobody takes, notices that nobody delivers', async () => {
    const root = newId();
    await query({
      text: `insert into portal.process_instance (root_instance_id, id, process_id, version_id, applicant_id, title, number, started_at, status, version)
             values ($1, $1, $1, $1, $1, 't', 'n', now(), 'running', 1)`,
      values: [root],
    });
    await query({
      text: `insert into portal.job (root_instance_id, id, activity_id, element_id, kind, status, run_at, created_at)
             values ($1, $1, $1, 'call', 'serviceTask', 'ready', now() - interval '5 minutes', now()), ($1, $2, $1, 'call', 'serviceTask', 'ready', now() + interval '1 hour', now())`,
      values: [root, newId()],
    });
    await query({ text: `insert into portal.outbox (kind, payload, created_at) values ('stat', '{}', now() - interval '1 hour')` });
    const { troubles, queues } = await systemStatus(operator);
    expect(troubles).toEqual(['jobsLate', 'outboxLate']);
    expect(queues.jobs.count).toBe(1);
    await query({ text: 'delete from portal.job' });
    await query({ text: 'delete from portal.outbox' });
  });

  it('names the step of a call that was given up in the language of its reader', async () => {
    const [root, process, version] = [newId(), newId(), newId()];
    await query({
      text: `insert into portal.process (id, key, name_zh, name_en, icon, draft_xml, owner_ids) values ($1, 'given-up', '流程', 'Flow', 'file', '', '{}')`,
      values: [process],
    });
    await query({
      text: `insert into portal.process_version (id, process_id, no, xml, definition, hash) values ($1, $2, 1, '', $3::jsonb, 'h')`,
      values: [
        version,
        process,
        JSON.stringify({ elements: { call: { name: '修改核心系统', nameEn: 'Change the core system' }, old: { name: '旧环节' } } }),
      ],
    });
    await query({
      text: `insert into portal.process_instance (root_instance_id, id, process_id, version_id, applicant_id, title, number, started_at, status, version)
             values ($1, $1, $2, $3, $1, 't', 'n', now(), 'running', 1)`,
      values: [root, process, version],
    });
    await query({
      text: `insert into portal.incident (root_instance_id, id, process_id, element_id, kind, detail, created_at)
             values ($1, $2, $4, 'call', 'connector', '{}', now()), ($1, $3, $4, 'old', 'connector', '{}', now())`,
      values: [root, newId(), newId(), process],
    });
    const names = async (ctx: Ctx) => (await listFailedJobs(ctx, { limit: 10 })).items.map((job) => job.elementName).toSorted();
    expect(await names(operator)).toEqual(['修改核心系统', '旧环节']);
    expect(await names({ ...operator, locale: 'en' })).toEqual(['Change the core system', '旧环节']);
  });

  it('is for those who run the installation', async () => {
    expect(await refusalOf(systemStatus(employee))).toBe('FORBIDDEN');
    expect(await refusalOf(listFailedJobs(employee, { limit: 10 }))).toBe('FORBIDDEN');
  });
});
