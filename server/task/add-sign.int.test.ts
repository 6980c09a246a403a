import { describe, expect, it } from 'vitest';
import type { ProcessSettings } from '@/lib/bpmn/settings';
import { newId } from '@/lib/id';
import { byId } from '@/server/instance/by-id';
import { journal } from '@/server/instance/journal';
import type { TimelineActivity } from '@/server/instance/request-page';
import { addUser, ctxOf, refusalOf, type TestUser } from '@/test/portal';
import { decision, itemsOf, submitted, valuesOf } from '@/test/request';
import { trip, type Trip } from '@/test/trip';
import { addSign, type AddSignInput } from './add-sign';
import { decideTask } from './decide';
import { removeSign } from './remove-sign';

type Asked = { of: Trip; id: string; anna: TestUser; ben: TestUser; input: AddSignInput };

/** The manager asks two people to sign before, one after the other. */
async function asked(more: Partial<AddSignInput> = {}, documents: ProcessSettings['documents'] = []): Promise<Asked> {
  const of = await trip({ settings: { documents } });
  const id = await submitted(of);
  const [anna, ben] = [await addUser('安娜'), await addUser('本')];
  const input: AddSignInput = {
    commandId: newId(),
    workItemId: await itemOf(id, of.boss),
    position: 'before',
    rule: 'sequential',
    userIds: [anna.id, ben.id],
    comment: '请看预算',
    ...more,
  };
  await addSign(ctxOf(of.boss), input);
  return { of, id, anna, ben, input };
}

async function itemOf(instanceId: string, user: TestUser): Promise<string> {
  const item = (await itemsOf(instanceId)).find((candidate) => candidate.userId === user.id && candidate.status !== 'cancelled');
  if (!item) throw new Error(`${user.name} has no seat`);
  return item.id;
}

async function approve(instanceId: string, user: TestUser): Promise<void> {
  const { rev } = await valuesOf(instanceId);
  await decideTask(ctxOf(user), decision(await itemOf(instanceId, user), { rev }));
}

const openFor = async (instanceId: string) =>
  (await itemsOf(instanceId)).filter((item) => item.open && item.kind === 'task').map((item) => item.userId);

async function activity(of: Trip, id: string): Promise<TimelineActivity> {
  const { timeline } = await byId(ctxOf(of.boss), { id });
  const found = timeline.find((entry) => entry.type === 'activity' && entry.elementId === 'manager');
  if (found?.type !== 'activity') throw new Error('the manager has no entry');
  return found;
}

