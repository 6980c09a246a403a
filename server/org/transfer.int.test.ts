import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { writeCsv } from '@/lib/spreadsheet/csv';
import { readTable } from '@/lib/spreadsheet/read-table';
import { writeXlsx } from '@/lib/spreadsheet/xlsx';
import { verifyPassword } from '@/server/auth/password';
import type { Role } from '@/server/auth/permissions';
import { query } from '@/server/db/client';
import { exportTable } from './export-table';
import { type ImportReport, importTable } from './import-table';
import { auditOf, type Company, refusal, writeCompany } from './testing/company';

const HEAD_USERS = ['登录名', '姓名', '部门编码', '职位编码'];
let company: Company;
const admin = () => company.as('bailu');

beforeEach(async () => {
  await query({
    text: `truncate portal.command_log, portal.audit_log, portal.user_grant, portal.delegation, portal.work_group_member, portal.work_group,
           portal.role_member, portal.role, portal.post, portal.department, portal.position, portal."user" cascade`,
  });
  company = await writeCompany();
});

type Mode = 'check' | 'all' | 'good';
const run = (kind: 'users' | 'departments', mode: Mode, lines: readonly (readonly string[])[], by = admin()): Promise<ImportReport> => {
  const [columns = [], ...rows] = lines;
  return importTable(by, { commandId: newId(), kind, mode }, writeCsv({ columns, rows }));
};
const found = (report: ImportReport) => report.problems.map(({ row, column, code }) => [row, column, code]);
const counts = ({ stored, create, update, same, bad }: ImportReport) => ({ stored, create, update, same, bad });

async function people(): Promise<Record<string, string>> {
  const { rows } = await query<{ login: string; posts: string }>({
    text: `select u.login, string_agg(d.code || '/' || r.code || case when p.is_primary then '*' else '' end, ' ' order by p.is_primary desc, d.code) as posts
           from portal."user" u left join portal.post p on p.user_id = u.id left join portal.department d on d.id = p.department_id left join portal.position r on r.id = p.position_id
           group by u.login`,
  });
  return Object.fromEntries(rows.map(({ login, posts }) => [login, posts]));
}

async function digest(): Promise<string> {
  const { rows } = await query<{ digest: string }>({
    text: `select md5(string_agg(t, '' order by t)) as digest from (
             select u::text as t from portal."user" u union all select p::text from portal.post p union all select d::text from portal.department d) x`,
  });
  return rows[0]?.digest ?? '';
}

describe('the export', () => {
  it.each(['csv', 'xlsx'] as const)('as %s is what the import takes back without a change', async (format) => {
    for (const kind of ['users', 'departments'] as const) {
      const { bytes, name } = await exportTable(admin(), { kind, format, template: false });
      expect(name).toMatch(new RegExp(`^(人员|部门)-\\d{4}-\\d\\d-\\d\\d\\.${format}$`));
      const report = await importTable(admin(), { commandId: newId(), kind, mode: 'all' }, bytes);
      expect(counts(report)).toEqual({ stored: false, create: 0, update: 0, same: kind === 'users' ? 43 : 15, bad: 0 });
    }
    expect(await auditOf('organisation.exported')).toHaveLength(2);
  });

  it('runs nothing in a spreadsheet', async () => {
    await query({ text: `update portal."user" set name = '=cmd|calc', phone = '-1+1' where login = 'lizhuo'` });
    const { bytes } = await exportTable(admin(), { kind: 'users', format: 'csv', template: false });
    expect(new TextDecoder().decode(bytes)).toContain("lizhuo,'=cmd|calc,Li Zhuo,E1038,lizhuo@xinghe.example,'-1+1,east,specialist,");
  });

  it('has a template in the language of the reader, which can be read', async () => {
    const { bytes, name } = await exportTable({ ...admin(), locale: 'en' }, { kind: 'users', format: 'xlsx', template: true });
    const { columns, rows } = await readTable(bytes);
    expect([name, columns.slice(0, 2), rows]).toEqual(['people-template.xlsx', ['Login', 'Name'], [expect.arrayContaining(['wangmin'])]]);
  });

  it('is for those who keep people and departments', async () => {
    for (const grants of [[], ['designer'], ['auditor'], ['operator']] satisfies Role[][]) {
      const by = company.as('lizhuo', grants);
      expect(await refusal(exportTable(by, { kind: 'users', format: 'csv', template: false }))).toEqual({ code: 'FORBIDDEN' });
      expect(await refusal(run('users', 'all', [['login']], by))).toEqual({ code: 'FORBIDDEN' });
    }
  });
});

