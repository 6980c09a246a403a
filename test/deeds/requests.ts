import { newId } from '@/lib/id';
import { permissions } from '@/server/auth/permissions';
import type { Ctx } from '@/server/context';
import { byId } from '@/server/instance/by-id';
import { suspend } from '@/server/instance/suspend';
import { addSign } from '@/server/task/add-sign';
import { claim } from '@/server/task/claim';
import { returnTask } from '@/server/task/return';
import { addUser, ctxOf } from '../portal';
import { approved, itemsOf, openItem, submitted } from '../request';
import { filledAnew } from '../trip';
import { offeredRequest, stuckRequest, type WorkingCompany } from '../working-company';
import type { Deed, Deeds } from './deed';

const applicant = ({ of }: WorkingCompany): Ctx => ctxOf(of.applicant);
const boss = ({ of }: WorkingCompany): Ctx => ctxOf(of.boss);
const operator = ({ admin }: WorkingCompany): Ctx => ctxOf(admin, permissions);
const none = { values: {}, chosen: {}, documents: [] };
const itemAt = async ({ of }: WorkingCompany, element = 'manager') => openItem(await submitted(of), element);

async function incidentOf(company: WorkingCompany): Promise<{ instanceId: string; incidentId: string }> {
  const instanceId = await stuckRequest(company.of);
  const [incident] = (await byId(operator(company), { id: instanceId })).incidents;
  return { instanceId, incidentId: incident?.id ?? '' };
}

async function sent(company: WorkingCompany): Promise<string> {
  const id = await submitted(company.of);
  await approved(company.of.boss, id, 'manager');
  await approved(company.of.finance, id, 'finance');
  return id;
}

/** What one does with the own item: the engine knows whose it is. */
const item = (deed: Pick<Deed, 'input' | 'other'> & Partial<Deed>): Deed => ({ by: boss, trace: 'journal', ...deed });
const operating = (deed: Pick<Deed, 'input' | 'other'>): Deed => ({ by: operator, trace: 'journal', refused: 'NOT_FOUND', ...deed });

