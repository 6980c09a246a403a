import { describe, expect, it } from 'vitest';
import type { Field } from '@/forms/schema/schema';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import type { Ctx } from '@/server/context';
import { addDepartment, addUser, countRows, ctxOf, publishAgain, refusalOf, type TestUser } from '@/test/portal';
import { startInput } from '@/test/request';
import { fields, filled, trip, type Trip } from '@/test/trip';
import { listMine } from './list-mine';
import { draftSave } from './draft-save';
import { start, type StartInput } from './start';

/** Whether anything at all was stored of a submission. */
async function stored(id: string): Promise<number> {
  const counts = await Promise.all(
    ['process_instance', 'instance_data', 'journal', 'snapshot', 'work_item'].map((table) =>
      countRows(table, 'root_instance_id = $1', [id]),
    ),
  );
  return counts.reduce((a, b) => a + b, 0);
}

async function draftOf({ processId, formVersionId }: Trip, { id, name }: TestUser): Promise<string> {
  const content = { processId, formVersionId, values: filled, chosen: {}, documents: [], departmentId: null, rev: 0 };
  return (await draftSave(ctxOf({ id, name }), { ...content, commandId: newId() })).id;
}

async function refused(ctx: Ctx, input: StartInput): Promise<string | null> {
  const code = await refusalOf(start(ctx, input));
  expect(await stored(input.commandId)).toBe(0);
  return code;
}