describe('the import of people', () => {
  it('makes one-time passwords for the new ones when asked: in the answer once, and nowhere else', async () => {
    // given
    const lines = [
      HEAD_USERS,
      ['zhaoyi', '赵一', 'it', 'specialist'],
      ['qianer', '钱二', 'hr', 'specialist'],
      ['lizhuo', '李卓', 'east', 'specialist'],
    ];
    const [columns = [], ...rows] = lines;
    const input = { commandId: newId(), kind: 'users', mode: 'all', passwords: '1' } as const;
    const file = writeCsv({ columns, rows });
    // when
    const report = await importTable(admin(), input, file);
    // then
    expect(report.passwords.map(({ login, name }) => [login, name])).toEqual([
      ['zhaoyi', '赵一'],
      ['qianer', '钱二'],
    ]);
    const [first] = report.passwords;
    const { rows: stored } = await query<{ password_hash: string; must: boolean }>({
      text: `select password_hash, must_change_password as must from portal."user" where login = 'zhaoyi'`,
    });
    expect(stored[0]?.must).toBe(true);
    expect(await verifyPassword(stored[0]?.password_hash ?? null, first?.password ?? '')).toBe(true);
    expect(await verifyPassword(stored[0]?.password_hash ?? null, 'another')).toBe(false);
    expect((await importTable(admin(), input, file)).passwords).toEqual([]);
    const { rows: traces } = await query({
      text: `select 1 from portal.audit_log a where a::text like $1 union all select 1 from portal.command_log c where c::text like $1`,
      values: [`%${first?.password}%`],
    });
    expect(traces).toEqual([]);
  });

  it('takes five thousand in one go, each on record', async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => [`many${n}`, `人${n}`, 'it', 'specialist']);
    expect(counts(await run('users', 'all', [HEAD_USERS, ...rows]))).toEqual({ stored: true, create: 5_000, update: 0, same: 0, bad: 0 });
    const { rows: logged } = await query<{ n: number }>({
      text: `select count(*)::int as n from portal.audit_log where action = 'user.created'`,
    });
    expect(logged[0]?.n).toBe(5_000);
  });

  const head = ['登录名', '姓名', '英文名', '工号', '邮箱', '电话', '部门编码', '职位编码', '兼职'];

  it('adds who is unknown and updates who is known, posts included', async () => {
    const lines = [
      head,
      ['NewOne', '新人', 'New One', 'E3001', 'new@xinghe.example', '', 'east', 'specialist', 'hr/specialist；it/specialist'],
      ['lizhuo', '李卓', 'Li Zhuo', 'E1038', '', '', 'south', 'supervisor', ''],
    ];
    const before = await digest();
    expect(counts(await run('users', 'check', lines))).toEqual({ stored: false, create: 1, update: 1, same: 0, bad: 0 });
    expect(await digest()).toBe(before);
    expect(counts(await run('users', 'all', lines))).toEqual({ stored: true, create: 1, update: 1, same: 0, bad: 0 });
    expect(await people()).toMatchObject({ newone: 'east/specialist* hr/specialist it/specialist', lizhuo: 'south/supervisor*' });
    const { rows } = await query({
      text: `select login, email, password_hash, must_change_password from portal."user" where login in ('newone', 'lizhuo') order by login`,
    });
    expect(rows).toMatchObject([{ email: null }, { email: 'new@xinghe.example', password_hash: null, must_change_password: true }]);
    expect((await auditOf('user.imported')).at(-1)).toMatchObject({ before: { email: 'lizhuo@xinghe.example' }, after: { email: null } });
  });

  it('leaves alone what the file has no column for', async () => {
    const lines = [
      ['login', 'name', 'department code', 'position code'],
      ['zhouzimo', '周子墨', 'east', 'manager'],
    ];
    expect(counts(await run('users', 'all', lines))).toMatchObject({ stored: true, update: 1 });
    const { rows } = await query({ text: `select name_en, email from portal."user" where login = 'zhouzimo'` });
    expect(rows).toEqual([{ name_en: 'Zhou Zimo', email: 'zhouzimo@xinghe.example' }]);
    expect((await people()).zhouzimo).toBe('east/manager* customer-service/supervisor');
  });

  it('changes no account above the one who imports', async () => {
    const row = (login: string) => [login, '改名', '', '', '', '', 'it', 'supervisor', ''];
    const report = await run('users', 'good', [head, row('guanwen'), row('guoxiao')]);
    expect(found(report)).toEqual([[2, '登录名', 'FORBIDDEN']]);
    expect(counts(report)).toMatchObject({ stored: true, update: 1, bad: 1 });
    const { rows } = await query({ text: `select login from portal."user" where name = '改名'` });
    expect(rows).toEqual([{ login: 'guoxiao' }]);
  });

  it('says for every row what is wrong, in the language of the reader, and stores nothing', async () => {
    const before = await digest();
    const lines = [
      head,
      ['ok1', '好人', '', '', '', '', 'east', 'specialist', ''],
      ['a b', '', '', '', 'nobody', '', 'east', 'specialist', ''],
      ['ok2', '好人', '', 'E1001', 'lizhuo@xinghe.example', '', 'nowhere', '', 'hr'],
      ['OK1', '又一', '', '', '', '', 'east', 'specialist', ''],
      ['ok3', '人\u202e', '', '', '', '', 'east', 'specialist', 'east/specialist'],
    ];
    const report = await run('users', 'all', lines);
    expect(counts(report)).toEqual({ stored: false, create: 1, update: 0, same: 0, bad: 4 });
    expect(found(report)).toEqual([
      [3, '登录名', 'FIELD_FORMAT'],
      [3, '姓名', 'FIELD_REQUIRED'],
      [3, '邮箱', 'FIELD_FORMAT'],
      [4, '部门编码', 'FIELD_REF'],
      [4, '职位编码', 'FIELD_REQUIRED'],
      [4, '兼职', 'FIELD_REF'],
      [4, '邮箱', 'NAME_TAKEN'],
      [4, '工号', 'NAME_TAKEN'],
      [5, '登录名', 'FIELD_UNIQUE'],
      [6, '姓名', 'TEXT_BIDI'],
      [6, '兼职', 'FIELD_UNIQUE'],
    ]);
    expect(report.problems[1]?.message).toMatch(/\p{Script=Han}/u);
    expect((await run('users', 'check', lines, { ...admin(), locale: 'en' })).problems[1]).toMatchObject({
      column: 'Name',
      message: 'Required.',
    });
    expect(await digest()).toBe(before);
  });

  it('stores the good rows alone when that is asked', async () => {
    const lines = [head, ['ok1', '好人', '', '', '', '', 'east', 'specialist', ''], ['bad', '', '', '', '', '', 'east', 'specialist', '']];
    expect(counts(await run('users', 'good', lines))).toEqual({ stored: true, create: 1, update: 0, same: 0, bad: 1 });
    expect(Object.keys(await people())).toContain('ok1');
  });

  it('does not read rows under a head that it does not understand', async () => {
    const report = await run('users', 'good', [
      ['登录名', '密码', '姓名', '姓名'],
      ['x1', 'secret', 'X', 'Y'],
    ]);
    expect(found(report)).toEqual([
      [1, '密码', 'FIELD_UNKNOWN'],
      [1, '姓名', 'FIELD_UNIQUE'],
      [1, '部门编码', 'FIELD_REQUIRED'],
      [1, '职位编码', 'FIELD_REQUIRED'],
    ]);
    expect(report.problems[0]?.message).toBe('没有这一列。可用的列名：登录名、姓名、英文名、工号、邮箱、电话、部门编码、职位编码、兼职。');
    expect(report.stored).toBe(false);
  });

  it('answers a repeat of the command as the first time, and takes no other file under it', async () => {
    const input = { commandId: newId(), kind: 'users', mode: 'all' } as const;
    const file = (login: string) => writeCsv({ columns: head, rows: [[login, '新人', '', '', '', '', 'east', 'specialist', '']] });
    const first = await importTable(admin(), input, file('once'));
    expect(await importTable(admin(), input, file('once'))).toEqual(first);
    expect(await refusal(importTable(admin(), input, file('twice')))).toEqual({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('refuses files that are no table or too large', async () => {
    const send = (bytes: Uint8Array) => refusal(importTable(admin(), { commandId: newId(), kind: 'users', mode: 'all' }, bytes));
    expect(await send(new Uint8Array())).toEqual({ code: 'FILE_EMPTY', path: 'file' });
    expect(await send(new Uint8Array(3_000_000))).toEqual({ code: 'FILE_SIZE', path: 'file' });
    expect(await send(new TextEncoder().encode('a,"b'))).toEqual({ code: 'BODY_INVALID', path: 'file' });
    expect(await send(writeCsv({ columns: head, rows: Array.from({ length: 5001 }, () => head) }))).toEqual({
      code: 'FIELD_LIMIT',
      path: 'file',
    });
  });

  it('takes five thousand people at once', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => [`p${n}`, `人${n}`, '', `N${n}`, '', '', 'east', 'specialist', '']);
    const file = await writeXlsx({ columns: head, rows }, 'x');
    expect(counts(await importTable(admin(), { commandId: newId(), kind: 'users', mode: 'all' }, file))).toMatchObject({
      stored: true,
      create: 5000,
      bad: 0,
    });
  });
});

