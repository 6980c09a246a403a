import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { updatePreferences } from '@/server/account/update-preferences';
import { verifyPassword } from '@/server/auth/password';
import type { Role } from '@/server/auth/permissions';
import { readSession } from '@/server/auth/session';
import { query } from '@/server/db/client';
import { CreateUserInput, createUser } from './create-user';
import { disableUser } from './disable-user';
import { EditUserInput, editUser } from './edit-user';
import { enableUser } from './enable-user';
import { getPerson } from './get-person';
import { listChanges } from './list-changes';
import { listPeople, ListPeopleInput } from './list-people';
import { resetPassword } from './reset-password';
import { setGrants } from './set-grants';
import { setPosts } from './set-posts';
import { auditOf, type Company, refusal, writeCompany } from './testing/company';

let company: Company;
const admin = () => company.as('guanwen');
const orgAdmin = () => company.as('bailu');
const command = () => ({ commandId: newId() });
const user = (login: string) => company.id('users', login);

beforeAll(async () => {
  company = await writeCompany();
});

async function revOf(login: string): Promise<number> {
  const { rows } = await query<{ rev: number }>({ text: 'select rev from portal."user" where login = $1', values: [login] });
  return rows[0]?.rev ?? 0;
}

async function signIn(login: string): Promise<string> {
  const id = newId();
  await query({
    text: `insert into portal.session (id, user_id, expires_at) values ($1, $2, now() + interval '1 day')`,
    values: [id, user(login)],
  });
  return id;
}

const post = (department: string, position: string, isPrimary: boolean) => ({
  departmentId: company.id('departments', department),
  positionId: company.id('positions', position),
  isPrimary,
});

const person = (login: string) => CreateUserInput.parse({ ...command(), login, name: '新人', posts: [post('east', 'specialist', true)] });