describe('adding signers', () => {
  it('asks for an opinion: the documents that the step needs are for whoever asked to bring', async () => {
    const slip = { id: 'slip000001', name: { zh: '验收单', en: 'Slip' }, required: true, formats: [], maxCount: 1, addedAt: ['manager'] };
    const { of, id, anna, ben } = await asked({}, [slip]);
    await approve(id, anna);
    await approve(id, ben);
    expect(await refusalOf(approve(id, of.boss))).toBe('FIELD_REQUIRED');
  });

  it('survives between commands: they sign in turn, then whoever asked decides, and the timeline shows who asked whom', async () => {
    const { of, id, anna, ben } = await asked();
    expect(await openFor(id)).toEqual([anna.id]);
    await approve(id, anna);
    expect(await openFor(id)).toEqual([ben.id]);
    await approve(id, ben);
    expect(await openFor(id)).toEqual([of.boss.id]);
    await approve(id, of.boss);
    expect(await openFor(id)).toEqual([of.finance.id]);
    const { added, seats } = await activity(of, id);
    expect(added).toMatchObject([{ position: 'before', rule: 'sequential', by: { name: '王敏' }, outcome: 'approved' }]);
    expect(added[0]?.seatIds.map((seatId) => seats.find((seat) => seat.workItemId === seatId)?.person?.name)).toEqual(['安娜', '本']);
    const { timeline } = await byId(ctxOf(of.boss), { id });
    expect(timeline).toContainEqual(
      expect.objectContaining({ act: 'signersAdded', target: expect.objectContaining({ name: '安娜' }), more: 1, text: '请看预算' }),
    );
  });

  it('happens once for one command id, and never for somebody else’s item or a member', async () => {
    const { of, id, anna, ben, input } = await asked();
    await addSign(ctxOf(of.boss), input);
    expect((await itemsOf(id)).filter((item) => [anna.id, ben.id].includes(item.userId ?? ''))).toHaveLength(2);
    expect(await refusalOf(addSign(ctxOf(of.boss), { ...input, userIds: [anna.id] }))).toBe('IDEMPOTENCY_MISMATCH');
    const again = { ...input, commandId: newId() };
    expect(await refusalOf(addSign(ctxOf(of.boss), again))).toBe('STATE_CONFLICT');
    const own = { ...again, workItemId: await itemOf(id, anna) };
    expect(await refusalOf(addSign(ctxOf(of.stranger), own))).toBe('FORBIDDEN');
    expect(await refusalOf(addSign(ctxOf(anna), { ...own, userIds: [of.boss.id] }))).toBe('STATE_CONFLICT');
    expect(await refusalOf(addSign(ctxOf(anna), { ...own, userIds: [of.applicant.id] }))).toBe('SOD_VIOLATION');
    expect(await refusalOf(addSign(ctxOf(anna), { ...own, userIds: [newId()] }))).toBe('FIELD_REF');
  });

  it('counts signers beside by the rule of the group', async () => {
    const { of, id, anna, ben } = await asked({ position: 'parallel' });
    expect(new Set(await openFor(id))).toEqual(new Set([of.boss.id, anna.id, ben.id]));
    await approve(id, ben);
    expect((await activity(of, id)).tally).toMatchObject({ seats: 3 });
  });

  it('tells a signer who asked and what for, also when an added signer asked in turn, and the journal names them', async () => {
    const { of, id, anna, ben } = await asked();
    const clara = await addUser('克拉拉');
    const beside = { position: 'parallel' as const, rule: 'all' as const, userIds: [clara.id], comment: '看看合同' };
    await addSign(ctxOf(anna), { commandId: newId(), workItemId: await itemOf(id, anna), ...beside });
    await approve(id, anna);
    const askedOf = async (who: TestUser) => (await byId(ctxOf(who), { id })).myItems[0]?.askedBy;
    expect(await askedOf(clara)).toMatchObject({ how: 'parallel', by: { name: '安娜' }, comment: '看看合同' });
    await approve(id, clara);
    expect(await askedOf(ben)).toMatchObject({ how: 'before', by: { name: '王敏' }, comment: '请看预算' });
    const lines = (await journal(ctxOf(of.applicant), { id, limit: 10 })).items.filter((line) => line.command === 'addSign');
    expect(lines.map(({ target, more, elementName, reason }) => [target?.name, more, elementName, reason])).toEqual([
      ['克拉拉', 0, 'manager', '看看合同'],
      ['安娜', 1, 'manager', '请看预算'],
    ]);
  });

  it('is taken back by whoever asked, with a reason, while the signer has not decided', async () => {
    const { of, id, anna, ben } = await asked();
    const out = { commandId: newId(), instanceId: id, workItemId: await itemOf(id, anna), reason: '出差了' };
    expect((await byId(ctxOf(of.boss), { id })).can.removeSigners).toHaveLength(2);
    expect((await byId(ctxOf(anna), { id })).can.removeSigners).toEqual([]);
    expect(await refusalOf(removeSign(ctxOf(of.stranger), out))).toBe('NOT_FOUND');
    expect(await refusalOf(removeSign(ctxOf(anna), out))).toBe('FORBIDDEN');
    expect(await refusalOf(removeSign(ctxOf(of.boss), { ...out, reason: '' }))).toBe('REASON_REQUIRED');
    await removeSign(ctxOf(of.boss), out);
    expect(await openFor(id)).toEqual([ben.id]);
    expect(await refusalOf(removeSign(ctxOf(of.boss), { ...out, commandId: newId() }))).toBe('ALREADY_DONE');
    await removeSign(ctxOf(of.boss), { ...out, commandId: newId(), workItemId: await itemOf(id, ben) });
    expect(await openFor(id)).toEqual([of.boss.id]);
  });
});
