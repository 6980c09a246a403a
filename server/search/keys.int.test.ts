import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { withTransaction } from '@/server/db/unit-of-work';
import { createForm } from '@/server/form/create';
import { listForms } from '@/server/form/list';
import { saveFormDraft } from '@/server/form/save-draft';
import { createUser, CreateUserInput } from '@/server/org/create-user';
import { editUser } from '@/server/org/edit-user';
import { listDepartmentOptions } from '@/server/org/list-department-options';
import { listPeople, ListPeopleInput } from '@/server/org/list-people';
import { listPositions } from '@/server/org/list-positions';
import { listRoles, ListRolesInput } from '@/server/org/list-roles';
import type { OrgKind } from '@/server/org/org-option';
import { searchOptions } from '@/server/org/search-options';
import { type Company, writeCompany } from '@/server/org/testing/company';
import { isFoundBy } from '@/lib/reading';
import { byKey, keyRange } from './by-key';
import { catchUpSearchKeys } from './write-keys';

let company: Company;
const posts = () => [{ departmentId: company.id('departments', 'it'), positionId: company.id('positions', 'specialist'), isPrimary: true }];
const admin = () => company.as('bailu');
const designer = () => company.as('linshu');
const names = async (kind: OrgKind, search: string) =>
  (await searchOptions(admin(), { kind, search, limit: 50 })).map(({ name }) => name.zh);
const due = async () => (await query({ text: 'select from portal.search_key_due' })).rows.length;

beforeAll(async () => {
  company = await writeCompany();
});

describe('a record is found by pinyin', () => {
  it('of every kind: whole, initials, or some of both', async () => {
    for (const typed of ['wangmin', 'wangm', 'wm', 'wmin']) expect(await names('user', typed), typed).toContain('王敏');
    expect(await names('department', 'rlzyb')).toEqual(['人力资源部']);
    expect(await names('department', 'kuaiji')).toEqual(['会计组']);
    expect(await names('position', 'zj')).toEqual(['总经理', '总监', '副总经理']);
    expect(await names('role', 'cwsh')).toEqual(['财务审核人']);
    expect(await names('workGroup', 'xiaozu')).toEqual(['采购评审小组', '信息安全应急小组']);
  });

  it('in the lists of the organisation', async () => {
    expect((await listPeople(admin(), ListPeopleInput.parse({ search: 'zhouzm' }))).items.map(({ name }) => name)).toEqual(['周子墨']);
    expect((await listPositions(admin(), { search: 'fzjl', withDisabled: false })).map(({ name }) => name.zh)).toEqual(['副总经理']);
    expect((await listRoles(admin(), ListRolesInput.parse({ search: 'cny' }))).items).toEqual([]);
    expect((await listRoles(admin(), ListRolesInput.parse({ search: 'caigou' }))).items.map(({ name }) => name.zh)).toEqual(['采购员']);
    const departments = await listDepartmentOptions(admin(), {});
    expect(departments.filter(({ keys }) => isFoundBy(keys, 'xxjsb')).map(({ name }) => name.zh)).toEqual(['信息技术部']);
    expect(departments.filter(({ keys }) => isFoundBy(keys, '技术')).map(({ name }) => name.zh)).toEqual(['信息技术部']);
  });

  it('from the moment it is made, and by the new name from the moment it is renamed', async () => {
    const input = CreateUserInput.parse({
      commandId: newId(),
      login: 'sxx',
      name: '单雄信',
      nameEn: '',
      email: null,
      employeeNo: null,
      phone: null,
      posts: posts(),
    });
    const { id } = await createUser(admin(), input);
    expect(await names('user', 'shanx')).toEqual(['单雄信']);
    expect(await names('user', 'danxx')).toEqual(['单雄信']);
    const { posts: _, ...person } = input;
    await editUser(admin(), { ...person, commandId: newId(), id, rev: 1, name: '吕布' });
    expect(await names('user', 'shanx')).toEqual([]);
    expect(await names('user', 'lvb')).toEqual(['吕布']);
    expect(await due()).toBe(0);
  });

  it('a form by the title of its draft', async () => {
    const made = await createForm(designer(), { commandId: newId(), name: { zh: '请假单', en: '' } });
    const found = async (text: string) =>
      (await listForms(designer(), { text, limit: 10, retired: false })).items.map(({ name }) => name.zh);
    expect(await found('qjd')).toEqual(['请假单']);
    const { rows } = await query<{ draft: { title: object } }>({ text: 'select draft from portal.form where id = $1', values: [made.id] });
    await saveFormDraft(designer(), {
      commandId: newId(),
      id: made.id,
      rev: 1,
      schema: { ...rows[0]!.draft, title: { zh: '年假单', en: '' } },
    });
    expect(await found('qjd')).toEqual([]);
    expect(await found('nianjia')).toEqual(['年假单']);
    await query({ text: 'delete from portal.form where id = $1', values: [made.id] });
    expect((await query({ text: 'select from portal.search_key where id = $1', values: [made.id] })).rows).toEqual([]);
  });
});

describe('names that no verb wrote', () => {
  it('are caught up with, by one of several nodes each', async () => {
    await query({
      text: `insert into portal."user" (id, login, name) select gen_random_uuid(), 'many' || n, chr(19968 + n) || chr(20100 + n % 900) from generate_series(1, 1200) n`,
    });
    expect(await due()).toBe(1200);
    const nodes = [0, 1, 2].map(async () => {
      let done = 0;
      for (let n = await catchUpSearchKeys(); n > 0; n = await catchUpSearchKeys()) done += n;
      return done;
    });
    expect((await Promise.all(nodes)).reduce((sum, n) => sum + n, 0)).toBe(1200);
    expect(await due()).toBe(0);
    const { rows } = await query({
      text: `select from portal."user" u where not exists (select from portal.search_key k where k.kind = 'user' and k.id = u.id)`,
    });
    expect(rows).toEqual([]);
  });

  it('are not asked for again when something else of the record changes', async () => {
    await query({ text: `update portal."user" set theme = 'dark', rev = rev + 1, name = name` });
    expect(await due()).toBe(0);
  });
});

it('of five thousand people the search reads the index alone, and of it what begins with the letter', async () => {
  await query({
    text: `insert into portal."user" (id, login, name) select gen_random_uuid(), 'p' || n, chr(19968 + n) || chr(20100 + n % 900) || chr(21000 + n % 500) from generate_series(1, 5000) n`,
  });
  while ((await catchUpSearchKeys()) > 0);
  await query({ text: 'vacuum analyze portal.search_key' });
  for (const typed of ['wm', '王']) {
    const range = keyRange(typed)!.map((part) => `'${part.replaceAll("'", "''")}'`);
    const rows = await withTransaction(async (tx) => {
      await tx.query({ text: 'set local plan_cache_mode = force_generic_plan' });
      await tx.query({ text: `prepare found (text[]) as ${byKey('user', '$1')}` });
      const plan = await tx.query<{ 'QUERY PLAN': string }>({
        text: `explain (analyze, buffers) execute found (array[${range.join(',')}])`,
      });
      await tx.query({ text: `deallocate found` });
      return plan.rows;
    });
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('Index Only Scan using search_key_pk');
    expect(Number(/Rows Removed by Filter: (\d+)/.exec(plan)?.[1] ?? 0), typed).toBeLessThan(1000);
  }
});