describe('the import of departments', () => {
  const head = ['编码', '中文名称', '英文名称', '上级编码', '负责人登录名'];

  it('adds and moves in any order, with paths that fit', async () => {
    const lines = [
      head,
      ['lab-a', '甲组', '', 'lab', ''],
      ['lab', '研究院', 'Lab', 'it', 'wutong'],
      ['east', '华东区', 'East', 'lab', 'wangmin'],
      ['hr', '人力资源部', 'HR', 'xinghe', 'bailu'],
    ];
    expect(counts(await run('departments', 'all', lines))).toEqual({ stored: true, create: 2, update: 1, same: 1, bad: 0 });
    const { rows } = await query<{ code: string; way: string; head: string | null }>({
      text: `select d.code, u.login as head, (select string_agg(a.code, '/' order by up.n) from unnest(string_to_array(d.path, '/')::uuid[]) with ordinality as up(id, n) join portal.department a on a.id = up.id) as way
             from portal.department d left join portal."user" u on u.id = d.head_id where d.code in ('lab', 'lab-a', 'east') order by d.code`,
    });
    expect(rows).toEqual([
      { code: 'east', way: 'xinghe/it/lab/east', head: 'wangmin' },
      { code: 'lab', way: 'xinghe/it/lab', head: 'wutong' },
      { code: 'lab-a', way: 'xinghe/it/lab/lab-a', head: null },
    ]);
    const wrong = await query({
      text: `select d.code from portal.department d left join portal.department p on p.id = d.parent_id where d.path <> coalesce(p.path || '/', '') || d.id`,
    });
    expect(wrong.rows).toEqual([]);
  });

  it('refuses circles, parents that are nowhere or wrong themselves, and heads who are not there', async () => {
    const before = await digest();
    const lines = [
      head,
      ['sales', '销售部', '', 'east', ''],
      ['n1', '一', '', 'n2', ''],
      ['n2', '二', '', 'n1', ''],
      ['n3', '三', '', 'nowhere', ''],
      ['n4', '四', '', 'n3', ''],
      ['n5', '五', '', 'xinghe', 'nobody'],
      ['n6', '六', '', 'n5', ''],
      ['n7', '七', '', 'xinghe', ''],
    ];
    const report = await run('departments', 'all', lines);
    expect(found(report)).toEqual([
      [2, '上级编码', 'STATE_CONFLICT'],
      [3, '上级编码', 'STATE_CONFLICT'],
      [4, '上级编码', 'STATE_CONFLICT'],
      [5, '上级编码', 'FIELD_REF'],
      [6, '上级编码', 'FIELD_REF'],
      [7, '负责人登录名', 'FIELD_REF'],
      [8, '上级编码', 'FIELD_REF'],
    ]);
    expect(counts(report)).toEqual({ stored: false, create: 1, update: 0, same: 0, bad: 7 });
    expect(await digest()).toBe(before);
  });
});