export const requestDeeds: Deeds = {
  'instance.start': {
    by: applicant,
    input: ({ of }) => ({ processId: of.processId, versionId: of.versionId, ...none, values: filledAnew() }),
    other: { values: { ...filledAnew(), reason: 'another' } },
    refused: 'self',
    trace: 'journal',
  },
  'instance.resubmit': item({
    by: applicant,
    input: async (company) => {
      const id = await submitted(company.of);
      await returnTask(boss(company), {
        commandId: newId(),
        workItemId: await openItem(id, 'manager'),
        comment: 'x',
        values: {},
        rev: 1,
        documents: [],
      });
      const open = (await itemsOf(id)).find((one) => one.open);
      return { workItemId: open?.id, rev: 1, ...none };
    },
    other: { values: { remark: 'another' } },
  }),
  'instance.withdraw': item({
    by: applicant,
    input: async ({ of }) => ({ instanceId: await submitted(of), reason: '' }),
    other: { reason: 'another' },
    refused: 'NOT_FOUND',
  }),
  'instance.urge': item({
    by: applicant,
    input: async ({ of }) => ({ instanceId: await submitted(of), comment: '' }),
    other: { comment: 'another' },
    refused: 'NOT_FOUND',
  }),
  'instance.remindReaders': item({
    by: applicant,
    input: async (company) => ({ instanceId: await sent(company), elementId: 'tell' }),
    other: { elementId: 'other' },
    refused: 'NOT_FOUND',
  }),
  'instance.comment': item({
    input: async ({ of }) => ({ instanceId: await submitted(of), text: 'text' }),
    other: { text: 'another' },
    refused: 'NOT_FOUND',
    trace: 'comment',
  }),
  'instance.suspend': operating({ input: async ({ of }) => ({ instanceId: await submitted(of), reason: 'x' }), other: { reason: 'y' } }),
  'instance.resume': operating({
    input: async (company) => {
      const instanceId = await submitted(company.of);
      await suspend(operator(company), { commandId: newId(), instanceId, reason: 'x' });
      return { instanceId, reason: 'x' };
    },
    other: { reason: 'y' },
  }),
  'instance.terminate': operating({ input: async ({ of }) => ({ instanceId: await submitted(of), reason: 'x' }), other: { reason: 'y' } }),
  'instance.reassign': operating({
    input: async ({ of }) => {
      const instanceId = await submitted(of);
      return { instanceId, workItemId: await openItem(instanceId, 'manager'), incidentId: null, toUserId: of.finance.id, reason: 'x' };
    },
    other: { reason: 'y' },
  }),
  'instance.retryIncident': operating({
    input: async (company) => ({ ...(await incidentOf(company)), reason: 'x' }),
    other: { reason: 'y' },
  }),
  'instance.operateMany': {
    by: operator,
    input: async ({ of }) => ({ action: 'suspend', reason: 'x', rows: [{ commandId: newId(), instanceId: await submitted(of) }] }),
    // Each row is a command of its own, refused in its own line.
    other: null,
    trace: 'journal',
  },
  'task.decide': item({
    input: async (company) => ({ workItemId: await itemAt(company), decision: 'approve', comment: '', rev: 1, ...none }),
    other: { comment: 'another' },
  }),
  'task.approveMany': item({
    input: async (company) => ({ comment: '', rows: [{ commandId: newId(), workItemId: await itemAt(company), rev: 1 }] }),
    // Each row is a command of its own, refused in its own line.
    other: null,
    refused: 'self',
  }),
  'task.return': item({
    input: async (company) => ({ workItemId: await itemAt(company), comment: 'x', values: {}, rev: 1, documents: [] }),
    other: { comment: 'another' },
  }),
  'task.claim': item({
    input: async ({ of }) => ({ workItemId: await openItem(await offeredRequest(of), 'check') }),
    // The engine remembers a command with its request, and an item is all that there is to name.
    other: null,
  }),
  'task.release': item({
    input: async (company) => {
      const workItemId = await openItem(await offeredRequest(company.of), 'check');
      await claim(boss(company), { commandId: newId(), workItemId });
      return { workItemId };
    },
    // The engine remembers a command with its request, and an item is all that there is to name.
    other: null,
  }),
  'task.transfer': item({
    input: async (company) => ({ workItemId: await itemAt(company), toUserId: company.of.finance.id, comment: 'x' }),
    other: { comment: 'another' },
  }),
  'task.addSign': item({
    input: async (company) => ({
      workItemId: await itemAt(company),
      position: 'before',
      rule: 'all',
      userIds: [(await addUser('signer')).id],
      comment: 'x',
    }),
    other: { comment: 'another' },
  }),
  'task.removeSign': item({
    input: async (company) => {
      const instanceId = await submitted(company.of);
      const signer = await addUser('signer');
      const asked = { position: 'before' as const, rule: 'all' as const, userIds: [signer.id], comment: 'x' };
      await addSign(boss(company), { commandId: newId(), workItemId: await openItem(instanceId, 'manager'), ...asked });
      const theirs = (await itemsOf(instanceId)).find((one) => one.userId === signer.id);
      return { instanceId, workItemId: theirs?.id, reason: 'x' };
    },
    other: { reason: 'y' },
    refused: 'NOT_FOUND',
  }),
  'task.view': item({
    input: async (company) => ({ workItemId: await itemAt(company) }),
    other: null,
    refused: 'NOT_FOUND',
  }),
  'task.markRead': {
    by: ({ of }) => ctxOf(of.reader),
    input: async (company) => ({ workItemId: await openItem(await sent(company), 'tell') }),
    other: null,
    refused: 'NOT_FOUND',
    trace: { none: 'the item itself says who has read it and when' },
  },
  'task.markReadMany': {
    by: ({ of }) => ctxOf(of.reader),
    input: async (company) => ({ workItemIds: [await openItem(await sent(company), 'tell')] }),
    other: null,
    refused: 'self',
    trace: { none: 'the items themselves say who has read them and when' },
    answersAnew: 'each item stands for itself, and says that it was read before',
  },
};
