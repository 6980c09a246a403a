import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { createDepartment } from './create-department';
import { disableRecord } from './disable-record';
import { editDepartment } from './edit-department';
import { enableRecord } from './enable-record';
import { listDepartments } from './list-departments';
import { moveDepartment } from './move-department';
import { overview } from './overview';
import { setDepartmentHead } from './set-department-head';
import { auditOf, type Company, refusal, writeCompany } from './testing/company';

let company: Company;
const admin = () => company.as('guanwen');
const command = () => ({ commandId: newId() });

beforeAll(async () => {
  company = await writeCompany();
});

type Row = { id: string; path: string; parent_id: string | null; rev: number; head_id: string | null };
async function row(code: string): Promise<Row> {
  const { rows } = await query<Row>({
    text: 'select id, path, parent_id, rev, head_id from portal.department where code = $1',
    values: [code],
  });
  if (!rows[0]) throw new Error(`no department ${code}`);
  return rows[0];
}

async function add(code: string, parent: string | null): Promise<string> {
  const parentId = parent === null ? null : (await row(parent)).id;
  return (await createDepartment(admin(), { ...command(), code, nameZh: code, nameEn: '', parentId, headId: null })).id;
}

async function move(code: string, to: string | null, before: string | null = null) {
  const { id, rev } = await row(code);
  const parentId = to === null ? null : (await row(to)).id;
  return moveDepartment(admin(), { ...command(), id, rev, parentId, beforeId: before === null ? null : (await row(before)).id });
}

async function children(of: string): Promise<string[]> {
  const { rows } = await query<{ code: string }>({
    text: 'select code from portal.department where parent_id = (select id from portal.department where code = $1) order by sort_order, code',
    values: [of],
  });
  return rows.map(({ code }) => code);
}