describe('people', () => {
  it('are added with their posts and a password that is shown once and stored nowhere', async () => {
    const input = CreateUserInput.parse({ ...person('Lin.Mei'), email: 'lin.mei@xinghe.example', employeeNo: 'E2001' });
    const made = await createUser(orgAdmin(), input);
    expect(made.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    const { rows } = await query<{ login: string; password_hash: string; must_change_password: boolean }>({
      text: 'select login, password_hash, must_change_password from portal."user" where id = $1',
      values: [made.id],
    });
    expect(rows[0]).toMatchObject({ login: 'lin.mei', must_change_password: true });
    expect(await verifyPassword(rows[0]?.password_hash ?? null, made.password ?? '')).toBe(true);
    expect(await createUser(orgAdmin(), input)).toEqual({ id: made.id, rev: 1, password: null });
    for (const table of ['command_log', 'audit_log']) {
      const found = await query({
        text: `select 1 from portal.${table} t where t::text like $1 or t::text like '%argon2%'`,
        values: [`%${made.password}%`],
      });
      expect(found.rows).toEqual([]);
    }
  });

  it('have one login, address and number each, whatever the case', async () => {
    expect(await refusal(createUser(orgAdmin(), person('LIZHUO')))).toEqual({ code: 'NAME_TAKEN', path: 'login' });
    expect(await refusal(createUser(orgAdmin(), { ...person('new1'), email: 'LIZHUO@xinghe.example' }))).toEqual({
      code: 'NAME_TAKEN',
      path: 'email',
    });
    expect(await refusal(createUser(orgAdmin(), { ...person('new2'), employeeNo: 'E1001' }))).toEqual({
      code: 'NAME_TAKEN',
      path: 'employeeNo',
    });
  });

  it('are refused by their input when the text cannot be read or the posts make no sense', () => {
    const bad = (change: object) =>
      CreateUserInput.safeParse({ ...person('okay'), ...change }).error?.issues.map((issue) => issue.path.join('.'));
    expect(bad({})).toBeUndefined();
    expect(bad({ login: 'a b' })).toEqual(['login']);
    expect(bad({ name: '王\u202e敏' })).toEqual(['name']);
    expect(bad({ name: '王\u0000敏' })).toEqual(['name']);
    expect(bad({ email: 'nobody' })).toEqual(['email']);
    expect(bad({ email: '' })).toBeUndefined();
    expect(bad({ posts: [] })?.at(0)).toBe('posts');
    expect(bad({ posts: [post('east', 'specialist', false)] })).toEqual(['posts']);
    expect(bad({ posts: [post('east', 'specialist', true), post('south', 'specialist', true)] })).toEqual(['posts']);
    expect(bad({ posts: [post('east', 'specialist', true), post('east', 'specialist', false)] })).toEqual(['posts']);
    expect(bad({ passwordHash: 'x', role: 'systemAdmin' })).toEqual(['']);
  });

  it('are edited with before and after on record', async () => {
    const input = EditUserInput.parse({
      ...command(),
      id: user('xuman'),
      rev: 1,
      login: 'xuman',
      name: '徐曼',
      nameEn: 'Xu Man',
      phone: '021-1',
    });
    expect(await editUser(orgAdmin(), input)).toEqual({ rev: 2 });
    expect((await auditOf('user.edited')).at(-1)).toMatchObject({
      before: { phone: null, employeeNo: 'E1039' },
      after: { phone: '021-1', employeeNo: null },
    });
    expect(await refusal(editUser(orgAdmin(), { ...input, ...command() }))).toEqual({ code: 'CONFLICT_STALE' });
    expect(await refusal(editUser(orgAdmin(), { ...input, ...command(), rev: 2, login: 'lizhuo' }))).toEqual({
      code: 'NAME_TAKEN',
      path: 'login',
    });
  });

  it('keep the beginning of a post that stays, and have exactly one primary post after every change', async () => {
    const posts = async () =>
      (
        await query<{ id: string; code: string; is_primary: boolean }>({
          text: 'select p.id, d.code, p.is_primary from portal.post p join portal.department d on d.id = p.department_id where p.user_id = $1 order by d.code',
          values: [user('luochen')],
        })
      ).rows;
    const [south] = await posts();
    const set = async (...wanted: ReturnType<typeof post>[]) =>
      setPosts(orgAdmin(), { ...command(), userId: user('luochen'), rev: await revOf('luochen'), posts: wanted });
    await set(post('south', 'supervisor', false), post('east', 'specialist', true));
    expect(await posts()).toMatchObject([
      { code: 'east', is_primary: true },
      { id: south?.id, code: 'south', is_primary: false },
    ]);
    await set(post('south', 'supervisor', true), post('east', 'specialist', false));
    await set(post('south', 'supervisor', true));
    expect(await posts()).toEqual([south]);
    expect((await auditOf('user.postsSet')).at(-1)).toMatchObject({ before: { posts: [{ isPrimary: true }, { isPrimary: false }] } });
  });

  it('get posts only in departments and positions that are in use', async () => {
    const set = (posts: ReturnType<typeof post>[]) => setPosts(orgAdmin(), { ...command(), userId: user('hansong'), rev: 1, posts });
    expect(await refusal(set([{ ...post('east', 'specialist', true), departmentId: newId() }]))).toEqual({
      code: 'FIELD_REF',
      path: 'posts',
    });
    await query({ text: `update portal.position set disabled_at = now() where code = 'deputy-general-manager'` });
    expect(await refusal(set([post('east', 'deputy-general-manager', true)]))).toEqual({ code: 'FIELD_REF', path: 'posts' });
    await query({ text: `update portal.position set disabled_at = null` });
  });

  it('are disabled from a page that was opened before they changed their own language or password', async () => {
    // given
    const rev = await revOf('zhengnan');
    const own = company.as('zhengnan');
    // when
    await updatePreferences(own, { ...command(), locale: 'en', theme: 'dark' });
    await resetPassword(orgAdmin(), { ...command(), id: user('zhengnan') });
    // then
    expect((await disableUser(orgAdmin(), { ...command(), id: user('zhengnan'), rev, reason: '' })).rev).toBe(rev + 1);
    await enableUser(orgAdmin(), { ...command(), id: user('zhengnan'), rev: rev + 1 });
  });

  it('who are disabled are out at once, and come back as they were', async () => {
    const session = await signIn('fangwei');
    expect(await readSession(session)).not.toBeNull();
    expect(await disableUser(orgAdmin(), { ...command(), id: user('fangwei'), rev: 1, reason: '离职' })).toEqual({
      rev: 2,
      endedSessions: 1,
    });
    expect(await readSession(session)).toBeNull();
    expect(await refusal(disableUser(orgAdmin(), { ...command(), id: user('fangwei'), rev: 2, reason: '' }))).toEqual({
      code: 'ALREADY_DONE',
    });
    expect((await auditOf('user.disabled')).at(-1)).toMatchObject({ reason: '离职', after: { endedSessions: 1 } });
    await enableUser(orgAdmin(), { ...command(), id: user('fangwei'), rev: 2 });
    expect(await readSession(session)).toBeNull();
    expect((await getPerson(orgAdmin(), { id: user('fangwei') })).posts).toHaveLength(1);
  });

  it('get a one-time password, which ends their sessions', async () => {
    const session = await signIn('xuman');
    const input = { ...command(), id: user('xuman') };
    const { password, endedSessions } = await resetPassword(orgAdmin(), input);
    expect([endedSessions, await readSession(session)]).toEqual([1, null]);
    const { rows } = await query<{ password_hash: string; must_change_password: boolean }>({
      text: 'select password_hash, must_change_password from portal."user" where id = $1',
      values: [user('xuman')],
    });
    expect(rows[0]?.must_change_password).toBe(true);
    expect(await verifyPassword(rows[0]?.password_hash ?? null, password ?? '')).toBe(true);
    expect((await resetPassword(orgAdmin(), input)).password).toBeNull();
  });
});

describe('the changes of a person', () => {
  it('are those of keeping the record, newest first, without sign-ins', async () => {
    await query({
      text: `insert into portal.audit_log (id, actor_name, action, subject_kind, subject_id) values (gen_random_uuid(), 'x', 'user.signedIn', 'user', $1)`,
      values: [user('fangwei')],
    });
    expect((await listChanges(orgAdmin(), { kind: 'user', id: user('fangwei') })).map(({ action }) => action)).toEqual([
      'user.enabled',
      'user.disabled',
    ]);
    expect(await refusal(listChanges(company.as('lizhuo'), { kind: 'user', id: user('fangwei') }))).toEqual({ code: 'FORBIDDEN' });
  });
});

describe('rights', () => {
  const grant = async (by: ReturnType<Company['as']>, login: string, grants: Exclude<Role, 'user'>[]) =>
    setGrants(by, { ...command(), userId: user(login), rev: await revOf(login), grants });

  it('are given by administrators, on record, and end the sessions of before', async () => {
    const session = await signIn('wutong');
    await grant(admin(), 'wutong', ['designer', 'monitor']);
    expect(await readSession(session)).toBeNull();
    expect((await getPerson(admin(), { id: user('wutong') })).grants).toEqual(['designer', 'monitor']);
    await grant(admin(), 'wutong', ['monitor']);
    expect((await auditOf('user.grantsSet')).at(-1)).toMatchObject({
      before: { grants: ['designer', 'monitor'] },
      after: { grants: ['monitor'] },
    });
  });

  it('are not given by those who do not hold the right to give, nor to oneself', async () => {
    expect(await refusal(grant(orgAdmin(), 'lizhuo', ['orgAdmin']))).toEqual({ code: 'FORBIDDEN' });
    expect(await refusal(grant(company.as('lizhuo'), 'lizhuo', ['systemAdmin']))).toEqual({ code: 'FORBIDDEN' });
    expect(await refusal(grant(admin(), 'guanwen', ['systemAdmin', 'auditor']))).toEqual({ code: 'SOD_VIOLATION' });
  });

  it('never leave the portal without an administrator, also not by two at the same time', async () => {
    await grant(admin(), 'guoxiao', ['systemAdmin']);
    const second = company.as('guoxiao', ['systemAdmin']);
    const both = await Promise.allSettled([grant(admin(), 'guoxiao', []), grant(second, 'guanwen', [])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { rows } = await query<{ login: string }>({
      text: `select u.login from portal.user_grant g join portal."user" u on u.id = g.user_id where g."grant" = 'systemAdmin'`,
    });
    expect(rows).toHaveLength(1);
    const last = rows[0]?.login ?? '';
    expect(
      await refusal(
        disableUser(company.as('bailu', ['systemAdmin']), { ...command(), id: user(last), rev: await revOf(last), reason: '' }),
      ),
    ).toEqual({
      code: 'STATE_CONFLICT',
      path: 'grants',
    });
    await query({ text: `delete from portal.user_grant where user_id in ($1, $2)`, values: [user('guanwen'), user('guoxiao')] });
    await query({ text: `insert into portal.user_grant (user_id, "grant") values ($1, 'systemAdmin')`, values: [user('guanwen')] });
  });

  it('of a higher kind protect an account from a lower administrator', async () => {
    const by = orgAdmin();
    for (const login of ['guanwen', 'jiran', 'linshu', 'tangning']) {
      const rev = await revOf(login);
      expect(await refusal(resetPassword(by, { ...command(), id: user(login) }))).toEqual({ code: 'FORBIDDEN' });
      expect(await refusal(disableUser(by, { ...command(), id: user(login), rev, reason: '' }))).toEqual({ code: 'FORBIDDEN' });
      expect(await refusal(editUser(by, EditUserInput.parse({ ...command(), id: user(login), rev, login: 'mine', name: 'x' })))).toEqual({
        code: 'FORBIDDEN',
      });
    }
    expect((await resetPassword(admin(), { ...command(), id: user('jiran') })).password).not.toBeNull();
  });

  it('to keep people are needed for every verb, and nobody disables or resets him- or herself', async () => {
    const by = company.as('linshu');
    expect(await refusal(createUser(by, person('p1')))).toEqual({ code: 'FORBIDDEN' });
    expect(await refusal(setPosts(by, { ...command(), userId: user('linshu'), rev: 1, posts: [post('it', 'director', true)] }))).toEqual({
      code: 'FORBIDDEN',
    });
    expect(await refusal(enableUser(by, { ...command(), id: user('lizhuo'), rev: 1 }))).toEqual({ code: 'FORBIDDEN' });
    expect(await refusal(getPerson(by, { id: user('lizhuo') }))).toEqual({ code: 'FORBIDDEN' });
    expect(await refusal(listPeople(by, ListPeopleInput.parse({})))).toEqual({ code: 'FORBIDDEN' });
    expect(await refusal(disableUser(orgAdmin(), { ...command(), id: user('bailu'), rev: await revOf('bailu'), reason: '' }))).toEqual({
      code: 'SOD_VIOLATION',
    });
    expect(await refusal(resetPassword(orgAdmin(), { ...command(), id: user('bailu') }))).toEqual({ code: 'SOD_VIOLATION' });
  });
});

describe('the list of people', () => {
  const names = async (input: object) => (await listPeople(orgAdmin(), ListPeopleInput.parse(input))).items.map(({ name }) => name);

  it('of a department is by rank, with sub-departments or without, second posts too', async () => {
    expect(await names({ departmentId: company.id('departments', 'sales') })).toEqual([
      '陈立',
      '秦朗',
      '王敏',
      '罗晨',
      '周子墨',
      '何嘉怡',
      '李卓',
      '新人',
      '徐曼',
    ]);
    expect(await names({ departmentId: company.id('departments', 'sales'), includeSub: false })).toEqual(['陈立']);
    expect(await names({ departmentId: company.id('departments', 'customer-service') })).toEqual(['张蕾', '周子墨', '邓晨曦', '赵一凡']);
  });

  it('says who is away and who acts', async () => {
    const { items } = await listPeople(orgAdmin(), ListPeopleInput.parse({ status: 'away' }));
    expect(items.map(({ name, away }) => [name, away?.name])).toEqual([
      ['高原', '郭晓'],
      ['秦朗', '王敏'],
      ['周岚', '何静'],
    ]);
    const [wang] = (await listPeople(orgAdmin(), ListPeopleInput.parse({ search: 'wangmin' }))).items;
    expect(wang).toMatchObject({
      actsFor: [{ name: '秦朗' }],
      workGroups: [{ zh: '采购评审小组' }],
      posts: [{ department: { zh: '华东区' }, isPrimary: true }],
      openItems: 0,
    });
  });

  it('is read page by page without a gap', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPeople(orgAdmin(), ListPeopleInput.parse({ limit: 7, ...(cursor ? { cursor } : {}) }));
      seen.push(...page.items.map(({ login }) => login));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(44);
    expect(seen).toHaveLength(44);
  });

  it('finds by name, pinyin, number and address, literally', async () => {
    expect(await names({ search: '卓' })).toEqual(['李卓']);
    expect(await names({ search: 'liz' })).toEqual(['李卓']);
    expect(await names({ search: 'E1001' })).toEqual(['顾远舟']);
    expect(await names({ search: '%' })).toEqual([]);
    expect(await names({ positionId: company.id('positions', 'director') })).toEqual(['陈立', '高原', '沈砚']);
  });

  it('shows one person with everything that comes from the posts', async () => {
    const wang = await getPerson(orgAdmin(), { id: user('wangmin') });
    expect(wang).toMatchObject({
      name: '王敏',
      employeeNo: expect.stringMatching(/^E10/),
      heads: [{ name: { zh: '华东区' } }],
      manager: { name: '陈立', via: '销售部 总监' },
      workGroups: [{ name: { zh: '采购评审小组' } }],
      grants: ['monitor'],
    });
    expect(wang.roles.map(({ name }) => name.zh).toSorted()).toEqual(['公文拟稿人', '差旅申请人']);
    expect(await refusal(getPerson(orgAdmin(), { id: newId() }))).toEqual({ code: 'NOT_FOUND' });
  });
});
