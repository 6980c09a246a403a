import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { companyDay } from '@/server/engine/runtime/company-time';
import { createPosition } from './create-position';
import { createRole } from './create-role';
import { createWorkGroup } from './create-work-group';
import { disableRecord } from './disable-record';
import { editPosition } from './edit-position';
import { editRole } from './edit-role';
import { editWorkGroup } from './edit-work-group';
import { listPositions } from './list-positions';
import { listRoles, ListRolesInput } from './list-roles';
import { listWorkGroups, ListWorkGroupsInput } from './list-work-groups';
import { previewAssignees, PreviewAssigneesInput } from './preview-assignees';
import { recordUsage } from './record-usage';
import { SetRoleMembersInput, setRoleMembers } from './set-role-members';
import { setWorkGroupMembers } from './set-work-group-members';
import { auditOf, type Company, refusal, writeCompany } from './testing/company';

let company: Company;
const admin = () => company.as('bailu');
const command = () => ({ commandId: newId() });
const named = (code: string) => ({ ...command(), code, nameZh: code, nameEn: '' });

beforeAll(async () => {
  company = await writeCompany();
});

describe('positions', () => {
  it('are added, edited and disabled, but not while somebody holds one', async () => {
    const { id, rev } = await createPosition(admin(), { ...named('trainee'), rank: 7 });
    await editPosition(admin(), { ...named('trainee'), id, rev, nameZh: '见习', rank: 8 });
    expect((await auditOf('position.edited')).at(-1)).toMatchObject({ before: { rank: 7 }, after: { rank: 8, nameZh: '见习' } });
    expect((await listPositions(admin(), { withDisabled: false })).map(({ code, people }) => [code, people]).slice(-2)).toEqual([
      ['specialist', 21],
      ['trainee', 0],
    ]);
    await disableRecord(admin(), { ...command(), kind: 'position', id, rev: 2, reason: '' });
    expect((await listPositions(admin(), { withDisabled: true, search: '见习' })).map(({ disabled }) => disabled)).toEqual([true]);
    const manager = company.id('positions', 'manager');
    expect(await refusal(disableRecord(admin(), { ...command(), kind: 'position', id: manager, rev: 1, reason: '' }))).toEqual({
      code: 'IN_USE',
    });
    expect((await recordUsage(admin(), { kind: 'position', id: manager })).map(({ what, count }) => [what, count])).toEqual([
      ['people', 6],
      ['roles', 1],
    ]);
    expect(await refusal(createPosition(admin(), { ...named('manager'), rank: 4 }))).toEqual({ code: 'NAME_TAKEN', path: 'code' });
  });
});

describe('roles', () => {
  it('are made of people and of department × position lines', async () => {
    const { id, rev } = await createRole(admin(), { ...named('approver'), lines: [] });
    const lines = [
      {
        kind: 'posts',
        departmentId: company.id('departments', 'finance'),
        includeSub: true,
        positionId: company.id('positions', 'supervisor'),
      },
      { kind: 'user', userId: company.id('users', 'wangmin') },
    ];
    await setRoleMembers(admin(), SetRoleMembersInput.parse({ ...command(), id, rev, lines }));
    const { people } = await previewAssignees(admin(), PreviewAssigneesInput.parse({ rules: [{ kind: 'role', roleIds: [id] }] }));
    expect(people.map(({ name, detail }) => `${name.zh}: ${detail?.zh}`)).toEqual(['王敏: 华东区 经理', '周岚: 会计组 主管']);
    expect(people.map(({ name, detail }) => `${name.en}: ${detail?.en}`)).toEqual([
      'Wang Min: East, Manager',
      'Zhou Lan: Accounting, Supervisor',
    ]);
    await editRole(admin(), { ...named('approver'), id, rev: rev + 1, nameZh: '审批人' });
    const { items } = await listRoles(admin(), ListRolesInput.parse({ search: '审批人' }));
    expect(items).toMatchObject([
      {
        code: 'approver',
        rev: 3,
        lines: [
          { kind: 'posts', department: { zh: '财务部' }, includeSub: true, position: { zh: '主管' } },
          { kind: 'user', name: { zh: '王敏' } },
        ],
      },
    ]);
    expect((await auditOf('role.membersSet')).at(-1)).toMatchObject({
      before: { lines: [] },
      after: { nameZh: 'approver', lines: [{ includeSub: true }, { userId: company.id('users', 'wangmin') }] },
    });
  });

  it('keep a line whose person was disabled since, and take no new one', async () => {
    const { id, rev } = await createRole(admin(), { ...named('keeper'), lines: [] });
    const line = (login: string) => ({ kind: 'user' as const, userId: company.id('users', login) });
    await setRoleMembers(admin(), { ...command(), id, rev, lines: [line('hansong')] });
    await query({ text: `update portal."user" set disabled_at = now() where login in ('hansong', 'maxiao')` });
    await setRoleMembers(admin(), { ...command(), id, rev: rev + 1, lines: [line('hansong'), line('lizhuo')] });
    expect(await refusal(setRoleMembers(admin(), { ...command(), id, rev: rev + 2, lines: [line('maxiao')] }))).toEqual({
      code: 'FIELD_REF',
      path: 'lines',
    });
    await query({ text: `update portal."user" set disabled_at = null` });
  });

  it('have no line that says nothing', () => {
    const line = { kind: 'posts', departmentId: null, includeSub: false, positionId: null };
    expect(SetRoleMembersInput.safeParse({ ...command(), id: newId(), rev: 1, lines: [line] }).success).toBe(false);
  });

  it('are listed by code, page by page', async () => {
    const first = await listRoles(admin(), ListRolesInput.parse({ limit: 4 }));
    const next = await listRoles(admin(), ListRolesInput.parse({ limit: 100, cursor: first.nextCursor }));
    const codes = [...first.items, ...next.items].map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted());
    expect([first.items.length, next.nextCursor]).toEqual([4, null]);
  });

  it('are kept by those who may', async () => {
    for (const by of [company.as('lizhuo'), company.as('linshu')]) {
      expect(await refusal(createRole(by, { ...named('x'), lines: [] }))).toEqual({ code: 'FORBIDDEN' });
      expect(await refusal(setRoleMembers(by, { ...command(), id: company.id('roles', 'buyer'), rev: 1, lines: [] }))).toEqual({
        code: 'FORBIDDEN',
      });
      expect(await refusal(listRoles(by, ListRolesInput.parse({})))).toEqual({ code: 'FORBIDDEN' });
    }
  });
});

