import { beforeAll, describe, expect, it } from 'vitest';
import type { Field } from '@/forms/schema/schema';
import { errorStatus } from '@/lib/errors';
import { newId } from '@/lib/id';
import { modelText } from '@/test/model-text';
import { addUser, type TestUser } from '@/test/portal';
import { openItem, submitted } from '@/test/request';
import { changedTables, stored } from '@/test/stored';
import { fields, filled, filledAnew, schemaOf, trip, type Trip } from '@/test/trip';
import { headersOf } from '../auth/testing';
import { query } from '../db/client';
import { handleRequest } from './handle-request';

/**
 * What hostile or mistaken input gets at the API itself: a status and a code that are promised, a sentence in the reader's language, the
 * place it concerns, nothing stored, and a server that goes on. The rules themselves have their tests beside them.
 */
const BASE = 'http://127.0.0.1:3000/api/trpc';
const ORIGIN = { origin: 'http://127.0.0.1:3000', 'content-type': 'application/json' };

let of: Trip;
let designer: TestUser;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = 'a test needs no secret, but one of 32 characters';
  const every = Object.values(fields);
  const more = [
    { ...fields.reason, id: 'bcdfghjk31', key: 'day', type: 'date', required: false },
    { ...fields.reason, id: 'bcdfghjk32', key: 'price', type: 'number', scale: 2, max: '1000000000000000000', required: false },
    { ...fields.reason, id: 'bcdfghjk33', key: 'stay', type: 'dateRange', required: false },
    { ...fields.reason, id: 'bcdfghjk34', key: 'once', unique: true, required: false },
    { ...fields.reason, id: 'bcdfghjk35', key: 'notes', type: 'textarea', required: false },
  ] as Field[];
  of = await trip({ fields: [...every, ...more] });
  designer = await addUser('designer');
  await query({ text: `insert into portal.user_grant (user_id, "grant") values ($1, 'designer')`, values: [designer.id] });
  await submitted(of, { values: { ...filledAnew(), once: 'caf\u00e9' } });
});

// models //////////////////////

const plain = 'start s\nuser a\nend e\ns > a\na > e';
const good = modelText(plain);
const named = { name: { zh: '流程', en: 'Flow' } };
const prolog = (text: string) => good.replace('?>', `?>\n${text}`);
const split = (kind: string, join: string, flows: string) =>
  modelText(`start s\n${kind} g\nuser a\nuser b\n${join} j\nend e\ns > g\na > j\nb > j\nj > e\n${flows}`);
const BOTH = 'g > a\ng > b';
const task = (type: string, more: Parameters<typeof modelText>[1] = {}) => modelText(`start s\n${type} x\nend e\ns > x\nx > e`, more);
const timer = (text: string) =>
  task('intermediateCatchEvent', {
    inside: { x: `<bpmn:timerEventDefinition><bpmn:timeDuration>${text}</bpmn:timeDuration></bpmn:timerEventDefinition>` },
  });

