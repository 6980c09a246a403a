import { beforeAll, describe, expect, it } from 'vitest';
import { defaultProcess } from '@/lib/bpmn/default-settings';
import { newId } from '@/lib/id';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { createForm } from '@/server/form/create';
import { publishForm } from '@/server/form/publish';
import { modelText } from '@/test/model-text';
import { launchable } from '@/server/instance/launchable';
import { addDepartment, addUser, ctxOf, refusalOf } from '@/test/portal';
import { deleteCategory, disableCategory, orderCategories, saveCategory } from './category';
import { checkProcess } from './check';
import { createProcess } from './create';
import { deleteProcess } from './delete';
import { deletePlan } from './delete-plan';
import { diffProcess } from './diff';
import { duplicateProcess } from './duplicate';
import { exportProcess } from './export';
import { getProcess } from './get';
import { importModel } from './import';
import { listCategories, listProcesses } from './list';
import { processOwners } from './owners';
import { publishProcess } from './publish';
import { replaceDraft } from './replace-draft';
import { retireProcess, unretireProcess } from './retire';
import { saveProcessDraft } from './save-draft';
import { setProcessCategory } from './set-category';
import { setProcessOwners } from './set-owners';
import { processVersions } from './versions';

const designer = ['workbench.use', 'process.design', 'process.publish', 'form.design', 'form.publish'] as const;
const plain = 'start s\nuser a\nend e\ns > a\na > e';
const drawn = modelText(plain);

let ctx: Ctx;
let other: Ctx;
let admin: Ctx;
let employee: Ctx;
beforeAll(async () => {
  ctx = ctxOf(await addUser('designer'), designer);
  other = ctxOf(await addUser('other'), designer);
  admin = ctxOf(await addUser('admin'), [...designer, 'system.manage']);
  employee = ctxOf(await addUser('employee'));
});

const commandId = () => newId();
const create = (xml = drawn, by: Ctx = ctx) =>
  createProcess(by, { commandId: newId(), name: { zh: '流程', en: 'Flow' }, icon: 'file', categoryId: null, xml });
const publish = (id: string, rev: number, by: Ctx = ctx) => publishProcess(by, { commandId: newId(), id, rev, note: '' });
const save = (id: string, rev: number, xml: string, by: Ctx = ctx) => saveProcessDraft(by, { commandId: newId(), id, rev, xml });

/** Checksums of what a refusal must not change. */
async function stored(): Promise<unknown> {
  const { rows } = await query({
    text: `select (select md5(string_agg(p::text, '' order by p.id)) from portal.process p) as processes, (select count(*)::int from portal.process_version) as versions,
             (select count(*)::int from portal.audit_log) as audit, (select count(*)::int from portal.process_category) as categories`,
  });
  return rows[0];
}

async function refusedUnchanged(promise: () => Promise<unknown>): Promise<string | null> {
  const before = await stored();
  const code = await refusalOf(promise());
  expect(await stored()).toEqual(before);
  return code;
}

