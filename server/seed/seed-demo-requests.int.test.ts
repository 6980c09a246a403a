import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '@/server/db/client';
import { readJournal } from '@/server/engine/runtime/read-journal';
import { findChainBreak } from '@/server/engine/runtime/verify-journal';
import { seedDemoTemplates } from '@/server/template/seed-templates';
import { demoRequests } from './demo-requests';
import { seedDemoCompany } from './seed-demo-company';
import { seedDemoRequests } from './seed-demo-requests';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vermilion-samples-'));
  process.env.VERMILION_DATA = folder;
  await seedDemoCompany();
  await seedDemoTemplates();
});
afterAll(async () => {
  delete process.env.VERMILION_DATA;
  delete process.env.VERMILION_DEMO;
  await rm(folder, { recursive: true });
});

const rowsOf = async <T extends object>(text: string) => (await query<T & Record<string, unknown>>({ text })).rows;

describe('the sample requests', () => {
  it('are left out when only people are wanted', async () => {
    process.env.VERMILION_DEMO = 'people';
    expect(await seedDemoRequests()).toBe(false);
    delete process.env.VERMILION_DEMO;
    expect(await rowsOf('select from portal.process_instance')).toEqual([]);
  });

  it('are made once, also when several nodes start, and show every state that people meet', async () => {
    // when
    const done = await Promise.all(Array.from({ length: 3 }, () => seedDemoRequests()));
    // then
    expect(done.filter(Boolean)).toHaveLength(1);
    const states = await rowsOf<{ state: string; n: number }>(
      `select concat_ws(' ', status, outcome) as state, count(*)::int as n from portal.process_instance group by 1 order by 1`,
    );
    expect(states).toEqual([
      { state: 'completed approved', n: 6 },
      { state: 'running', n: 8 },
      { state: 'terminated withdrawn', n: 1 },
    ]);
    expect(states.reduce((sum, { n }) => sum + n, 0)).toBe(demoRequests.length);
    const inbox = await rowsOf<{ login: string; kinds: string }>(
      `select u.login, string_agg(w.kind || case when w.on_behalf_of is null then '' else ' for another' end, ', ' order by w.created_at) as kinds
       from portal.work_item w join portal."user" u on u.id = w.user_id where w.open and u.login in ('wangmin', 'lizhuo', 'guyuanzhou') group by 1 order by 1`,
    );
    expect(inbox).toEqual([
      { login: 'guyuanzhou', kinds: 'task, read' },
      { login: 'lizhuo', kinds: 'read, revise, read' },
      { login: 'wangmin', kinds: 'task, task for another, task, read, task, task' },
    ]);
  });

  it('happened in the past, in order, with whole journals; the dashboard has counted them, and nobody is told', async () => {
    const rows = await rowsOf<{ id: string; number: string; at: string }>(
      `select root_instance_id as id, number, started_at as at from portal.process_instance where number like 'CC-%' order by number`,
    );
    const moments = rows.map(({ at }) => Date.parse(at));
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(Math.max(...moments)).toBeLessThan(Date.now());
    for (const { id } of rows) expect(findChainBreak(await readJournal(query, id))).toBeNull();
    expect(
      await rowsOf(
        'select sum(started)::int as started, sum(completed)::int as completed, sum(withdrawn)::int as withdrawn from portal.daily_stat',
      ),
    ).toEqual([{ started: demoRequests.length, completed: 6, withdrawn: 1 }]);
    expect(await rowsOf('select from portal.notice union all select from portal.outbox')).toEqual([]);
  });

  it('are not made where somebody has asked for something', async () => {
    await query({ text: `delete from portal.installation where key = 'demo-requests'` });
    expect(await seedDemoRequests()).toBe(false);
  });
});
