import type { UserTaskSettings } from '@/lib/bpmn/settings';
import { newId } from '@/lib/id';
import { saveConnector } from '@/server/connector/save';
import { query } from '@/server/db/client';
import { uploadDocument } from '@/server/document/upload';
import { model } from '@/server/engine/testing/builder';
import { createForm } from '@/server/form/create';
import { draftSave } from '@/server/instance/draft-save';
import { createDelegation } from '@/server/org/create-delegation';
import { saveCategory } from '@/server/process/category';
import { createProcess } from '@/server/process/create';
import { modelText } from './model-text';
import { addUser, ctxOf, publishAgain, type TestUser } from './portal';
import { approved, submitted } from './request';
import { fields, schemaOf, trip, type Trip } from './trip';
import { company, type Company } from './xinghe';

/** A company in the middle of its work: something of every kind that the API can name is there. */
export type WorkingCompany = {
  org: Company;
  of: Trip;
  admin: TestUser;
  requests: { open: string; toRead: string; stuck: string; offered: string };
  connectorId: string;
  categoryId: string;
  formId: string;
  processId: string;
  draftId: string;
  documentId: string;
  delegationId: string;
};

export const simpleModel = modelText('start s\nuser a\nend e\ns > a\na > e');

export async function workingCompany(): Promise<WorkingCompany> {
  process.env.NEXTAUTH_SECRET ??= 'a secret for tests that is long enough to be one';
  const org = await company();
  const of = await trip();
  const admin = await addUser('管理员');
  const ctx = ctxOf(admin, ['connector.manage', 'process.design', 'process.publish', 'form.design', 'org.manage']);
  const applicant = ctxOf(of.applicant);
  const { id: connectorId } = await saveConnector(ctx, {
    commandId: newId(),
    code: 'core',
    nameZh: '核心系统',
    nameEn: '',
    baseUrl: 'http://127.0.0.1:9',
    allowPrivate: true,
    timeoutMs: 100,
  });
  const { id: categoryId } = await saveCategory(ctx, { commandId: newId(), name: { zh: '分类', en: 'Category' }, sortOrder: 1 });
  const { id: formId } = await createForm(ctx, {
    commandId: newId(),
    name: { zh: '草稿表', en: 'Draft form' },
    schema: schemaOf([{ ...fields.reason, id: 'bcdfghjk91' }]),
  });
  const { id: processId } = await createProcess(ctx, {
    commandId: newId(),
    name: { zh: '草稿流程', en: 'Draft process' },
    icon: 'file',
    categoryId,
    xml: simpleModel,
  });
  const draft = await draftSave(applicant, {
    commandId: newId(),
    processId: of.processId,
    formVersionId: of.formVersionId,
    values: { reason: '未完' },
    chosen: {},
    documents: [],
    departmentId: null,
    rev: 0,
  });
  const document = await uploadDocument(applicant, { name: 'a.txt', bytes: Buffer.from('text') });
  const { id: delegationId } = await createDelegation(applicant, {
    commandId: newId(),
    proxyId: of.stranger.id,
    startsAt: new Date().toISOString(),
    endsAt: new Date(Date.now() + 86_400_000).toISOString(),
    processIds: [],
    reason: '',
  });
  const requests = await requestsOf(of);
  return {
    org,
    of,
    admin,
    requests,
    connectorId,
    categoryId,
    formId,
    processId,
    draftId: draft.id,
    documentId: document.id,
    delegationId,
  };
}

/** Requests at the manager's, with the readers, waiting for somebody to be named, and offered to two. */
export async function requestsOf(of: Trip): Promise<WorkingCompany['requests']> {
  const open = await submitted(of);
  const toRead = await submitted(of);
  await approved(of.boss, toRead, 'manager');
  await approved(of.finance, toRead, 'finance');
  const stuck = await stuckRequest(of);
  const offered = await offeredRequest(of);
  return { open, toRead, stuck, offered };
}

/** A request for whose step nobody is found. */
export async function stuckRequest(of: Trip): Promise<string> {
  return requestAt(of, { nobody: { kind: 'processAdmin' }, assignment: [{ kind: 'users', userIds: [newId()] }] });
}

/** A request that whoever comes first takes: the manager or the accountant. */
export async function offeredRequest(of: Trip): Promise<string> {
  return requestAt(of, { distribution: 'claim', assignment: [{ kind: 'users', userIds: [of.boss.id, of.finance.id] }] });
}

// helpers //////////////////////

/** A request of a version whose only step is this; the version before is the latest again afterwards. */
async function requestAt(of: Trip, settings: Partial<UserTaskSettings>): Promise<string> {
  const definition = model().start('start', 'check').task('check', 'end', settings).end('end').build();
  const { versionId } = await publishAgain(of.processId, definition, { formVersionId: of.formVersionId });
  const id = await submitted({ ...of, versionId });
  await query({ text: 'update portal.process set latest_version_id = $2 where id = $1', values: [of.processId, of.versionId] });
  return id;
}