describe('a model', () => {
  it.each<[string, object, string]>([
    ['B01 with an external entity', { xml: prolog('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>') }, 'MODEL_DTD_FORBIDDEN'],
    ['B02 with a billion laughs', { xml: prolog('<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>') }, 'MODEL_DTD_FORBIDDEN'],
    ['B04 of a million references', { xml: good.replace('name="a"', `name="${'&#65;'.repeat(500_000)}"`) }, 'MODEL_TOO_LARGE'],
    ['B05 with a hidden document type', { base64: wide(prolog('<!DOCTYPE d>')) }, 'MODEL_ENCODING'],
    ['B06 that is JSON', { xml: '{"a":1}' }, 'MODEL_XML_INVALID'],
    ['B06 that is a picture', { base64: Buffer.from([0x89, 0x50, 0x4e, 0x47]).toString('base64') }, 'MODEL_XML_INVALID'],
    [
      'B06 that is a longer picture',
      { base64: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]).toString('base64') },
      'MODEL_XML_INVALID',
    ],
    ['B06 that is empty', { base64: '' }, 'MODEL_XML_INVALID'],
    ['B07 cut off', { xml: good.slice(0, 500) }, 'MODEL_XML_INVALID'],
    ['B08 of four megabytes', { xml: 'x'.repeat(4_000_000) }, 'MODEL_TOO_LARGE'],
    [
      'B09 of a hundred thousand elements',
      { xml: good.replace('</bpmn:process>', `${'<t/>'.repeat(100_000)}</bpmn:process>`) },
      'MODEL_TOO_LARGE',
    ],
    [
      'B10 of 5,000 levels',
      { xml: good.replace('</bpmn:process>', `${'<x>'.repeat(5000)}${'</x>'.repeat(5000)}</bpmn:process>`) },
      'MODEL_TOO_DEEP',
    ],
    ['B14 of BPMN 1', { xml: good.replace('BPMN/20100524', 'BPMN/20080501') }, 'MODEL_NAMESPACE'],
    ['B15 without any process', { xml: good.replace(/<bpmn:process[^]*<\/bpmn:process>/, '') }, 'MODEL_PROCESS_COUNT'],
    ['B25 with a control character', { xml: good.replace('name="a"', 'name="a&#0;"') }, 'TEXT_CONTROL_CHAR'],
  ])('%s is refused when it comes in', async (_case, file, code) => {
    expect((await refused(designer, 'process.create', { ...named, ...file })).code).toBe(code);
    expect((await refused(designer, 'process.importModel', file)).code).toBe(code);
  });

  it.each<[string, string, string, string]>([
    ['B11 with an id twice', good.replace('</bpmn:process>', '<bpmn:userTask id="a" name="x"/></bpmn:process>'), 'MODEL_DUPLICATE_ID', 'a'],
    ['B12 with a flow to nowhere', good.replace('targetRef="e"', 'targetRef="gone"'), 'MODEL_REF_BROKEN', 'a_e'],
    [
      'B13 with a name of the prototype',
      modelText(plain.replaceAll('a', 'constructor').replace('stconstructorrt', 'start')),
      'MODEL_ID_INVALID',
      'constructor',
    ],
    ['B15 that is not executable', good.replace(' isExecutable="true"', ''), 'MODEL_PROCESS_COUNT', ''],
    ['B16 without a start', modelText('user a\nend e\na > e'), 'MODEL_UNSOUND', ''],
    ['B16 without an end', modelText('start s\nuser a\ns > a\na > a'), 'MODEL_UNSOUND', ''],
    ['B17 that doubles', split('and', 'xor', BOTH), 'MODEL_UNSOUND', 'j'],
    ['B18 that waits for ever', split('xor', 'and', 'g > a [outcome = "approved"]\ng > b default'), 'MODEL_UNSOUND', 'j'],
    [
      'B19 that runs in a circle',
      modelText('start s\nuser a\nand f\nxor j\nsend n\nend e\ns > a\na > f\nf > e\nf > j\nj > n\nn > j'),
      'MODEL_UNSOUND',
      'j',
    ],
    ['B20 with a task nobody reaches', modelText(`${plain}\nuser x\nx > e`), 'MODEL_UNSOUND', 'x'],
    ['B21 with a gap', split('xor', 'xor', 'g > a [outcome = "approved"]\ng > b [outcome = "rejected"]'), 'MODEL_NO_DEFAULT', 'g'],
    ['B22 with a broken condition', split('xor', 'xor', 'g > a [outcome =]\ng > b default'), 'MODEL_EXPR_INVALID', 'g_a'],
    ['B22 with an unknown word', split('xor', 'xor', 'g > a [betrag > 5]\ng > b default'), 'MODEL_EXPR_INVALID', 'g_a'],
    ['B23 with a time of a million years', timer('P1000000Y'), 'MODEL_TIMER_INVALID', 'x'],
    ['B23 with a time in the past', timer('-PT1H'), 'MODEL_TIMER_INVALID', 'x'],
    ['B23 with a cron line', timer('99 99 * * *'), 'MODEL_TIMER_INVALID', 'x'],
    ['B24 with a script', task('scriptTask'), 'MODEL_ELEMENT_UNSUPPORTED', 'x'],
    ['B24 with an unknown connector', task('service'), 'MODEL_ELEMENT_UNSUPPORTED', 'x'],
    ['B24 that calls itself', task('callActivity', { attributes: { x: ' calledElement="P"' } }), 'MODEL_RECURSION', 'x'],
  ])('%s is refused when it is published, naming the element', async (_case, xml, code, place) => {
    const made = await call(designer, 'process.create', { commandId: newId(), ...named, xml });
    const { id } = made.data as { id: string };
    const { issues } = await refused(designer, 'process.publish', { id, rev: 1 });
    expect(issues).toContainEqual(expect.objectContaining({ code, path: expect.stringContaining(place) }));
  });
});

