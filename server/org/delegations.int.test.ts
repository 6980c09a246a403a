import { beforeEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { CreateDelegationInput, createDelegation } from './create-delegation';
import { listDelegations } from './list-delegations';
import { revokeDelegation } from './revoke-delegation';
import { auditOf, type Company, refusal, writeCompany } from './testing/company';

let company: Company;
const command = () => ({ commandId: newId() });
const DAY = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const away = (proxy: string, change: object = {}) =>
  CreateDelegationInput.parse({ ...command(), proxyId: company.id('users', proxy), startsAt: at(0), endsAt: at(5), ...change });

beforeAll(async () => {
  company = await writeCompany();
});

beforeEach(async () => {
  await query({ text: 'delete from portal.delegation' });
});

describe('delegations', () => {
  it('are made by everybody for the own matters, seen from both sides, on record', async () => {
    const { id } = await createDelegation(company.as('chenli'), away('wangmin', { reason: '年休假' }));
    expect(await listDelegations(company.as('chenli'), {})).toMatchObject([
      { id, direction: 'given', other: { name: '王敏' }, isActive: true, reason: '年休假', processes: [] },
    ]);
    expect(await listDelegations(company.as('wangmin'), {})).toMatchObject([{ id, direction: 'taken', other: { name: '陈立' } }]);
    expect((await auditOf('delegation.created')).at(-1)).toMatchObject({
      subject_id: company.id('users', 'chenli'),
      after: { delegationId: id },
    });
  });

  it('for somebody else are made by an administrator of the organisation', async () => {
    const userId = company.id('users', 'chenli');
    expect(await refusal(createDelegation(company.as('lizhuo'), away('wangmin', { userId })))).toEqual({ code: 'FORBIDDEN' });
    expect(await refusal(listDelegations(company.as('lizhuo'), { userId }))).toEqual({ code: 'FORBIDDEN' });
    await createDelegation(company.as('bailu'), away('wangmin', { userId }));
    expect(await listDelegations(company.as('bailu'), { userId })).toHaveLength(1);
  });

  it('name somebody else who is active, a time that is not over, and processes that exist', async () => {
    const by = company.as('chenli');
    expect(await refusal(createDelegation(by, away('chenli')))).toEqual({ code: 'FIELD_REF', path: 'proxyId' });
    expect(await refusal(createDelegation(by, away('wangmin', { proxyId: newId() })))).toEqual({ code: 'FIELD_REF', path: 'proxyId' });
    expect(await refusal(createDelegation(by, away('wangmin', { startsAt: at(2), endsAt: at(1) })))).toEqual({
      code: 'FIELD_RANGE',
      path: 'endsAt',
    });
    expect(await refusal(createDelegation(by, away('wangmin', { startsAt: at(-2), endsAt: at(-1) })))).toEqual({
      code: 'FIELD_RANGE',
      path: 'endsAt',
    });
    expect(await refusal(createDelegation(by, away('wangmin', { endsAt: at(400) })))).toEqual({ code: 'FIELD_RANGE', path: 'endsAt' });
    expect(await refusal(createDelegation(by, away('wangmin', { processIds: [newId()] })))).toEqual({
      code: 'FIELD_REF',
      path: 'processIds',
    });
    expect(CreateDelegationInput.safeParse({ ...away('wangmin'), startsAt: 'tomorrow' }).success).toBe(false);
    expect(CreateDelegationInput.safeParse({ ...away('wangmin'), amountLimit: '1' }).success).toBe(false);
  });

  it('end when they are revoked: by the person or an administrator, to others they do not exist', async () => {
    const { id } = await createDelegation(company.as('chenli'), away('wangmin'));
    expect(await refusal(revokeDelegation(company.as('lizhuo'), { ...command(), id }))).toEqual({ code: 'NOT_FOUND' });
    expect(await refusal(revokeDelegation(company.as('lizhuo'), { ...command(), id: newId() }))).toEqual({ code: 'NOT_FOUND' });
    expect(await revokeDelegation(company.as('chenli'), { ...command(), id })).toEqual({ revoked: true });
    expect(await refusal(revokeDelegation(company.as('bailu'), { ...command(), id }))).toEqual({ code: 'ALREADY_DONE' });
    expect(await listDelegations(company.as('chenli'), {})).toEqual([]);
    expect((await auditOf('delegation.revoked')).at(-1)).toMatchObject({ after: { delegationId: id } });
  });
});
