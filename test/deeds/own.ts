import { newId } from '@/lib/id';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { PASSWORD, makeUser } from '@/server/auth/testing';
import { uploadDocument } from '@/server/document/upload';
import { draftSave } from '@/server/instance/draft-save';
import type { Field } from '@/forms/schema/schema';
import { ctxOf } from '../portal';
import { submitted } from '../request';
import { fields, trip } from '../trip';
import type { WorkingCompany } from '../working-company';
import { type Deeds, fresh } from './deed';

const applicant = ({ of }: WorkingCompany): Ctx => ctxOf(of.applicant);
const own = { by: applicant, refused: 'self' } as const;
const draft = ({ of }: WorkingCompany) => ({
  processId: of.processId,
  formVersionId: of.formVersionId,
  values: { reason: 'x' },
  chosen: {},
  documents: [],
  departmentId: null,
  rev: 0,
});

export const ownDeeds: Deeds = {
  'account.updatePreferences': { ...own, input: () => ({ theme: 'dark' }), other: { theme: 'light' } },
  'account.changePassword': {
    ...own,
    input: async ({ of }) => {
      // The applicant of a test has no password yet: one of somebody else is as good.
      const { id } = await makeUser(fresh('password'));
      await query({
        text: 'update portal."user" set password_hash = (select password_hash from portal."user" where id = $2) where id = $1',
        values: [of.applicant.id, id],
      });
      return { current: PASSWORD, next: 'Quite another 17 words' };
    },
    other: null,
  },
  'account.endSessions': {
    ...own,
    input: async ({ of }) => {
      const sessionId = newId();
      await query({
        text: `insert into portal.session (id, user_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
        values: [sessionId, of.applicant.id],
      });
      return { sessionId };
    },
    other: { sessionId: newId() },
  },
  'document.remove': {
    by: applicant,
    input: async (company) => ({
      documentId: (await uploadDocument(applicant(company), { name: 'a.txt', bytes: Buffer.from('text') })).id,
    }),
    other: { documentId: newId() },
    refused: 'NOT_FOUND',
  },
  'connector.lookUp': {
    by: applicant,
    input: async ({ connectorId }) => {
      const asking = { ...fields.reason, lookup: { connectorId, path: '/x/{reason}', fill: [] } } as Field;
      return { at: 'start', processId: (await trip({ fields: [asking] })).processId, field: asking.id, value: 'x' };
    },
    other: null,
    refused: 'self',
    trace: { none: 'a record is looked up, nothing is stored' },
  },
  'instance.setFavourite': {
    ...own,
    input: ({ of }) => ({ processId: of.processId, favourite: true }),
    other: null,
    trace: { none: 'a bookmark of one’s own' },
  },
  'instance.draftSave': { ...own, input: draft, other: { values: { reason: 'y' } }, trace: { none: 'nothing is submitted yet' } },
  'instance.draftCopy': {
    by: applicant,
    input: async ({ of }) => ({ instanceId: await submitted(of) }),
    other: null,
    refused: 'NOT_FOUND',
    trace: { none: 'nothing is submitted yet' },
  },
  'instance.draftDelete': {
    ...own,
    input: async (company) => ({ draftId: (await draftSave(applicant(company), { commandId: newId(), ...draft(company) })).id }),
    other: null,
    trace: { none: 'nothing was submitted' },
  },
  'task.savePhrase': { ...own, input: () => ({ text: 'Agreed' }), other: null, trace: { none: 'a note of one’s own' } },
  'task.removePhrase': { ...own, input: () => ({ id: newId() }), other: null, trace: { none: 'a note of one’s own' } },
  'notice.read': { ...own, input: () => ({}), other: null, trace: { none: 'seen by the one it is for' } },
  'notice.setSetting': {
    ...own,
    input: () => ({ kind: 'assigned', inApp: true, mail: false }),
    other: { mail: true },
    trace: { none: 'a choice of one’s own' },
  },
  'notice.retryMails': { input: () => ({}), other: null },
  'notice.sendTestMail': {
    input: async ({ admin }) => {
      await query({ text: `update portal."user" set email = 'admin@xinghe.example' where id = $1`, values: [admin.id] });
      return {};
    },
    other: null,
  },
};