// forms //////////////////////

const field = (more: object) => ({ ...fields.reason, ...more });
const options = (count: number, label = (n: number) => `${n}`) =>
  Array.from({ length: count }, (_, n) => ({ id: `o${n}`, label: { zh: label(n), en: '' } }));
const formOf = (...list: object[]) => schemaOf(list as unknown as Field[]);

/** Sections in sections; the API itself ends at 64 levels of JSON. */
function sections(levels: number): object {
  const label = { zh: '', en: '' };
  return { id: `bcdfghz${levels}`.padEnd(10, '0'), type: 'section', label, children: [levels === 1 ? field({}) : sections(levels - 1)] };
}

describe('a form', () => {
  it.each<[string, object, string]>([
    ['F01 with a key twice', formOf(field({}), field({ id: 'bcdfghjk91', key: 'REASON' })), 'FORM_FIELD_DUPLICATE'],
    ['F02 with a name of the prototype', formOf(field({ key: '__proto__' })), 'FORM_KEY_INVALID'],
    ['F03 with an endless label', formOf(field({ label: { zh: '长'.repeat(10_000), en: '' } })), 'FORM_LIMIT'],
    ['F05 without fields', formOf(), 'FORM_EMPTY'],
    [
      'F06 of 1,700 fields',
      formOf(...Array.from({ length: 1700 }, (_, n) => field({ id: `f${n}`.padEnd(10, '0'), key: `k${n}` }))),
      'FORM_LIMIT',
    ],
    ['F07 of 5,000 options', formOf(field({ type: 'select', options: options(5000) })), 'FORM_LIMIT'],
    ['F07 with options alike', formOf(field({ type: 'select', options: options(2, () => 'x') })), 'FORM_OPTION_DUPLICATE'],
    ['F08 with a type nobody knows', formOf(field({ type: 'hologram' })), 'FORM_TYPE_UNKNOWN'],
    ['F09 nested too deeply', formOf(sections(20)), 'FORM_TOO_DEEP'],
    ['F10 with a section in itself', formOf({ id: 'bcdfghjkz0', type: 'section', label: { zh: '', en: '' }, children: [] }), 'FORM_CYCLE'],
    ['F11 with a slow pattern', formOf(field({ pattern: { preset: 'custom', source: '^(a+)+$' } })), 'FORM_PATTERN_UNSAFE'],
    ['F12 with limits the wrong way round', formOf(field({ type: 'number', scale: 2, min: '2', max: '1' })), 'FORM_RANGE'],
    ['F13 with a wrong default', formOf(field({ maxLength: 1, default: { kind: 'value', value: 'long' } })), 'FORM_DEFAULT_INVALID'],
    [
      'F14 with a circle',
      formOf(field({ type: 'formula', expression: 'reason + 1', result: { type: 'number', scale: 0 }, required: undefined })),
      'FORM_FORMULA_CYCLE',
    ],
    ['F15 with a rule about nothing', formOf(field({ visibleWhen: 'gone = "x"' })), 'FORM_REF_BROKEN'],
    ['F20 with keys that no form has', { ...formOf(field({})), onSubmit: 'alert(1)' }, 'FORM_SCHEMA_INVALID'],
  ])('%s is refused, at once or when it is published', async (_case, schema, code) => {
    const name = { zh: '表', en: 'Form' };
    const made = await call(designer, 'form.create', { commandId: newId(), name, schema });
    const id = (made.data as { id?: string } | null)?.id;
    const [path, input] = id ? ['form.publish', { id, rev: 1 }] : ['form.create', { name, schema }];
    expect((await refused(designer, path, input)).code).toBe(code);
  });

  it('F19: that somebody else has changed meanwhile is refused', async () => {
    const { rows } = await query<{ id: string; draft_rev: number }>({
      text: 'select f.id, f.draft_rev from portal.form f join portal.form_version v on v.form_id = f.id where v.id = $1',
      values: [of.formVersionId],
    });
    const { id, draft_rev: rev } = rows[0]!;
    expect((await refused(designer, 'form.saveDraft', { id, rev: rev + 5, schema: formOf(field({})) })).code).toBe('CONFLICT_STALE');
    expect((await refused(designer, 'form.publish', { id, rev: rev + 5 })).code).toBe('CONFLICT_STALE');
  });
});

