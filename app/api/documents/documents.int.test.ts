import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { headersOf } from '@/server/auth/testing';
import { query } from '@/server/db/client';
import { collectUnboundDocuments } from '@/server/document/collect-unbound';
import { listForInstance } from '@/server/document/list-for-instance';
import { removeDocument } from '@/server/document/remove';
import { byId } from '@/server/instance/by-id';
import { draftDelete } from '@/server/instance/draft-delete';
import { draftSave } from '@/server/instance/draft-save';
import { resubmit } from '@/server/instance/resubmit';
import { start } from '@/server/instance/start';
import { decideTask } from '@/server/task/decide';
import { returnTask } from '@/server/task/return';
import { countRows, ctxOf, refusalOf, type TestUser } from '@/test/portal';
import { decision, openItem, submitted } from '@/test/request';
import { fields, filledAnew, trip, type Trip } from '@/test/trip';
import { GET } from './[documentId]/route';
import { POST } from './route';

const BASE = 'http://127.0.0.1:3000/api/documents';
const PDF = Buffer.from('%PDF-1.7\n%a document\n');

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = 'a test needs no secret, but one of 32 characters';
  process.env.VERMILION_MAX_FILE_MB = '2';
});

async function cookieOf(user: TestUser): Promise<string> {
  const sessionId = newId();
  await query({
    text: `insert into portal.session (id, user_id, expires_at) values ($1, $2, now() + interval '1 day')`,
    values: [sessionId, user.id],
  });
  return (await headersOf({ id: user.id, login: user.name }, sessionId)).get('cookie') ?? '';
}