describe('submitting a request', () => {
  it('sets the flow going with a number, a title, computed values, a typed row and a whole snapshot', async () => {
    // given
    const of = await trip();
    const input = startInput(of);
    // when
    const started = await start(ctxOf(of.applicant), input);
    // then
    expect(started).toMatchObject({ instanceId: input.commandId, status: 'running', title: '出差：赴深圳参展' });
    expect(started.number).toMatch(/^VM-\d{4}-\d{4}$/);
    expect(started.next).toEqual([
      { elementId: 'manager', elementName: 'manager', people: [{ id: of.boss.id, name: '王敏', nameEn: '王敏 en' }] },
    ]);
    const { rows } = await query<Record<string, unknown>>({
      text: `select i.department_id, i.department_path, d.values->>'total' as total, s."full"->>'total' as snapshot from portal.process_instance i
             join portal.instance_data d using (root_instance_id) join portal.snapshot s using (root_instance_id) where i.id = $1`,
      values: [input.commandId],
    });
    expect(rows).toEqual([{ department_id: of.departmentId, department_path: of.departmentId, total: '2280.50', snapshot: '2280.50' }]);
    const form = await query<{ code: string }>({
      text: 'select f.code from portal.form f join portal.form_version v on v.form_id = f.id where v.id = $1',
      values: [of.formVersionId],
    });
    const typed = await query<Record<string, unknown>>({
      text: `select f_${fields.total.id} as total, serial_no, (select count(*)::int from form_data.t_${form.rows[0]!.code}_${fields.lines.id} l where l.parent_id = t.id) as lines
             from form_data.t_${form.rows[0]!.code} t where instance_id = $1`,
      values: [input.commandId],
    });
    expect(typed.rows).toEqual([{ total: '2280.50', serial_no: started.number, lines: 2 }]);
  });

  it('twice with one commandId gives the first answer; with another body IDEMPOTENCY_MISMATCH', async () => {
    const of = await trip();
    const input = startInput(of);
    const first = await start(ctxOf(of.applicant), input);
    expect(await start(ctxOf(of.applicant), input)).toEqual(first);
    expect(await refusalOf(start(ctxOf(of.applicant), { ...input, values: { ...filled, reason: 'other' } }))).toBe('IDEMPOTENCY_MISMATCH');
    expect(await refusalOf(start(ctxOf(of.boss), input))).toBe('IDEMPOTENCY_MISMATCH');
    expect(await countRows('journal', 'root_instance_id = $1', [input.commandId])).toBe(1);
  });

  it('sent at once with one commandId, and with a number without gaps, is one request', async () => {
    const no = { ...fields.remark, id: 'bcdfghjk20', key: 'no', type: 'autoNumber', pattern: 'T-{seq:4}' } as Field;
    for (const of of [await trip(), await trip({ fields: [...Object.values(fields), no] })]) {
      const input = startInput(of);
      const answers = await Promise.all(Array.from({ length: 6 }, () => start(ctxOf(of.applicant), input)));
      expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
      expect(await countRows('journal', 'root_instance_id = $1', [input.commandId])).toBe(1);
    }
  });

  it('whose rows were submitted before, as from a draft that is open twice, is ALREADY_DONE', async () => {
    const of = await trip();
    const { values } = startInput(of);
    await start(ctxOf(of.applicant), startInput(of, { values }));
    expect(await refused(ctxOf(of.applicant), startInput(of, { values }))).toBe('ALREADY_DONE');
  });

  it('by a client that makes its ids without the time gets one in the order of time, and a repeat the same request', async () => {
    // given
    const of = await trip();
    const before = await start(ctxOf(of.applicant), startInput(of));
    const input = startInput(of, { commandId: 'ffffffff-ffff-4fff-bfff-ffffffffffff' });
    // when
    expect(await refusalOf(start(ctxOf(of.applicant), { ...input, values: { ...filled, reason: null } }))).toBe('FIELD_REQUIRED');
    const [one, same] = await Promise.all([start(ctxOf(of.applicant), input), start(ctxOf(of.applicant), input)]);
    const after = await start(ctxOf(of.applicant), startInput(of));
    // then
    expect(same).toEqual(one);
    expect(await start(ctxOf(of.applicant), input)).toEqual(one);
    expect([after, one, before].map(({ instanceId }) => instanceId)).toEqual(
      (await listMine(ctxOf(of.applicant), { limit: 10, state: 'all' })).items.map((item) => item.id),
    );
    expect(await refusalOf(start(ctxOf(of.applicant), { ...input, values: { ...filled, reason: 'other' } }))).toBe('IDEMPOTENCY_MISMATCH');
    expect(await refusalOf(start(ctxOf(of.boss), input))).toBe('IDEMPOTENCY_MISMATCH');
  });

  it.each<[string, Partial<StartInput>, string]>([
    ['a key that the form does not have', { values: { ...filled, nonsense: 1 } }, 'FIELD_UNKNOWN'],
    ['a column of the system', { values: { ...filled, id: newId() } }, 'FIELD_UNKNOWN'],
    ['a prototype key', { values: JSON.parse('{"reason":"x","__proto__":{"a":1}}') as StartInput['values'] }, 'FIELD_UNKNOWN'],
    ['a missing required field', { values: { ...filled, reason: null } }, 'FIELD_REQUIRED'],
    ['a required field of spaces', { values: { ...filled, reason: '  \u200b ' } }, 'FIELD_REQUIRED'],
    ['a control character', { values: { ...filled, reason: 'a\u0000b' } }, 'TEXT_CONTROL_CHAR'],
    ['an option that is not in the list', { values: { ...filled, kind: 'boat' } }, 'FIELD_OPTION'],
    ['a wrong type', { values: { ...filled, reason: { a: 1 } } }, 'FIELD_TYPE'],
    ['a person who does not exist', { values: { ...filled, companions: [newId()] } }, 'FIELD_REF'],
    ['a file that does not exist', { values: { ...filled, receipts: [newId()] } }, 'FIELD_REF'],
    ['people chosen for an activity that lets nobody choose', { chosen: { manager: [] } }, 'FIELD_REF'],
    ['a document of an unknown type', { documents: [{ documentId: newId(), documentTypeId: 'nothing1' }] }, 'FIELD_REF'],
    ['a department of somebody else', { departmentId: newId() }, 'FIELD_REF'],
    ['an older version', { versionId: newId() }, 'CONFLICT_STALE'],
    ['an unknown process', { processId: newId() }, 'NOT_FOUND'],
  ])('with %s is refused and stores nothing', async (_what, more, code) => {
    const of = await trip();
    expect(await refused(ctxOf(of.applicant), startInput(of, more))).toBe(code);
  });

  it('with a field that the applicant may not write is FIELD_READONLY', async () => {
    const startAccess = {
      fields: { [fields.remark.id]: 'read', [fields.secret.id]: 'hidden' } as const,
      default: 'edit' as const,
      rows: {},
    };
    const of = await trip({ settings: { startAccess } });
    expect(await refused(ctxOf(of.applicant), startInput(of, { values: { reason: 'x', remark: 'mine' } }))).toBe('FIELD_READONLY');
    expect(await refused(ctxOf(of.applicant), startInput(of, { values: { reason: 'x', secret: 'mine' } }))).toBe('FIELD_READONLY');
  });

  it('is for those whom the starter rule names; for the others the process does not exist', async () => {
    const allowed = await addDepartment('客户服务部');
    const below = await addDepartment('一组', { parent: allowed });
    const member = await addUser('张蕾', { departmentId: below.id });
    const starter = { kind: 'some' as const, userIds: [], departmentIds: [allowed.id], positionIds: [], roleIds: [], workGroupIds: [] };
    const of = await trip({ settings: { starter } });
    expect(await refused(ctxOf(of.applicant), startInput(of))).toBe('NOT_FOUND');
    expect((await start(ctxOf(member), startInput(of))).status).toBe('running');
  });

  it('after a new version was published is CONFLICT_STALE, and a repeat of an accepted one still gets its answer', async () => {
    const of = await trip();
    const input = startInput(of);
    const first = await start(ctxOf(of.applicant), input);
    await publishAgain(of.processId, of.definition, { formVersionId: of.formVersionId });
    expect(await start(ctxOf(of.applicant), input)).toEqual(first);
    expect(await refused(ctxOf(of.applicant), startInput(of))).toBe('CONFLICT_STALE');
  });

  it('deletes the draft it was made from, and only an own one', async () => {
    const of = await trip();
    const [mine, foreign] = [await draftOf(of, of.applicant), await draftOf(of, of.boss)];
    await start(ctxOf(of.applicant), startInput(of, { draft: { id: mine, isSaved: true } }));
    await start(ctxOf(of.applicant), startInput(of, { draft: { id: foreign, isSaved: false } }));
    expect(await countRows('request_draft', 'id = $1', [mine])).toBe(0);
    expect(await countRows('request_draft', 'id = $1', [foreign])).toBe(1);
  });

  it('from a draft that is gone is ALREADY_DONE and nothing stored; a repeat of the one that took it gets its answer', async () => {
    const of = await trip();
    const id = await draftOf(of, of.applicant);
    const input = startInput(of, { draft: { id, isSaved: true } });
    const first = await start(ctxOf(of.applicant), input);
    const again = startInput(of, { draft: { id, isSaved: true } });
    await expect(start(ctxOf(of.applicant), again)).rejects.toMatchObject({ code: 'ALREADY_DONE', path: 'draft' });
    expect(await countRows('process_instance', 'id = $1', [again.commandId])).toBe(0);
    expect(await start(ctxOf(of.applicant), input)).toEqual(first);
    expect((await start(ctxOf(of.applicant), { ...again, draft: { id, isSaved: false } })).status).toBe('running');
  });

  it('from one draft at the same moment is one request', async () => {
    const of = await trip();
    const id = await draftOf(of, of.applicant);
    const inputs = Array.from({ length: 6 }, () => startInput(of, { draft: { id, isSaved: true } }));
    const codes = await Promise.all(inputs.map((input) => refusalOf(start(ctxOf(of.applicant), input))));
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.filter((code) => code === 'ALREADY_DONE')).toHaveLength(5);
  });
});