describe('a draft', () => {
  it('begins with a model that can be read at once, and becomes publishable by naming who approves', async () => {
    const { id } = await createProcess(ctx, { commandId: newId(), name: { zh: '新流程', en: '' }, icon: 'file', categoryId: null });
    const problems = await checkProcess(ctx, { id });
    expect(problems.filter((problem) => problem.level === 'error').map((problem) => problem.code)).toEqual(['assignmentMissing']);
  });

  it('belongs to a category that is there', async () => {
    const { id } = await create();
    const gone = newId();
    const named = { name: { zh: '流程', en: '' }, icon: 'file' };
    expect(await refusedUnchanged(() => createProcess(ctx, { commandId: newId(), ...named, categoryId: gone }))).toBe('FIELD_REF');
    expect(await refusedUnchanged(() => saveProcessDraft(ctx, { commandId: newId(), id, rev: 1, xml: drawn, categoryId: gone }))).toBe(
      'FIELD_REF',
    );
  });

  it('is saved from the revision that was seen, and once per command', async () => {
    const { id } = await create();
    const changed = drawn.replace('name="a"', 'name="审批"');
    const command = { commandId: newId(), id, rev: 1, xml: changed };
    expect(await saveProcessDraft(ctx, command)).toEqual({ rev: 2 });
    expect(await saveProcessDraft(ctx, command)).toEqual({ rev: 2 });
    expect(await refusedUnchanged(() => save(id, 1, drawn))).toBe('CONFLICT_STALE');
    expect((await getProcess(ctx, { id })).xml).toBe(changed);
  });

  it('keeps what the designer could not show of an imported file', async () => {
    const foreign = drawn.replace('</bpmn:userTask>', '<bpmn:mystery x="1">kept</bpmn:mystery></bpmn:userTask>');
    const { id } = await create(foreign);
    await save(id, 1, drawn.replace('name="a"', 'name="审批"'));
    const { xml } = await getProcess(ctx, { id });
    expect(xml).toContain('name="审批"');
    expect(xml).toMatch(/<bpmn:mystery[^>]*x="1">kept<\/bpmn:mystery>/);
  });

  it('refuses hostile and broken text, and nothing is stored', async () => {
    const { id } = await create();
    expect(await refusedUnchanged(() => save(id, 1, drawn.replace('?>', '?><!DOCTYPE x>')))).toBe('MODEL_DTD_FORBIDDEN');
    expect(await refusedUnchanged(() => save(id, 1, '{"no":"xml"}'))).toBe('MODEL_XML_INVALID');
    expect(await refusedUnchanged(() => create('<html/>'))).toBe('MODEL_NAMESPACE');
    expect(await refusedUnchanged(() => create(drawn.replace('name="a"', 'name="\u0001"')))).toBe('TEXT_CONTROL_CHAR');
    expect(await refusedUnchanged(() => importModel(ctx, { xml: drawn.slice(0, 400) }))).toBe('MODEL_XML_INVALID');
  });

  it('is for designers, and for its owners when it has some', async () => {
    const { id } = await create();
    expect(await refusedUnchanged(async () => create(drawn, employee))).toBe('FORBIDDEN');
    expect(await refusedUnchanged(() => save(id, 1, drawn, employee))).toBe('FORBIDDEN');
    expect(await refusedUnchanged(() => save(id, 1, drawn, other))).toBe('FORBIDDEN');
    expect(await refusedUnchanged(() => publish(id, 1, other))).toBe('FORBIDDEN');
    expect(await refusedUnchanged(async () => deleteProcess(other, { commandId: newId(), id }))).toBe('FORBIDDEN');
    await setProcessOwners(ctx, { commandId: newId(), id, ownerIds: [] });
    expect(await save(id, 1, drawn, other)).toEqual({ rev: 2 });
    await setProcessOwners(ctx, { commandId: newId(), id, ownerIds: [(await addUser('owner')).id] });
    expect(await save(id, 2, drawn, admin)).toEqual({ rev: 3 });
  });

  it('can be copied into a new process', async () => {
    const { id } = await create();
    const copy = await duplicateProcess(ctx, { commandId: newId(), id });
    const detail = await getProcess(ctx, { id: copy.id });
    expect([detail.name.zh, detail.name.en]).toEqual(['流程 副本', 'Flow (copy)']);
    expect(detail.key).not.toBe((await getProcess(ctx, { id })).key);
  });
});