function multipart(parts: readonly [field: string, name: string | null, content: Buffer][]): { body: Buffer; type: string } {
  const boundary = `b${randomBytes(8).toString('hex')}`;
  const body = parts.flatMap(([field, name, content]) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"${name === null ? '' : `; filename="${name}"`}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ]);
  return { body: Buffer.concat([...body, Buffer.from(`--${boundary}--\r\n`)]), type: `multipart/form-data; boundary=${boundary}` };
}

async function post(
  by: TestUser | null,
  body: Buffer | ReadableStream<Uint8Array>,
  type: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const cookie = by ? await cookieOf(by) : '';
  const init = { method: 'POST', body, headers: { cookie, 'content-type': type, ...headers }, duplex: 'half' } as unknown as RequestInit;
  return POST(new Request(BASE, init));
}

async function upload(by: TestUser, name: string, content: Buffer): Promise<Response> {
  const { body, type } = multipart([['file', name, content]]);
  return post(by, body, type);
}

async function uploaded(by: TestUser, name = 'a.pdf', content = PDF): Promise<string> {
  const response = await upload(by, name, content);
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

async function download(by: TestUser, id: string, search = ''): Promise<Response> {
  return GET(new Request(`${BASE}/${id}${search}`, { headers: { cookie: await cookieOf(by) } }), {
    params: Promise.resolve({ documentId: id }),
  });
}

const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code;
const files = () => countRows('document');
const contents = async () => (await query<{ n: number }>({ text: 'select count(*)::int as n from portal.document_content' })).rows[0]?.n;

const withDocuments = () =>
  trip({
    settings: {
      documents: [
        { id: 'explain1', name: { zh: '说明', en: 'Explanation' }, required: true, formats: ['pdf'], maxCount: 2, addedAt: ['start'] },
        { id: 'minutes1', name: { zh: '纪要', en: 'Minutes' }, required: false, formats: [], maxCount: 1, addedAt: ['manager'] },
      ],
    },
  });

const submission = (of: Trip, documents: { documentId: string; documentTypeId: string }[], more: object = {}) => ({
  commandId: newId(),
  processId: of.processId,
  versionId: of.versionId,
  values: filledAnew(),
  chosen: {},
  documents,
  ...more,
});

describe('uploading', () => {
  it.each<[string, string, Buffer, [number, string]]>([
    ['nothing', 'a.pdf', Buffer.alloc(0), [400, 'FILE_EMPTY']],
    ['one byte too much', 'a.txt', Buffer.alloc(2 * 1024 * 1024 + 1, 'a'), [413, 'FILE_SIZE']],
    ['far too much', 'a.txt', Buffer.alloc(3 * 1024 * 1024, 'a'), [413, 'FILE_SIZE']],
    ['a program called a document', 'a.pdf', Buffer.from('MZ'), [415, 'FILE_TYPE']],
    ['a drawing that can run scripts', 'a.svg', Buffer.from('<svg/>'), [415, 'FILE_TYPE']],
    ['a picture of fifty thousand pixels a side', 'a.gif', Buffer.from('GIF89a\u0050\u00c3\u0050\u00c3', 'latin1'), [413, 'FILE_PIXELS']],
    ['a name that reads backwards', 'a\u202e.pdf', PDF, [400, 'TEXT_BIDI']],
  ])('%s is refused and leaves nothing', async (_what, name, content, [status, code]) => {
    const of = await trip();
    const before = await files();
    const response = await upload(of.applicant, name, content);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
    expect(await files()).toBe(before);
  });

  it('is for those who are signed in, from our own pages, one file a request', async () => {
    const of = await trip();
    const one = multipart([['file', 'a.pdf', PDF]]);
    expect(await codeOf(await post(null, one.body, one.type))).toBe('UNAUTHENTICATED');
    expect(await codeOf(await post(of.applicant, one.body, one.type, { origin: 'https://evil.example' }))).toBe('FORBIDDEN');
    expect(await codeOf(await post(of.applicant, one.body, 'application/json'))).toBe('BODY_INVALID');
    expect(await codeOf(await post(of.applicant, one.body, 'multipart/form-data'))).toBe('BODY_INVALID');
    const many = multipart(Array.from({ length: 200 }, () => ['file', 'a.pdf', PDF] as const).map((part) => [...part]));
    expect(await codeOf(await post(of.applicant, many.body, many.type))).toBe('BODY_INVALID');
    const noFile = multipart([['file', null, PDF]]);
    expect(await codeOf(await post(of.applicant, noFile.body, noFile.type))).toBe('BODY_INVALID');
    expect(await codeOf(await post(of.applicant, one.body.subarray(0, 60), one.type))).toBe('BODY_INVALID');
  });

  it('without a length, or with a false one, is counted while it comes', async () => {
    const of = await trip();
    const { body, type } = multipart([['file', 'a.txt', Buffer.alloc(4 * 1024 * 1024, 'a')]]);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(body.subarray(0, 65_536));
        sent += 65_536;
        if (sent > 64 * 1024 * 1024) controller.close();
      },
    });
    expect(await codeOf(await post(of.applicant, endless, type))).toBe('FILE_SIZE');
    expect(sent).toBeLessThan(4 * 1024 * 1024);
    expect(await codeOf(await post(of.applicant, body, type, { 'content-length': '10' }))).toBe('FILE_SIZE');
  });

  it('more than a hundred files that belong to nothing is FILE_COUNT', async () => {
    const of = await trip();
    await query({
      text: `insert into portal.document (id, name, mime, size, sha256, uploaded_by) select gen_random_uuid(), 'x', 'text/plain', 1, '', $1 from generate_series(1, 100)`,
      values: [of.applicant.id],
    });
    expect(await codeOf(await upload(of.applicant, 'a.pdf', PDF))).toBe('FILE_COUNT');
  });
});