describe('numbers', () => {
  it('of requests are unique under load and start again with a new prefix', async () => {
    const of = await trip({ settings: { numbering: `T${newId().slice(-6)}-{yyyy}{mm}-{seq:3}` } });
    const started = await Promise.all(Array.from({ length: 30 }, () => start(ctxOf(of.applicant), startInput(of))));
    expect(new Set(started.map((one) => one.number)).size).toBe(30);
    const later = await start(ctxOf(of.applicant, undefined, { now: new Date(Date.now() + 40 * 86_400_000) }), startInput(of));
    expect(later.number).toMatch(/-001$/);
  });

  it('of a field have no gaps: a refused submission takes none, and neither does a repeat', async () => {
    const auto = {
      id: 'bcdfghjk21',
      key: 'no',
      label: { zh: 'no', en: 'no' },
      span: 12,
      type: 'autoNumber',
      pattern: 'CC-{yyyy}-{seq:3}',
    } as const;
    const of = await trip({
      fields: [...Object.values(fields), auto],
      settings: { titleTemplate: '{no} {reason}', businessKeyField: 'no' },
    });
    const ctx = ctxOf(of.applicant);
    const repeated = startInput(of);
    await Promise.all([start(ctx, repeated), ...Array.from({ length: 7 }, () => start(ctx, startInput(of)))]);
    await start(ctx, repeated);
    expect(await refused(ctx, startInput(of, { values: { ...filled, reason: null } }))).toBe('FIELD_REQUIRED');
    expect(await refused(ctx, startInput(of, { chosen: { manager: [of.boss.id] } }))).toBe('FIELD_REF');
    await start(ctx, startInput(of));
    const { rows } = await query<{ no: string; title: string; business_key: string }>({
      text: `select d.values->>'no' as no, i.title, i.business_key from portal.process_instance i join portal.instance_data d using (root_instance_id) where i.process_id = $1 order by 1`,
      values: [of.processId],
    });
    const year = new Date().getFullYear();
    expect(rows.map((row) => row.no)).toEqual(Array.from({ length: 9 }, (_, index) => `CC-${year}-00${index + 1}`));
    for (const row of rows) expect(row).toMatchObject({ title: `${row.no} 赴深圳参展`, business_key: row.no });
  });
});

describe('the title', () => {
  it('has who asks, from which department, when, for what and under which number', async () => {
    const of = await trip({ settings: { titleTemplate: '{process}/{department}/{applicant}/{date}/{number}/{reason}' } });
    const { number, title } = await start(ctxOf(of.applicant), startInput(of));
    const { rows } = await query<{ name: string; department: string; applicant: string }>({
      text: `select v.definition->>'name' as name, d.name_zh as department, u.name as applicant from portal.process_instance i join portal.process_version v on v.id = i.version_id
             join portal.department d on d.id = i.department_id join portal."user" u on u.id = i.applicant_id where i.process_id = $1`,
      values: [of.processId],
    });
    const [row] = rows;
    expect(title).toMatch(new RegExp(`^${row?.name}/${row?.department}/${row?.applicant}/\\d{4}-\\d\\d-\\d\\d/${number}/赴深圳参展$`));
  });
});