describe('publishing', () => {
  it('refuses what cannot run, names the element, and stores nothing', async () => {
    const cases: [string, string, string][] = [
      ['MODEL_SETTING_INVALID', 'a', modelText(plain, { settings: { a: { assignment: [] } } })],
      ['MODEL_UNSOUND', 'j', modelText('start s\nand g\nuser a\nuser b\nxor j\nend e\ns > g\ng > a\ng > b\na > j\nb > j\nj > e')],
      [
        'MODEL_UNSOUND',
        'j',
        modelText('start s\nxor g\nuser a\nuser b\nand j\nend e\ns > g\ng > a [round > 1]\ng > b default\na > j\nb > j\nj > e'),
      ],
      ['MODEL_NO_DEFAULT', 'g', modelText('start s\nxor g\nend e\nend f\ns > g\ng > e [round > 1]\ng > f [round = 5]')],
      ['MODEL_EXPR_INVALID', 'g_e', modelText('start s\nxor g\nend e\nend f\ns > g\ng > e [rund > 1]\ng > f default')],
      [
        'MODEL_TIMER_INVALID',
        't',
        modelText('start s\ntimer t\nend e\ns > t\nt > e', {
          inside: { t: '<bpmn:timerEventDefinition><bpmn:timeDuration>PT0S</bpmn:timeDuration></bpmn:timerEventDefinition>' },
        }),
      ],
      ['MODEL_ELEMENT_UNSUPPORTED', 'x', modelText('start s\nscriptTask x\nend e\ns > x\nx > e')],
      ['MODEL_ELEMENT_UNSUPPORTED', 'x', modelText('start s\nservice x\nend e\ns > x\nx > e')],
      ['MODEL_RECURSION', 'x', modelText('start s\ncallActivity x\nend e\ns > x\nx > e', { attributes: { x: ' calledElement="P"' } })],
    ];
    for (const [code, place, xml] of cases) {
      const { id } = await create(xml);
      const before = await stored();
      await expect(publish(id, 1), code).rejects.toMatchObject({
        code,
        path: place,
        issues: expect.arrayContaining([expect.objectContaining({ code, path: place })]),
      });
      expect(await stored()).toEqual(before);
    }
  });

  it('makes immutable versions of one number each, also when two publish at once', async () => {
    const { id } = await create();
    const outcomes = await Promise.all([publish(id, 1), publish(id, 1)]);
    expect(new Set(outcomes.map(({ no }) => no))).toEqual(new Set([1, 2]));
    expect(await refusedUnchanged(() => publish(id, 7))).toBe('CONFLICT_STALE');
    await save(id, 1, drawn.replace('name="a"', 'name="审批"'));
    expect(await publish(id, 2)).toMatchObject({ no: 3 });
    const versions = await processVersions(ctx, { id });
    expect(versions.map(({ no }) => no)).toEqual([3, 2, 1]);
    const { rows } = await query<{ name: string }>({
      text: `select definition->'elements'->'a'->>'name' as name from portal.process_version where process_id = $1 order by no`,
      values: [id],
    });
    expect(rows.map((row) => row.name)).toEqual(['a', 'a', '审批']);
  });

  it('pins the latest version of the form, and checks the model against it', async () => {
    const schema = {
      title: { zh: '单', en: '' },
      sections: [
        {
          id: 'scccccccc1',
          type: 'section' as const,
          label: { zh: '', en: '' },
          children: [{ id: 'fccccccc01', key: 'amount', type: 'integer' as const, label: { zh: '数', en: '' }, span: 12 }],
        },
      ],
    };
    const form = await createForm(ctx, { commandId: commandId(), name: { zh: '单', en: '' }, schema });
    const model = (condition: string) =>
      modelText(`start s\nuser a\nxor g\nend e\nend f\ns > a\na > g\ng > e [${condition}]\ng > f default`, {
        settings: { '': { ...defaultProcess, formId: form.id } },
      });
    const { id } = await create(model('amount > 5'));
    await expect(publish(id, 1)).rejects.toMatchObject({
      issues: expect.arrayContaining([expect.objectContaining({ params: expect.objectContaining({ problem: 'formUnpublished' }) })]),
    });
    await publishForm(ctx, { commandId: commandId(), id: form.id, rev: 1, note: '' });
    await publish(id, 1);
    const { rows } = await query<{ same: boolean; names: { amount: string } }>({
      text: `select v.form_version_id = f.latest_version_id as same, v.definition->'names' as names from portal.process p join portal.process_version v on v.id = p.latest_version_id join portal.form f on f.id = p.form_id where p.id = $1`,
      values: [id],
    });
    expect(rows[0]).toMatchObject({ same: true, names: { amount: 'number' } });
    // A file that names the form is judged by it, too.
    const errorsOf = async (xml: string) => (await importModel(ctx, { xml })).problems.filter(({ level }) => level === 'error');
    expect(await errorsOf(model('amount > 5'))).toEqual([]);
    expect((await errorsOf(model('menge > 5'))).map(({ code }) => code)).toEqual(['expressionInvalid']);
    await save(id, 1, model('menge > 5'));
    expect(await refusedUnchanged(() => publish(id, 2))).toBe('MODEL_EXPR_INVALID');
  });
});