describe('downloading', () => {
  it('gives the bytes as an attachment that runs nothing, to its uploader alone until it is bound', async () => {
    const of = await trip();
    const id = await uploaded(of.applicant, '出差 说明.pdf');
    const response = await download(of.applicant, id);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': `attachment; filename="__ __.pdf"; filename*=UTF-8''%E5%87%BA%E5%B7%AE%20%E8%AF%B4%E6%98%8E.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect((await download(of.boss, id)).status).toBe(404);
    expect((await download(of.applicant, newId())).status).toBe(404);
    expect((await download(of.applicant, '1 or 1=1')).status).toBe(404);
  });

  it('shows pictures in place, nothing else', async () => {
    const of = await trip();
    const gif = await uploaded(of.applicant, 'a.gif', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'));
    const pdf = await uploaded(of.applicant);
    expect((await download(of.applicant, gif, '?inline')).headers.get('content-disposition')).toMatch(/^inline/);
    expect((await download(of.applicant, gif, '?inline')).headers.get('content-type')).toBe('image/gif');
    expect((await download(of.applicant, pdf, '?inline')).headers.get('content-disposition')).toMatch(/^attachment/);
  });
});

describe('documents of a request', () => {
  it('are bound by the submission, and seen by whoever sees the request', async () => {
    const of = await withDocuments();
    const documentId = await uploaded(of.applicant);
    const { instanceId } = await start(ctxOf(of.applicant), submission(of, [{ documentId, documentTypeId: 'explain1' }]));
    expect((await download(of.boss, documentId)).status).toBe(200);
    expect((await download(of.stranger, documentId)).status).toBe(404);
    expect(await listForInstance(ctxOf(of.boss), { instanceId })).toMatchObject([
      { id: documentId, documentTypeId: 'explain1', removable: false, uploadedBy: { name: '李卓' } },
    ]);
    expect(await refusalOf(listForInstance(ctxOf(of.stranger), { instanceId }))).toBe('NOT_FOUND');
    expect((await byId(ctxOf(of.boss), { id: instanceId })).documentTypes).toMatchObject([
      { id: 'explain1', addable: false },
      { id: 'minutes1', addable: true },
    ]);
  });

  it('must be there, of the right type, place, kind and number, and the person’s own', async () => {
    const of = await withDocuments();
    const [own, second, third, text, foreign] = [
      await uploaded(of.applicant),
      await uploaded(of.applicant),
      await uploaded(of.applicant),
      await uploaded(of.applicant, 'a.txt', Buffer.from('text')),
      await uploaded(of.boss),
    ];
    const explain = (...ids: string[]) => ids.map((documentId) => ({ documentId, documentTypeId: 'explain1' }));
    const refuse = (documents: ReturnType<typeof explain>) => refusalOf(start(ctxOf(of.applicant), submission(of, documents)));
    expect(await refuse([])).toBe('FIELD_REQUIRED');
    expect(await refuse(explain(foreign))).toBe('FIELD_REF');
    expect(await refuse(explain(text))).toBe('FILE_TYPE');
    expect(await refuse(explain(own, second, third))).toBe('FILE_COUNT');
    expect(await refuse([...explain(own), { documentId: second, documentTypeId: 'minutes1' }])).toBe('FIELD_OPTION');
    expect(await countRows('document', 'root_instance_id is not null and uploaded_by = $1', [of.applicant.id])).toBe(0);
    await start(ctxOf(of.applicant), submission(of, explain(own)));
    expect(await refuse(explain(own))).toBe('FIELD_REF');
  });

  it('a file that two submissions want at once goes to one, and the other leaves nothing', async () => {
    const of = await withDocuments();
    for (let round = 0; round < 5; round++) {
      const documents = [{ documentId: await uploaded(of.applicant), documentTypeId: 'explain1' }];
      const inputs = [submission(of, documents), submission(of, documents)];
      const codes = await Promise.all(inputs.map((input) => refusalOf(start(ctxOf(of.applicant), input))));
      expect(new Set(codes)).toEqual(new Set(['FIELD_REF', null]));
      const lost = inputs[codes.indexOf('FIELD_REF')]!.commandId;
      expect(await countRows('process_instance', 'id = $1', [lost])).toBe(0);
      expect(await countRows('journal', 'root_instance_id = $1', [lost])).toBe(0);
    }
  });

  it('are added with a decision at the activities that add them', async () => {
    const of = await withDocuments();
    const documents = [{ documentId: await uploaded(of.applicant), documentTypeId: 'explain1' }];
    const { instanceId } = await start(ctxOf(of.applicant), submission(of, documents));
    const minutes = [{ documentId: await uploaded(of.boss), documentTypeId: 'minutes1' }];
    await decideTask(ctxOf(of.boss), decision(await openItem(instanceId, 'manager'), { documents: minutes }));
    expect((await listForInstance(ctxOf(of.applicant), { instanceId })).map((document) => document.documentTypeId)).toEqual([
      'explain1',
      'minutes1',
    ]);
    const late = [{ documentId: await uploaded(of.finance), documentTypeId: 'minutes1' }];
    expect(await refusalOf(decideTask(ctxOf(of.finance), decision(await openItem(instanceId, 'finance'), { documents: late })))).toBe(
      'FIELD_OPTION',
    );
  });

  it('can be taken away by who brought them while their place is open, not after and not by others', async () => {
    const of = await withDocuments();
    const loose = await uploaded(of.applicant);
    const remove = (by: TestUser, documentId: string) => refusalOf(removeDocument(ctxOf(by), { commandId: newId(), documentId }));
    expect(await remove(of.boss, loose)).toBe('NOT_FOUND');
    expect(await remove(of.applicant, loose)).toBeNull();
    expect(await countRows('document', 'id = $1', [loose])).toBe(0);
    const documentId = await uploaded(of.applicant);
    const { instanceId } = await start(ctxOf(of.applicant), submission(of, [{ documentId, documentTypeId: 'explain1' }]));
    expect(await remove(of.applicant, documentId)).toBe('STATE_CONFLICT');
    expect(await remove(of.boss, documentId)).toBe('NOT_FOUND');
    await returnTask(ctxOf(of.boss), {
      commandId: newId(),
      workItemId: await openItem(instanceId, 'manager'),
      comment: 'x',
      values: {},
      rev: 1,
      documents: [],
    });
    expect((await listForInstance(ctxOf(of.applicant), { instanceId }))[0]?.removable).toBe(true);
    expect(await remove(of.applicant, documentId)).toBeNull();
    expect((await download(of.applicant, documentId)).status).toBe(404);
    expect(await countRows('audit_log', `action = 'document.removed' and subject_id = $1`, [documentId])).toBe(1);
    const again = { commandId: newId(), workItemId: await openItem(instanceId, 'start'), rev: 1, values: {}, chosen: {}, documents: [] };
    expect(await refusalOf(resubmit(ctxOf(of.applicant), again))).toBe('FIELD_REQUIRED');
  });
});

describe('files in form fields', () => {
  it('go with their values: bound at the submission, hidden with their field, and within its limits', async () => {
    const hidden = { fields: { [fields.receipts.id]: 'hidden' as const }, default: 'read' as const, rows: {} };
    const of = await trip({ manager: { access: hidden } });
    const receipt = await uploaded(of.applicant);
    const id = await submitted(of, { values: { ...filledAnew(), receipts: [receipt] } });
    expect((await download(of.applicant, receipt)).status).toBe(200);
    expect((await download(of.boss, receipt)).status).toBe(404);
    expect((await byId(ctxOf(of.boss), { id })).documents).toEqual([]);
    const page = await byId(ctxOf(of.applicant), { id });
    expect(page.documents).toMatchObject([{ id: receipt, fieldId: fields.receipts.id }]);
    expect(page.form?.lookups.documents[receipt]).toMatchObject({ name: 'a.pdf' });
    const gif = await uploaded(of.applicant, 'a.gif', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'));
    const large = await uploaded(of.applicant, 'a.txt', Buffer.alloc(1024 * 1024 + 1, 'a'));
    const refuse = (receipts: string[]) => refusalOf(submitted(of, { values: { ...filledAnew(), receipts } }));
    expect(await refuse([gif])).toBe('FILE_TYPE');
    expect(await refuse([large])).toBe('FILE_SIZE');
    expect(await refuse([receipt])).toBe('FIELD_REF');
    expect(await refuse([await uploaded(of.boss)])).toBe('FIELD_REF');
  });
});

describe('collecting', () => {
  it('takes what has belonged to nothing for a day, with its bytes, but not what a draft still names', async () => {
    const of = await trip();
    const [old, fresh, drafted, attached, bound] = [
      await uploaded(of.applicant),
      await uploaded(of.applicant),
      await uploaded(of.applicant),
      await uploaded(of.applicant),
      await uploaded(of.applicant),
    ];
    await submitted(of, { values: { ...filledAnew(), receipts: [bound] } });
    const draft = {
      commandId: newId(),
      processId: of.processId,
      formVersionId: of.formVersionId,
      values: { receipts: [drafted] },
      chosen: {},
      documents: [{ documentId: attached, documentTypeId: 'note' }],
      departmentId: null,
      rev: 0,
    };
    const { id: draftId } = await draftSave(ctxOf(of.applicant), draft);
    await query({
      text: `update portal.document set created_at = now() - interval '25 hours' where id = any($1)`,
      values: [[old, drafted, attached, bound]],
    });
    expect(await collectUnboundDocuments()).toBe(1);
    const { rows } = await query<{ id: string }>({
      text: 'select id from portal.document where id = any($1) order by id',
      values: [[old, fresh, drafted, attached, bound]],
    });
    expect(rows.map((row) => row.id)).toEqual([fresh, drafted, attached, bound].toSorted());
    expect(await contents()).toBe(await countRows('document', `size > 1 or sha256 <> ''`));

    await draftDelete(ctxOf(of.applicant), { commandId: newId(), draftId });
    expect(await collectUnboundDocuments()).toBe(2);
    expect(await countRows('document', 'id = any($1)', [[drafted, attached]])).toBe(0);
  });
});
