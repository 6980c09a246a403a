import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '@/server/db/client';
import { seedDemoCompany } from '@/server/seed/seed-demo-company';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@/lib/id';
import { systemContext } from '@/server/system-context';
import { installTemplate } from './install';
import { seedDemoTemplates } from './seed-templates';
import { templates } from './registry';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vm-templates-'));
  process.env.VERMILION_DATA = folder;
  process.env.NEXTAUTH_SECRET ??= 'a secret for tests that is long enough to be one';
  await seedDemoCompany();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('templates', () => {
  it('are there also on a portal that has the stand-in’s port itself: their connector then leads to the next one', async () => {
    process.env.PORT = '3999';
    delete process.env.VERMILION_CORE_SYSTEM_URL;
    try {
      await seedDemoTemplates();
    } finally {
      delete process.env.PORT;
    }
    const { rows } = await query<{ base_url: string }>({ text: `select base_url from portal.connector where code = 'core-system'` });
    expect(rows).toEqual([{ base_url: 'http://127.0.0.1:4000' }]);
  });

  it('are installed by the verbs of a designer, once: forms become tables, flows become versions that can be started', async () => {
    await seedDemoTemplates();
    await seedDemoTemplates();
    const { rows } = await query<{ key: string; no: number; form_version_id: string | null; elements: number }>({
      text: `select p.key, v.no, v.form_version_id, (select count(*)::int from jsonb_object_keys(v.definition->'elements')) as elements
             from portal.process p join portal.process_version v on v.id = p.latest_version_id order by p.key`,
      values: [],
    });
    expect(rows.map((row) => row.key)).toEqual(templates.map((template) => template.key).sort());
    for (const row of rows) expect(row).toMatchObject({ no: 1, form_version_id: expect.any(String) });
    const { rows: tables } = await query<{ relname: string }>({
      text: `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'form_data' and c.relkind = 'r'`,
      values: [],
    });
    expect(tables).toHaveLength(5);
    const { rows: views } = await query<{ n: number }>({
      text: `select count(*)::int as n from pg_views where schemaname = 'form_view'`,
      values: [],
    });
    expect(views[0]?.n).toBe(10);
  });

  it('answer a repeated command as the first time, and leave one alone that is there', async () => {
    // given
    const key = templates[0]?.key ?? '';
    await query({ text: `update portal.process set key = key || '_renamed' where key = $1`, values: [key] });
    const ctx = systemContext('test');
    const input = { commandId: newId(), key };
    // when
    const first = await installTemplate(ctx, input);
    // then
    expect(first.installed).toBe(true);
    expect(await installTemplate(ctx, input)).toEqual(first);
    expect(await installTemplate(ctx, { ...input, commandId: newId() })).toEqual({ ...first, installed: false });
  });
});