describe('versions', () => {
  it('tell what changed, in words of the model', async () => {
    const { id } = await create();
    const { versionId } = await publish(id, 1);
    await save(
      id,
      1,
      modelText('start s\nuser a\nuser b\nend e\ns > a\na > b\nb > e', { settings: { a: { completion: { rule: 'all' } } } }).replace(
        'name="s"',
        'name="提交"',
      ),
    );
    const changes = await diffProcess(ctx, { id, fromVersionId: versionId, toVersionId: null });
    expect(changes.map(({ kind, elementId }) => `${kind} ${elementId}`)).toEqual([
      'renamed s',
      'setting a',
      'added b',
      'removed a_e',
      'added a_b',
      'added b_e',
    ]);
    expect(changes.find((change) => change.kind === 'setting')).toMatchObject({
      path: 'completion',
      label: '怎样算通过',
      beforeText: '或签',
      afterText: '会签',
    });
    expect(await diffProcess(ctx, { id, fromVersionId: versionId, toVersionId: versionId })).toEqual([]);
  });

  it('can be put back into the draft, byte for byte', async () => {
    const { id } = await create();
    const { versionId } = await publish(id, 1);
    await save(id, 1, drawn.replace('name="a"', 'name="审批"'));
    expect(await replaceDraft(ctx, { commandId: newId(), id, rev: 2, from: { versionId } })).toEqual({ rev: 3 });
    expect(await diffProcess(ctx, { id, fromVersionId: versionId, toVersionId: null })).toEqual([]);
    expect(await refusedUnchanged(() => replaceDraft(ctx, { commandId: newId(), id, rev: 2, from: { versionId } }))).toBe('CONFLICT_STALE');
    expect(await refusedUnchanged(() => replaceDraft(ctx, { commandId: newId(), id, rev: 3, from: { versionId: newId() } }))).toBe(
      'NOT_FOUND',
    );
  });

  it('are exported as the bytes that came in', async () => {
    const latin = Buffer.from(
      modelText(plain)
        .replace('流程', 'Prüfung')
        .replace('UTF-8', 'ISO-8859-1')
        .replace(
          '</bpmn:definitions>',
          '<di:BPMNDiagram xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"><di:BPMNPlane/></di:BPMNDiagram></bpmn:definitions>',
        ),
      'latin1',
    );
    const { id } = await create();
    await replaceDraft(ctx, { commandId: newId(), id, rev: 1, from: { file: { base64: latin.toString('base64') } } });
    const { base64, fileName } = await exportProcess(ctx, { id, versionId: null });
    expect(Buffer.from(base64, 'base64').equals(latin)).toBe(true);
    const { versionId } = await publish(id, 2);
    const version = await exportProcess(ctx, { id, versionId });
    expect(Buffer.from(version.base64, 'base64').equals(latin)).toBe(true);
    expect([fileName.endsWith('.bpmn'), version.fileName.endsWith('-v1.bpmn')]).toEqual([true, true]);
    expect((await getProcess(ctx, { id })).xml).toContain('encoding="UTF-8"');
    expect(await refusalOf(exportProcess(ctx, { id, versionId: newId() }))).toBe('NOT_FOUND');
  });

  it('of foreign tools are told element by element, and get a drawing', async () => {
    const imported = await importModel(ctx, {
      xml: modelText('start s\nscriptTask x\nend e\ns > x\nx > e').replace('</bpmn:process>', '<bpmn:mystery/></bpmn:process>'),
    });
    expect(imported).toMatchObject({ name: '流程', hasDiagram: false, elementCount: 3, repaired: false });
    expect(imported.problems.map(({ code, elementId }) => `${code} ${elementId}`)).toContain('scriptUnsupported x');
    expect(imported.notUnderstood).toMatchObject([{ kind: 'element', name: 'bpmn:mystery', elementId: 'P' }]);
    expect(imported.xml).toContain('BPMNPlane');
    const wild = drawn.replace(
      '</bpmn:definitions>',
      '<di:BPMNDiagram xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"><di:BPMNPlane><di:BPMNShape id="x" bpmnElement="a"><dc:Bounds x="NaN" y="1e308" width="5" height="5"/></di:BPMNShape></di:BPMNPlane></di:BPMNDiagram></bpmn:definitions>',
    );
    expect((await importModel(ctx, { xml: wild })).xml).toContain('<dc:Bounds x="0" y="100000" width="5" height="5"/>');
  });
});