describe('work groups', () => {
  it('have members and days, which end after they begin', async () => {
    const days = { startsOn: '2026-12-01', endsOn: '2026-12-31' };
    const { id, rev } = await createWorkGroup(admin(), { ...named('year-end'), ...days, userIds: [] });
    const ids = ['wangmin', 'lizhuo', 'wangmin'].map((login) => company.id('users', login));
    await setWorkGroupMembers(admin(), { ...command(), id, rev, userIds: ids });
    await setWorkGroupMembers(admin(), {
      ...command(),
      id,
      rev: rev + 1,
      userIds: [company.id('users', 'lizhuo'), company.id('users', 'chenli')],
    });
    expect(
      await refusal(editWorkGroup(admin(), { ...named('year-end'), id, rev: 3, startsOn: '2026-12-02', endsOn: '2026-12-01' })),
    ).toEqual({ code: 'FIELD_RANGE', path: 'endsOn' });
    await editWorkGroup(admin(), { ...named('year-end'), id, rev: 3, startsOn: null, endsOn: '2020-01-01' });
    const { items } = await listWorkGroups(admin(), ListWorkGroupsInput.parse({ search: 'year' }));
    expect(items).toMatchObject([{ phase: 'over', endsOn: '2020-01-01', members: [{ name: '陈立' }, { name: '李卓' }], rev: 4 }]);
    expect((await auditOf('workGroup.membersSet')).at(-1)).toMatchObject({ before: { userIds: expect.arrayContaining([ids[0]]) } });
  });

  it('say whether today is among their days', async () => {
    const { items } = await listWorkGroups(admin(), ListWorkGroupsInput.parse({}));
    expect(items.find(({ code }) => code === 'security-response')).toMatchObject({
      phase: 'now',
      startsOn: companyDay(new Date(Date.now() - 20 * 86_400_000)),
    });
  });
});

describe('the preview of assignment rules', () => {
  it('unites the rules in order, each person once, without the exceptions', async () => {
    const asked = PreviewAssigneesInput.parse({
      rules: [
        { kind: 'managerChain', untilRank: 1 },
        { kind: 'department', departmentIds: [company.id('departments', 'east')], includeSub: false },
        { kind: 'fieldUsers', field: 'f' },
      ],
      except: [{ kind: 'applicant' }],
      applicantId: company.id('users', 'lizhuo'),
    });
    const found = await previewAssignees(company.as('linshu'), asked);
    expect(found.people.map(({ name }) => name.zh)).toEqual(['王敏', '陈立', '顾远舟', '周子墨', '徐曼']);
    expect([found.total, found.open]).toEqual([5, 1]);
  });

  it('is for designers and keepers of the organisation', async () => {
    expect(await refusal(previewAssignees(company.as('lizhuo'), PreviewAssigneesInput.parse({ rules: [{ kind: 'everyone' }] })))).toEqual({
      code: 'FORBIDDEN',
    });
  });
});

describe('a form that holds everything', () => {
  it('saves names and members of a role or a group in one step, or nothing of it', async () => {
    const line = (userId: string) => ({ kind: 'user' as const, userId });
    const { id, rev } = await createRole(admin(), { ...named('whole'), lines: [line(company.id('users', 'wangmin'))] });
    expect(await refusal(editRole(admin(), { ...named('whole'), id, rev, nameZh: '半成', lines: [line(newId())] }))).toEqual({
      code: 'FIELD_REF',
      path: 'lines',
    });
    expect(await editRole(admin(), { ...named('whole'), id, rev, nameZh: '整个', lines: [line(company.id('users', 'lizhuo'))] })).toEqual({
      rev: rev + 1,
    });
    const { items } = await listRoles(admin(), ListRolesInput.parse({ search: 'whole' }));
    expect(items).toMatchObject([{ name: { zh: '整个' }, lines: [{ name: { zh: '李卓' } }] }]);
    const days = { startsOn: null, endsOn: null };
    const group = await createWorkGroup(admin(), { ...named('whole'), ...days, userIds: [company.id('users', 'wangmin')] });
    expect(await refusal(editWorkGroup(admin(), { ...named('whole'), ...days, ...group, nameZh: '半成', userIds: [newId()] }))).toEqual({
      code: 'FIELD_REF',
      path: 'userIds',
    });
    await editWorkGroup(admin(), { ...named('whole'), ...days, ...group, userIds: [company.id('users', 'lizhuo')] });
    expect((await listWorkGroups(admin(), ListWorkGroupsInput.parse({ search: 'whole' }))).items).toMatchObject([
      { name: { zh: 'whole' }, members: [{ name: '李卓' }] },
    ]);
  });
});