describe('departments', () => {
  it('are added below a parent, as the last one, on record', async () => {
    await add('d1', 'it');
    const { id } = await createDepartment(admin(), {
      ...command(),
      code: 'd2',
      nameZh: '二组',
      nameEn: 'Two',
      parentId: company.id('departments', 'it'),
      headId: company.id('users', 'wutong'),
    });
    expect(await row('d2')).toMatchObject({ path: `${(await row('it')).path}/${id}`, head_id: company.id('users', 'wutong') });
    expect(await children('it')).toEqual(['d1', 'd2']);
    expect((await auditOf('department.created')).at(-1)).toMatchObject({ subject_id: id, after: { code: 'd2', nameZh: '二组' } });
  });

  it('have one code each', async () => {
    expect(await refusal(add('hr', null))).toEqual({ code: 'NAME_TAKEN', path: 'code' });
  });

  it('are edited with before and after on record, and not over a newer change', async () => {
    const { id, rev } = await row('warehouse');
    const edit = { id, rev, code: 'warehouse', nameZh: '仓储物流部', nameEn: 'Warehouse' };
    expect(await editDepartment(admin(), { ...command(), ...edit })).toEqual({ rev: rev + 1 });
    expect((await auditOf('department.edited')).at(-1)).toMatchObject({ before: { nameZh: '仓储部' }, after: { nameZh: '仓储物流部' } });
    expect(await refusal(editDepartment(admin(), { ...command(), ...edit }))).toEqual({ code: 'CONFLICT_STALE' });
  });

  it('do nothing again when the same command comes twice', async () => {
    const { id, rev } = await row('purchasing');
    const input = { ...command(), id, rev, code: 'purchasing', nameZh: '采购部门', nameEn: 'Purchasing' };
    expect(await editDepartment(admin(), input)).toEqual(await editDepartment(admin(), input));
    expect((await row('purchasing')).rev).toBe(rev + 1);
    expect(await refusal(editDepartment(admin(), { ...input, nameZh: '别的' }))).toEqual({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('move with everything below them', async () => {
    await add('a', 'operations');
    await add('a1', 'a');
    await add('a11', 'a1');
    await move('a', 'risk');
    const [risk, a, a1, a11] = await Promise.all(['risk', 'a', 'a1', 'a11'].map(row));
    expect(a?.path).toBe(`${risk?.path}/${a?.id}`);
    expect(a11?.path).toBe(`${risk?.path}/${a?.id}/${a1?.id}/${a11?.id}`);
    await move('a1', null);
    expect((await row('a11')).path).toBe(`${a1?.id}/${a11?.id}`);
  });

  it('never go below themselves, also not by two moves at the same time', async () => {
    await add('x', 'xinghe');
    await add('y', 'xinghe');
    expect(await refusal(move('x', 'x'))).toEqual({ code: 'STATE_CONFLICT', path: 'parentId' });
    await move('y', 'x');
    expect(await refusal(move('x', 'y'))).toEqual({ code: 'STATE_CONFLICT', path: 'parentId' });
    await move('y', 'xinghe');
    const both = await Promise.allSettled([move('x', 'y'), move('y', 'x')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { rows } = await query<{ wrong: number }>({
      text: `select count(*)::int as wrong from portal.department d left join portal.department p on p.id = d.parent_id
             where d.path <> coalesce(p.path || '/', '') || d.id`,
    });
    expect(rows).toEqual([{ wrong: 0 }]);
  });

  it('take the place among their siblings that is asked for', async () => {
    for (const code of ['s1', 's2', 's3']) await add(code, 'customer-service');
    await move('s3', 'customer-service', 's1');
    expect(await children('customer-service')).toEqual(['s3', 's1', 's2']);
    await move('s3', 'customer-service', 's2');
    expect(await children('customer-service')).toEqual(['s1', 's3', 's2']);
    await move('s1', 'customer-service');
    expect(await children('customer-service')).toEqual(['s3', 's2', 's1']);
    expect(await refusal(move('s1', 'customer-service', 'hr'))).toEqual({ code: 'FIELD_REF', path: 'beforeId' });
  });

  it('get a head who is active, or none', async () => {
    const { id, rev } = await row('treasury');
    await setDepartmentHead(admin(), { ...command(), id, rev, headId: company.id('users', 'fengyue') });
    expect((await row('treasury')).head_id).toBe(company.id('users', 'fengyue'));
    await query({ text: `update portal."user" set disabled_at = now() where login = 'mengxue'` });
    expect(await refusal(setDepartmentHead(admin(), { ...command(), id, rev: rev + 1, headId: company.id('users', 'mengxue') }))).toEqual({
      code: 'FIELD_REF',
      path: 'headId',
    });
    await setDepartmentHead(admin(), { ...command(), id, rev: rev + 1, headId: null });
    await query({ text: `update portal."user" set disabled_at = null where login = 'mengxue'` });
    expect((await auditOf('department.headSet')).at(-1)).toMatchObject({
      before: { headId: company.id('users', 'fengyue') },
      after: { headId: null },
    });
  });

  it('are disabled only when nothing leans on them, and the refusal names what does', async () => {
    const { id, rev } = await row('finance');
    const refused = await disableRecord(admin(), { ...command(), kind: 'department', id, rev, reason: '' }).catch(
      (error: AppError) => error,
    );
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({
      code: 'IN_USE',
      issues: [
        { path: 'people', params: { count: 1, names: '沈砚' } },
        { path: 'subDepartments', params: { count: 2, names: '会计组、出纳组' } },
        { path: 'roles', params: { count: 2, names: '差旅申请人、财务审核人' } },
      ],
    });
  });

  it('that a process names stay in use', async () => {
    const id = await add('named', 'xinghe');
    await query({
      text: `insert into portal.process (id, key, name_zh, draft_xml, owner_ids) values (gen_random_uuid(), 'p', '付款', $1, '{}')`,
      values: [`<x>${id}</x>`],
    });
    const refused = await disableRecord(admin(), { ...command(), kind: 'department', id, rev: 1, reason: '' }).catch(
      (error: AppError) => error,
    );
    expect(refused).toMatchObject({ issues: [{ path: 'processes', params: { names: '付款' } }] });
    await query({ text: 'update portal.process set retired_at = now()' });
    await disableRecord(admin(), { ...command(), kind: 'department', id, rev: 1, reason: '' });
  });

  it('come back only below a parent that is in use', async () => {
    const upper = await add('upper', 'xinghe');
    const lower = await add('lower', 'upper');
    const disable = (id: string, rev: number) => disableRecord(admin(), { ...command(), kind: 'department', id, rev, reason: '合并' });
    expect(await refusal(disable(upper, 1))).toEqual({ code: 'IN_USE' });
    await disable(lower, 1);
    await disable(upper, 1);
    expect((await auditOf('department.disabled')).at(-1)).toMatchObject({ reason: '合并' });
    const enable = (id: string, rev: number) => enableRecord(admin(), { ...command(), kind: 'department', id, rev });
    expect(await refusal(enable(lower, 2))).toEqual({ code: 'STATE_CONFLICT', path: 'parentId' });
    expect(await refusal(add('new', 'upper'))).toEqual({ code: 'STATE_CONFLICT', path: 'parentId' });
    await enable(upper, 2);
    await enable(lower, 2);
    expect(await refusal(enable(lower, 3))).toEqual({ code: 'ALREADY_DONE' });
  });

  it('are listed with heads and numbers of people, each person once', async () => {
    const tree = await listDepartments(admin(), { withDisabled: false });
    const of = (code: string) => tree.find((department) => department.code === code);
    expect(of('sales')).toMatchObject({ people: 1, peopleBelow: 8, head: { name: '陈立', disabled: false } });
    expect(of('xinghe')).toMatchObject({ people: 0, peopleBelow: 43 });
    expect(of('customer-service')).toMatchObject({ people: 4 });
    expect(of('treasury')?.head).toBeNull();
  });

  it('show first what wants a decision', async () => {
    const { findings, ...numbers } = await overview(admin(), {});
    expect(numbers).toMatchObject({ people: 43, away: 3, secondPosts: 2, nobodyIncidents: 0, headless: 1 });
    expect(findings.map((finding) => finding.kind)).toEqual(['noHead', 'groupEnds']);
    expect(findings[0]).toMatchObject({ department: { zh: '出纳组' }, standIn: { name: '沈砚' } });
    expect(findings[1]).toMatchObject({ group: { zh: '信息安全应急小组' } });
  });

  it('are changed by those who may', async () => {
    const { id, rev } = await row('hr');
    for (const ctx of [company.as('lizhuo'), company.as('linshu'), company.as('jiran'), company.as('tangning')]) {
      expect(await refusal(editDepartment(ctx, { ...command(), id, rev, code: 'hr', nameZh: 'x', nameEn: '' }))).toEqual({
        code: 'FORBIDDEN',
      });
      expect(await refusal(listDepartments(ctx, { withDisabled: false }))).toEqual({ code: 'FORBIDDEN' });
    }
    expect(await editDepartment(company.as('bailu'), { ...command(), id, rev, code: 'hr', nameZh: '人力资源部', nameEn: 'HR' })).toEqual({
      rev: rev + 1,
    });
  });
});