describe('the library', () => {
  it('deletes what nobody used, and retires what runs', async () => {
    const { id } = await create();
    await publish(id, 1);
    const gone = await draftOf(id);
    expect(await deletePlan(ctx, { id })).toEqual({ outcome: 'deleted', versions: 1, open: 0, drafts: 1 });
    expect(await deleteProcess(ctx, { commandId: newId(), id })).toEqual({ outcome: 'deleted', versionsDeleted: 1 });
    expect(await isDraft(gone)).toBe(false);
    expect(await refusalOf(getProcess(ctx, { id }))).toBe('NOT_FOUND');

    const used = await create();
    const { versionId } = await publish(used.id, 1);
    await publish(used.id, 1);
    const applicantId = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
    await query({
      text: `insert into portal.process_instance (root_instance_id, id, process_id, version_id, applicant_id, title, number, started_at, status, version) values ($1, $1, $2, $3, $4, '', 'N-1', now(), 'running', 1)`,
      values: [newId(), used.id, versionId, applicantId],
    });
    const kept = await draftOf(used.id);
    expect(await deletePlan(ctx, { id: used.id })).toEqual({ outcome: 'retired', versions: 1, open: 1, drafts: 1 });
    expect(await deleteProcess(ctx, { commandId: newId(), id: used.id })).toEqual({ outcome: 'retired', versionsDeleted: 1 });
    // It may be brought back: what people have begun is not lost.
    expect(await isDraft(kept)).toBe(true);
    expect(await getProcess(ctx, { id: used.id })).toMatchObject({ retired: true, openInstances: 1, latestNo: 1 });
  });

  it('retires and takes back', async () => {
    const { id } = await create();
    await retireProcess(ctx, { commandId: newId(), id });
    expect(await refusedUnchanged(async () => retireProcess(ctx, { commandId: newId(), id }))).toBe('STATE_CONFLICT');
    expect((await listProcesses(ctx, { retired: true })).map((item) => item.id)).toContain(id);
    await unretireProcess(ctx, { commandId: newId(), id });
    expect((await listProcesses(ctx, { retired: false })).map((item) => item.id)).toContain(id);
  });

  it('sorts by categories, which go when they are empty', async () => {
    const category = await saveCategory(ctx, { commandId: newId(), name: { zh: '测试', en: 'Tests' }, code: 'tests', sortOrder: 1 });
    expect(
      await refusedUnchanged(async () =>
        saveCategory(ctx, { commandId: newId(), name: { zh: '又', en: '' }, code: 'tests', sortOrder: 2 }),
      ),
    ).toBe('NAME_TAKEN');
    const { id } = await create();
    await saveProcessDraft(ctx, { commandId: newId(), id, rev: 1, xml: drawn, categoryId: category.id, name: { zh: '改名', en: '' } });
    expect((await listProcesses(ctx, { retired: false, text: '改名' }))[0]).toMatchObject({
      id,
      categoryName: { zh: '测试', en: 'Tests' },
      updatedBy: { name: expect.any(String), nameEn: expect.any(String) },
    });
    expect(await refusedUnchanged(async () => deleteCategory(ctx, { commandId: newId(), id: category.id }))).toBe('IN_USE');
    await deleteProcess(ctx, { commandId: newId(), id });
    await deleteCategory(ctx, { commandId: newId(), id: category.id });
  });

  it('keeps categories in the order that is said, each with a name of its own', async () => {
    const add = (zh: string, en = '') => saveCategory(ctx, { commandId: newId(), name: { zh, en } });
    const [one, two] = [await add('甲类', 'Kind A'), await add('乙类')];
    const ids = async () => (await listCategories(ctx)).map(({ id }) => id);
    expect((await ids()).slice(-2)).toEqual([one.id, two.id]);
    expect(await refusedUnchanged(() => add('甲类'))).toBe('NAME_TAKEN');
    expect(await refusedUnchanged(() => add('丙类', 'kind a'))).toBe('NAME_TAKEN');
    const turned = (await ids()).toReversed();
    await orderCategories(ctx, { commandId: newId(), ids: turned });
    expect(await ids()).toEqual(turned);
    // A new name leaves it where it stands.
    await saveCategory(ctx, { commandId: newId(), id: one.id, name: { zh: '甲', en: 'Kind A' } });
    expect(await ids()).toEqual(turned);
    for (const wrong of [turned.slice(1), [...turned, newId()], [...turned.slice(1), turned[1] ?? '']])
      expect(await refusedUnchanged(() => orderCategories(ctx, { commandId: newId(), ids: wrong }))).toBe('CONFLICT_STALE');
  });

  it('takes a category out of use: what is in it stays and can leave, nothing comes in', async () => {
    const category = await saveCategory(ctx, { commandId: newId(), name: { zh: '将停用', en: '' } });
    const { id } = await create();
    const { id: other } = await create();
    const put = (process: string, categoryId: string | null) => setProcessCategory(ctx, { commandId: newId(), id: process, categoryId });
    await put(id, category.id);
    await disableCategory(ctx, { commandId: newId(), id: category.id, disabled: true });
    expect((await listCategories(ctx)).find((row) => row.id === category.id)).toMatchObject({ disabled: true, processes: 1 });
    expect(await refusedUnchanged(() => put(other, category.id))).toBe('FIELD_REF');
    expect(await refusedUnchanged(() => disableCategory(ctx, { commandId: newId(), id: category.id, disabled: true }))).toBe(
      'STATE_CONFLICT',
    );
    // Its draft is still saved with the category that it has.
    await saveProcessDraft(ctx, { commandId: newId(), id, rev: 1, xml: drawn, categoryId: category.id });
    await publish(id, 2);
    const shown = async () => (await launchable(ctx, {})).categories.find((row) => row.processes.some((process) => process.id === id));
    expect((await shown())?.id).toBeNull();
    await disableCategory(ctx, { commandId: newId(), id: category.id, disabled: false });
    expect((await shown())?.id).toBe(category.id);
    await put(id, null);
    expect((await shown())?.id).toBeNull();
  });
});

