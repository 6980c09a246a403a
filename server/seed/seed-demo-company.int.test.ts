import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyPassword } from '@/server/auth/password';
import { query } from '@/server/db/client';
import { withTransaction } from '@/server/db/unit-of-work';
import { factKey, type FactQuery } from '@/server/engine/core/facts';
import { resolveFacts } from '@/server/org/facts';
import { orgIndex } from '@/server/org/org-index';
import type { DemoAccount } from './demo-accounts';
import { seedDemoCompany } from './seed-demo-company';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vermilion-seed-'));
  process.env.VERMILION_DATA = folder;
  await query({
    text: `truncate portal.installation, portal.audit_log, portal.process_category, portal.user_grant, portal.delegation, portal.work_group_member, portal.work_group,
           portal.role_member, portal.role, portal.post, portal.department, portal.position, portal."user" cascade`,
  });
});

afterEach(async () => {
  delete process.env.VERMILION_DATA;
  delete process.env.VERMILION_DEMO;
  delete process.env.VERMILION_DEMO_PASSWORD;
  await rm(folder, { recursive: true });
});

const accounts = async () => JSON.parse(await readFile(join(folder, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
const one = async <T extends object>(text: string) => (await query<T & Record<string, unknown>>({ text })).rows[0];

describe('the sample company', () => {
  it('is written once, also when several nodes start at the same time', async () => {
    // when
    const done = await Promise.all(Array.from({ length: 4 }, () => seedDemoCompany()));
    // then
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await seedDemoCompany()).toBe(false);
    expect(await one('select count(*)::int as people from portal."user"')).toEqual({ people: 43 });
    expect(await one(`select count(*)::int as rows from portal.audit_log where action = 'installation.seeded'`)).toEqual({ rows: 1 });
  });

  it('is not written into a database that has people, nor when it is switched off', async () => {
    process.env.VERMILION_DEMO = 'off';
    expect(await seedDemoCompany()).toBe(false);
    delete process.env.VERMILION_DEMO;
    await query({ text: `insert into portal."user" (id, login, name) values (gen_random_uuid(), 'own', 'Own')` });
    expect(await seedDemoCompany()).toBe(false);
    await expect(accounts()).rejects.toThrow('ENOENT');
  });

  it('leaves a file that only its owner reads, with a password that everybody signs in with', async () => {
    await seedDemoCompany();
    const written = await accounts();
    expect(written.map(({ login, name }) => [login, name])).toEqual([
      ['guanwen', '管雯'],
      ['linshu', '林舒'],
      ['lizhuo', '李卓'],
      ['wangmin', '王敏'],
      ['jiran', '季然'],
      ['tangning', '唐宁'],
    ]);
    expect(new Set(written.map(({ password }) => password)).size).toBe(1);
    expect((await stat(join(folder, 'demo-accounts.json'))).mode & 0o777).toBe(0o600);
    const stored = await one<{ password_hash: string; hashes: number }>(
      'select min(password_hash) as password_hash, count(distinct password_hash)::int as hashes from portal."user"',
    );
    expect(stored?.hashes).toBe(1);
    expect(stored?.password_hash).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword(stored?.password_hash ?? null, written[0]?.password ?? '')).toBe(true);
  });

  it('takes the password of the environment, and refuses an empty or weak one', async () => {
    process.env.VERMILION_DEMO_PASSWORD = '';
    await expect(seedDemoCompany()).rejects.toThrow('PASSWORD_WEAK');
    process.env.VERMILION_DEMO_PASSWORD = 'ink-and-vermilion';
    await seedDemoCompany();
    expect((await accounts())[0]?.password).toBe('ink-and-vermilion');
  });

  it('has a different password in each installation', async () => {
    await seedDemoCompany();
    const first = (await accounts())[0]?.password;
    await query({ text: 'delete from portal.installation' });
    await query({
      text: 'truncate portal."user" , portal.department, portal.position, portal.role, portal.work_group, portal.process_category cascade',
    });
    await seedDemoCompany();
    expect((await accounts())[0]?.password).not.toBe(first);
  });

  it('has a head in every department but one, three people away, and people with two posts', async () => {
    await seedDemoCompany();
    expect((await query({ text: 'select code from portal.department where head_id is null' })).rows).toEqual([{ code: 'treasury' }]);
    expect(
      (
        await query({
          text: `select u.login from portal."user" u join portal.post p on p.user_id = u.id group by 1 having count(*) > 1 order by 1`,
        })
      ).rows,
    ).toEqual([{ login: 'bailu' }, { login: 'zhouzimo' }]);
    expect(await one('select count(*)::int as posts from portal.post where is_primary')).toEqual({ posts: 43 });
  });

  it('answers the questions of the sample flows', async () => {
    // given
    await seedDemoCompany();
    const index = await withTransaction(orgIndex);
    const processId = '01900000-0000-7000-8000-000000000001';
    const of = (map: keyof typeof index, code: string) => index[map].get(code) ?? '';
    const ask = async (rule: Extract<FactQuery, { kind: 'assignees' }>['rule'], applicant: string, subjects: string[] = []) => {
      const asked: FactQuery = {
        kind: 'assignees',
        rule,
        applicantId: of('users', applicant),
        departmentId: null,
        subjects,
        levels: null,
        processId,
      };
      const found = (await resolveFacts([asked], new Date().toISOString()))[factKey(asked)];
      if (found?.kind !== 'assignees') throw new Error('no answer');
      return found.people.map(({ userId, name }) => (found.proxyOf?.[userId] ? `${found.proxyOf[userId]?.name} for ${name}` : name));
    };
    // then
    expect(await ask({ kind: 'managerChain', untilRank: 1 }, 'lizhuo')).toEqual(['王敏', '陈立', '顾远舟']);
    expect(await ask({ kind: 'managerChain', untilRank: 1 }, 'hejiayi')).toEqual(['王敏 for 秦朗', '陈立', '顾远舟']);
    expect(await ask({ kind: 'managerChain', untilRank: 1 }, 'dingyiming')).toEqual(['沈砚', '顾远舟']);
    expect(await ask({ kind: 'department', departmentIds: [of('departments', 'accounting')], includeSub: false }, 'lizhuo')).toHaveLength(
      5,
    );
    expect(await ask({ kind: 'workGroup', workGroupIds: [of('workGroups', 'purchase-review')] }, 'wutong')).toEqual([
      '王敏',
      '梁博',
      '何静 for 周岚',
      '方宁',
      '苏青',
    ]);
    expect(await ask({ kind: 'role', roleIds: [of('roles', 'finance-reviewer')] }, 'lizhuo')).toEqual(['何静 for 周岚']);
    expect(await ask({ kind: 'departmentHead', field: 'f' }, 'lizhuo', [of('departments', 'treasury'), of('departments', 'it')])).toEqual([
      '沈砚',
      '郭晓 for 高原',
    ]);
  });
});