// submissions //////////////////////

const start = (values: object) => ({ processId: of.processId, versionId: of.versionId, values, chosen: {}, documents: [] });
const line = { _id: newId(), what: 'x', price: '1' };

describe('a submission', () => {
  it.each<[string, object, string, string]>([
    ['U01 of another kind', { reason: 7 }, 'FIELD_TYPE', 'reason'],
    ['U01 of another kind in a row', { lines: [{ ...line, price: {} }] }, 'FIELD_TYPE', 'lines[0].price'],
    ['U02 without what is required', { reason: '\u200b' }, 'FIELD_REQUIRED', 'reason'],
    ['U03 with an unknown field', { initiator_id: newId() }, 'FIELD_UNKNOWN', 'initiator_id'],
    ['U05 with an option not offered', { kind: 'boat' }, 'FIELD_OPTION', 'kind'],
    ['U06 with a NUL', { reason: 'a\u0000b' }, 'TEXT_CONTROL_CHAR', 'reason'],
    ['U07 with an escape sequence', { notes: 'a\u001b[31m' }, 'TEXT_CONTROL_CHAR', 'notes'],
    ['U08 with half a character', { reason: '\ud800' }, 'TEXT_INVALID_UNICODE', 'reason'],
    ['U13 with a value that is there in another composition', { once: 'cafe\u0301' }, 'FIELD_UNIQUE', 'once'],
    ['U14 with piled marks', { reason: `e${'\u0301'.repeat(10_000)}` }, 'FIELD_LENGTH', 'reason'],
    ['U15 one character too long', { reason: 'x'.repeat(1_001) }, 'FIELD_LENGTH', 'reason'],
    ['U16 with no number', { price: 'NaN' }, 'FIELD_NUMBER', 'price'],
    ['U17 with a number that lost its digits', { price: 2 ** 53 + 2 }, 'FIELD_PRECISION', 'price'],
    ['U18 with more decimals than there is room for', { price: '0.10000000000000000001' }, 'FIELD_PRECISION', 'price'],
    ['U19 with a hexadecimal number', { price: '0x10' }, 'FIELD_NUMBER', 'price'],
    ['U20 beyond the range', { price: '99999999999999999999.99' }, 'FIELD_RANGE', 'price'],
    ['U21 with a word for a day', { day: 'tomorrow' }, 'FIELD_DATE', 'day'],
    ['U22 with a day that no calendar has', { day: '2026-02-30' }, 'FIELD_DATE', 'day'],
    ['U22 of the year 0', { day: '0000-01-01' }, 'FIELD_DATE', 'day'],
    ['U24 that ends before it starts', { stay: { start: '2026-02-02', end: '2026-02-01' } }, 'FIELD_RANGE', 'stay'],
    ['U26 with a name of the prototype', JSON.parse('{"__proto__":{"polluted":1}}') as object, 'FIELD_UNKNOWN', '__proto__'],
    ['U28 with an object for a list', { lines: { 0: line } }, 'FIELD_TYPE', 'lines'],
    ['U28 with ten thousand rows', { lines: Array.from({ length: 10_001 }, () => ({ ...line, _id: newId() })) }, 'FIELD_LIMIT', 'lines'],
    ['U29 with somebody who is not there', { companions: [newId()] }, 'FIELD_REF', 'companions'],
    ['U29 with a file of somebody else', { receipts: [newId()] }, 'FIELD_REF', 'receipts'],
  ])('%s is refused at its field', async (_case, values, code, place) => {
    const sent = { ...start({}), values: Object.assign(JSON.parse(JSON.stringify(filledAnew())) as object, {}) };
    const own = Object.getOwnPropertyNames(values);
    for (const key of own)
      Object.defineProperty(sent.values, key, { value: (values as Record<string, unknown>)[key], enumerable: true, configurable: true });
    const { code: told, path, issues } = await refused(of.applicant, 'instance.start', sent);
    expect(told).toBe(code);
    expect([path, ...issues.map((issue) => issue.path)]).toContainEqual(expect.stringContaining(place));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('U04: of a field that this step hides or only shows is refused', async () => {
    const id = await submitted(of);
    const decision = { workItemId: await openItem(id, 'manager'), decision: 'approve', comment: '', chosen: {}, rev: 1, documents: [] };
    for (const key of ['secret', 'reason'])
      expect(await refused(of.boss, 'task.decide', { ...decision, values: { [key]: 'forged' } })).toMatchObject({
        code: 'FIELD_READONLY',
        path: key,
      });
  });

  it('U11, U12: with emoji, rare characters and turned direction is stored as it was sent', async () => {
    const reason = '𠮷 👩‍👩‍👧‍👦 \u202ertl';
    const { data } = await call(of.applicant, 'instance.start', { commandId: newId(), ...start({ ...filledAnew(), reason }) });
    const { instanceId } = data as { instanceId: string };
    const { rows } = await query({
      text: `select values->>'reason' as reason from portal.instance_data where root_instance_id = $1`,
      values: [instanceId],
    });
    expect(rows).toEqual([{ reason }]);
  });

  it('U16: with numbers that JSON can write and nobody can hold is refused', async () => {
    const body = JSON.stringify({ commandId: newId(), ...start({ ...filledAnew(), price: '@' }) });
    for (const [number, code] of [
      ['1e999', 'FIELD_TYPE'],
      ['9007199254740993', 'FIELD_PRECISION'],
    ] as const)
      expect(await raw(of.applicant, 'instance.start', body.replace('"@"', number))).toMatchObject({ status: 400, code });
  });

  it('U25: nested a thousand levels deep is refused before it is read', async () => {
    const body = JSON.stringify({ commandId: newId(), ...start({}) }).replace(
      '"values":{}',
      `"values":{"reason":${'['.repeat(1000)}${']'.repeat(1000)}}`,
    );
    expect(await raw(of.applicant, 'instance.start', body)).toMatchObject({ status: 400, code: 'BODY_DEPTH' });
  });

  it('U27: with a key twice is taken with its last value everywhere', async () => {
    const body = JSON.stringify({ commandId: newId(), ...start(filledAnew()) }).replace('"reason":', '"reason":"first","reason":');
    const { data } = await raw(of.applicant, 'instance.start', body);
    const { rows } = await query<{ reason: string; full: string }>({
      text: `select d.values->>'reason' as reason, s."full"->>'reason' as "full" from portal.instance_data d join portal.snapshot s using (root_instance_id) where root_instance_id = $1`,
      values: [(data as { instanceId: string }).instanceId],
    });
    expect(rows).toEqual([{ reason: filled.reason, full: filled.reason }]);
  });

  it('U30: sent twice has one effect; with another content, or on another version, it is refused', async () => {
    const once = { commandId: newId(), ...start(filledAnew()) };
    const first = await call(of.applicant, 'instance.start', once);
    expect((await call(of.applicant, 'instance.start', once)).data).toEqual(first.data);
    expect((await refused(of.applicant, 'instance.start', { ...once, values: { ...filled, reason: 'other' } })).code).toBe(
      'IDEMPOTENCY_MISMATCH',
    );
    expect((await refused(of.applicant, 'instance.start', { ...start(filledAnew()), versionId: newId() })).code).toBe('CONFLICT_STALE');
  });
});

// calls //////////////////////

describe('a call', () => {
  it.each<[string, string, object, string]>([
    ['Y04 with an id that is none', 'instance.byId', { id: '1 OR 1=1' }, 'FIELD_FORMAT id'],
    ['Y04 with a list of ids', 'instance.byId', { id: [newId()] }, 'FIELD_TYPE id'],
    ['Y14 with an outcome that no model has', 'task.decide', { decision: 'maybe' }, 'FIELD_REQUIRED workItemId'],
    ['Y16 for a page of none', 'instance.listMine', { limit: 0 }, 'FIELD_RANGE limit'],
    ['Y16 for a page of a billion', 'instance.listMine', { limit: 1e9 }, 'FIELD_RANGE limit'],
    ['Y17 with a forged cursor', 'instance.listMine', { cursor: 'W10' }, 'CURSOR_INVALID cursor'],
    ['Y17 with the cursor of another list', 'task.done', { cursor: newId() }, 'CURSOR_INVALID cursor'],
    ['Y17 with a cursor of another kind', 'notice.list', { cursor: 7 }, 'CURSOR_INVALID cursor'],
    ['Y18 for another order', 'instance.listMine', { sort: 'passwordHash' }, 'SORT_UNKNOWN sort'],
    ['Y19 for ten kilobytes of text', 'instance.listMine', { text: 'x'.repeat(10_000) }, 'FIELD_LENGTH text'],
  ])('%s is refused', async (_case, path, input, told) => {
    const answer = await refused(of.applicant, path, input);
    expect(`${answer.code} ${answer.path}`).toBe(told);
  });

  it('Y03: about what is not there and about what somebody else has is told the same', async () => {
    const id = await submitted(of);
    const [missing, hidden] = [
      await refused(of.stranger, 'instance.byId', { id: newId() }),
      await refused(of.stranger, 'instance.byId', { id }),
    ];
    expect({ ...hidden, requestId: '' }).toEqual({ ...missing, requestId: '' });
    expect(hidden).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('Y19: takes every sign of a search for itself', async () => {
    for (const text of ['%', '_', '\\', '.*', "' or 1=1"]) {
      const { data } = await call(of.applicant, 'instance.listMine', { text });
      expect([text, (data as { items: unknown[] }).items]).toEqual([text, []]);
    }
  });
});

// helpers //////////////////////

/** Queries, which take no command; by POST they are answered alike. */
const READS = /importModel|byId|list|done/;

type Answer = {
  status: number;
  code: string | null;
  message: string;
  path: string | null;
  requestId: string;
  issues: { code: string; path: string; message: string }[];
  data: unknown;
};

function wide(text: string): string {
  return Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le').toString('base64');
}

const sessions = new Map<string, string>();
async function cookieOf(user: TestUser): Promise<string> {
  const known = sessions.get(user.id);
  if (known) return known;
  const id = newId();
  await query({
    text: `insert into portal.session (id, user_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
    values: [id, user.id],
  });
  const cookie = (await headersOf({ id: user.id, login: user.name }, id)).get('cookie') ?? '';
  sessions.set(user.id, cookie);
  return cookie;
}

async function raw(user: TestUser, path: string, body: string): Promise<Answer> {
  const headers = { ...ORIGIN, cookie: await cookieOf(user) };
  const response = await handleRequest(new Request(`${BASE}/${path}`, { method: 'POST', headers, body }));
  const text = await response.text();
  expect(text).not.toMatch(/\bat \/|\bat async |node_modules|portal\./);
  const { error, result } = JSON.parse(text) as { error?: { data: Omit<Answer, 'status' | 'data'> }; result?: { data: unknown } };
  const none = { code: null, message: '', path: null, requestId: '', issues: [] };
  return { ...none, ...error?.data, status: response.status, data: result?.data ?? null };
}

function call(user: TestUser, path: string, input: object): Promise<Answer> {
  return raw(user, path, JSON.stringify(input));
}

/** The answer to what must be refused, after what is promised of every refusal. */
async function refused(user: TestUser, path: string, input: object): Promise<Answer> {
  const before = await stored();
  const command = READS.test(path) ? {} : { commandId: newId() };
  const answer = await call(user, path, { ...command, ...input });
  expect(answer.status).toBe(errorStatus[answer.code as keyof typeof errorStatus]);
  expect(answer.message).toMatch(/[\u4e00-\u9fff].*[。！]$/);
  expect(answer.requestId).toMatch(/^[\w-]{36}$/);
  expect(changedTables(before, await stored())).toEqual([]);
  return answer;
}
