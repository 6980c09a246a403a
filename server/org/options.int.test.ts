import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { permissionsOf } from '@/server/auth/permissions';
import type { Ctx } from '@/server/context';
import { withTransaction } from '@/server/db/unit-of-work';
import { demoCompany } from '@/server/seed/demo-company';
import { writePlan } from '@/server/seed/write-plan';
import { systemContext } from '@/server/system-context';
import { listDepartmentOptions } from './list-department-options';
import type { OrgIndex } from './org-index';
import type { OrgKind } from './org-option';
import { resolveOptions } from './resolve-options';
import { searchOptions } from './search-options';

let org: OrgIndex;
let ctx: Ctx;

beforeAll(async () => {
  const company = demoCompany(new Date());
  const users = [
    ...company.users,
    { login: 'percent', name: '100%', nameEn: '', posts: [] },
    { login: 'left', name: '离职', nameEn: 'Left', posts: [], disabled: true },
  ];
  org = await withTransaction((tx) => writePlan(tx, { ...company, users }, { passwordHash: null, now: new Date().toISOString() }));
  ctx = {
    ...systemContext('test'),
    actor: { kind: 'user', userId: org.users.get('lizhuo') ?? '', name: '李卓', permissions: permissionsOf([]), sessionId: 's' },
  };
});

const find = async (kind: OrgKind, search?: string) =>
  (await searchOptions(ctx, { kind, limit: 30, ...(search ? { search } : {}) })).map(({ name }) => name.zh);

describe('choosing from the organisation', () => {
  it('finds a person by part of the name, by pinyin with or without a space, by initials and by number', async () => {
    expect(await find('user', '卓')).toEqual(['李卓']);
    expect(await find('user', 'li zh')).toEqual(['李卓']);
    expect(await find('user', 'LIZHUO')).toEqual(['李卓']);
    expect(await find('user', 'wm')).toEqual(['王敏']);
    expect(await find('user', 'E1001')).toEqual(['顾远舟']);
  });

  it('puts beginnings first', async () => {
    expect((await find('user', 'li')).slice(0, 3)).toEqual(['李卓', '梁博', '林舒']);
  });

  it('takes wildcards literally, and quotes too', async () => {
    expect(await find('user', '%')).toEqual(['100%']);
    expect(await find('user', '_')).toEqual([]);
    expect(await find('user', "'; drop table portal.user; --")).toEqual([]);
  });

  it('says the primary post, and never offers who is disabled', async () => {
    const [found] = await searchOptions(ctx, { kind: 'user', search: '周子墨', limit: 30 });
    expect(found?.detail).toEqual({ zh: '华东区 主管', en: 'East, Supervisor' });
    expect(await find('user', 'left')).toEqual([]);
  });

  it('lists positions by rank, departments, roles and groups by code', async () => {
    expect(await find('position')).toEqual(['总经理', '副总经理', '总监', '经理', '主管', '专员']);
    expect(await find('role', '财务')).toEqual(['财务审核人']);
    expect(await find('workGroup')).toEqual(['采购评审小组', '信息安全应急小组']);
    expect(await find('department', '组')).toEqual(['会计组', '出纳组']);
  });

  it('names chosen records in their order, disabled ones too', async () => {
    const ids = ['left', 'lizhuo'].map((login) => org.users.get(login) ?? '');
    expect(
      (await resolveOptions(ctx, { kind: 'user', ids: [...ids, org.roles.get('buyer') ?? ''] })).map(({ name, disabled }) => [
        name.zh,
        disabled,
      ]),
    ).toEqual([
      ['离职', true],
      ['李卓', false],
    ]);
  });

  it('gives the whole tree, parents before children', async () => {
    const tree = await listDepartmentOptions(ctx, {});
    expect(tree.map(({ code }) => code).slice(0, 3)).toEqual(['xinghe', 'general-office', 'finance']);
    const seen = tree.map((_, n) => new Set(tree.slice(0, n).map(({ id }) => id)));
    expect(tree.filter(({ parentId }, n) => parentId !== null && !seen[n]?.has(parentId))).toEqual([]);
  });

  it('is for people who are signed in', async () => {
    await expect(searchOptions(systemContext('worker'), { kind: 'user', limit: 1 })).rejects.toThrow(new AppError('UNAUTHENTICATED'));
  });
});