describe('the owners of a process', () => {
  it('are people and departments that are there; they and administrators change it from then on', async () => {
    const { id } = await create();
    const owner = await addUser('负责人');
    const department = await addDepartment('财务部');
    const member = await addUser('会计', { departmentId: department.id });
    const set = (ownerIds: string[], by = ctx) => setProcessOwners(by, { commandId: newId(), id, ownerIds });
    expect(await refusedUnchanged(() => set([owner.id, newId()]))).toBe('FIELD_REF');
    await set([owner.id, department.id]);
    expect(await processOwners(ctx, { id })).toMatchObject([
      { kind: 'user', id: owner.id, name: { zh: '负责人' }, disabled: false },
      { kind: 'department', id: department.id, name: { zh: '财务部' } },
    ]);
    expect((await listProcesses(ctx, { retired: false })).find((row) => row.id === id)?.owners).toHaveLength(2);
    const designer = ctxOf(await addUser('designer'), ['process.design', 'process.publish']);
    expect(await refusedUnchanged(() => set([], designer))).toBe('FORBIDDEN');
    const [asOwner, asMember] = [owner, member].map((user) => ctxOf(user, ['process.design', 'process.publish']));
    // Whoever has left since then may stay named.
    await query({ text: 'update portal."user" set disabled_at = now() where id = $1', values: [owner.id] });
    await set([owner.id, department.id, member.id], asMember);
    await set([], asOwner);
    expect(await processOwners(ctx, { id })).toEqual([]);
    await set([member.id], designer);
    expect(await refusedUnchanged(() => set([owner.id, member.id], asMember))).toBe('FIELD_REF');
  });
});

// helpers //////////////////////

/** What somebody has begun to fill in and not submitted. */
async function draftOf(processId: string): Promise<string> {
  const id = newId();
  await query({
    text: `insert into portal.request_draft (id, user_id, process_id, values) values ($1, $2, $3, '{}')`,
    values: [id, ctx.actor.kind === 'user' ? ctx.actor.userId : null, processId],
  });
  return id;
}

async function isDraft(id: string): Promise<boolean> {
  const { rows } = await query({ text: 'select 1 from portal.request_draft where id = $1', values: [id] });
  return rows.length > 0;
}
