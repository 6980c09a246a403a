import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { isFoundBy } from '@/lib/reading';
import { query } from '@/server/db/client';
import { removeDocument } from '@/server/document/remove';
import { uploadDocument } from '@/server/document/upload';
import { catchUpSearchKeys } from '@/server/search/write-keys';
import { returnTask } from '@/server/task/return';
import { addUser, ctxOf, publishAgain, refusalOf } from '@/test/portal';
import { approved, openItem, submitted } from '@/test/request';
import { filled, trip } from '@/test/trip';
import { draftDelete } from './draft-delete';
import { draftGet } from './draft-get';
import { draftList } from './draft-list';
import { draftSave, type DraftSaveInput } from './draft-save';
import { launchable } from './launchable';
import { listMine } from './list-mine';
import { preview } from './preview';
import { setFavourite } from './set-favourite';
import { startForm } from './start-form';
import { urge } from './urge';

describe('drafts', () => {
  async function saved(values: DraftSaveInput['values'] = { reason: '赴深圳' }) {
    const of = await trip();
    const ctx = ctxOf(of.applicant);
    const base = { processId: of.processId, formVersionId: of.formVersionId, chosen: {}, documents: [], departmentId: null };
    const first: DraftSaveInput = { ...base, commandId: newId(), values, rev: 0 };
    return { of, ctx, base, first, draft: await draftSave(ctx, first) };
  }

  it('keep anything that was filled in, right or wrong, under the title it would have', async () => {
    const { of, ctx, draft } = await saved({ reason: '赴深圳', kind: 'boat', companions: ['nobody'] });
    expect(draft).toMatchObject({ rev: 1, title: '出差：赴深圳' });
    expect(await draftGet(ctx, { draftId: draft.id })).toMatchObject({ values: { kind: 'boat' }, rev: 1 });
    expect((await draftList(ctx, { limit: 10 })).items).toMatchObject([
      { id: draft.id, title: '出差：赴深圳', process: { name: { zh: '出差申请' } }, outdated: false },
    ]);
    await publishAgain(of.processId, of.definition);
    expect((await draftList(ctx, { limit: 10 })).items[0]?.outdated).toBe(true);
  });

  it('are saved on the revision that was edited; a repeat finds its own work, another tab is CONFLICT_STALE', async () => {
    const { ctx, base, first, draft } = await saved();
    expect(await draftSave(ctx, first)).toEqual(draft);
    const next: DraftSaveInput = { ...base, commandId: newId(), draftId: draft.id, values: { reason: 'b' }, rev: 1 };
    expect(await draftSave(ctx, next)).toMatchObject({ rev: 2 });
    expect(await draftSave(ctx, next)).toMatchObject({ rev: 2 });
    expect(await refusalOf(draftSave(ctx, { ...next, values: { reason: 'c' } }))).toBe('CONFLICT_STALE');
    expect((await draftGet(ctx, { draftId: draft.id })).values).toEqual({ reason: 'b' });
  });

  it('keep the files that were added, by their names, and the department; not what is bound, taken away or somebody else’s', async () => {
    const { of, ctx, base, first, draft } = await saved();
    const upload = async (by = ctx) => (await uploadDocument(by, { name: '说明.txt', bytes: Buffer.from('text') })).id;
    const [kept, bound, removed, foreign] = [await upload(), await upload(), await upload(), await upload(ctxOf(of.boss))];
    const named = [kept, bound, removed, foreign, newId()].map((documentId) => ({ documentId, documentTypeId: 'note' }));
    const next: DraftSaveInput = {
      ...first,
      commandId: newId(),
      draftId: draft.id,
      documents: named,
      departmentId: of.departmentId,
      rev: 1,
    };
    expect(await draftSave(ctx, next)).toMatchObject({ rev: 2 });
    expect(await draftSave(ctx, next)).toMatchObject({ rev: 2 });
    expect(await draftGet(ctx, { draftId: draft.id })).toMatchObject({
      documents: named.slice(0, 3),
      departmentId: of.departmentId,
      lookups: { documents: { [kept]: { name: '说明.txt', size: 4 } } },
    });
    expect(await refusalOf(draftSave(ctx, { ...next, documents: [] }))).toBe('CONFLICT_STALE');

    await submitted(of, { values: { ...filled, receipts: [bound] } });
    await removeDocument(ctx, { commandId: newId(), documentId: removed });
    expect((await draftGet(ctx, { draftId: draft.id })).documents).toEqual(named.slice(0, 1));
    const later = { ...base, commandId: newId(), draftId: draft.id, values: {}, documents: named, rev: 2 };
    await draftSave(ctx, later);
    const { rows } = await query({ text: 'select documents from portal.request_draft where id = $1', values: [draft.id] });
    expect(rows).toEqual([{ documents: named.slice(0, 1) }]);
  });

  it('are their owner’s alone', async () => {
    const { of, ctx, base, draft } = await saved();
    const other = ctxOf(of.boss);
    expect(await refusalOf(draftGet(other, { draftId: draft.id }))).toBe('NOT_FOUND');
    expect(await refusalOf(draftSave(other, { ...base, commandId: newId(), draftId: draft.id, values: {}, rev: 1 }))).toBe('NOT_FOUND');
    await draftDelete(other, { commandId: newId(), draftId: draft.id });
    expect((await draftList(ctx, { limit: 10 })).items).toHaveLength(1);
    await draftDelete(ctx, { commandId: newId(), draftId: draft.id });
    await draftDelete(ctx, { commandId: newId(), draftId: draft.id });
    expect((await draftList(ctx, { limit: 10 })).items).toEqual([]);
  });
});

describe('own requests', () => {
  it('are listed with who has them, by state, process and text, page by page', async () => {
    const of = await trip();
    const ids = [await submitted(of), await submitted(of, { values: { ...filled, reason: '赴广州' } }), await submitted(of)];
    await approved(of.boss, ids[0]!, 'manager');
    await approved(of.finance, ids[0]!, 'finance');
    await returnTask(ctxOf(of.boss), {
      commandId: newId(),
      workItemId: await openItem(ids[1]!, 'manager'),
      comment: 'x',
      values: {},
      rev: 1,
      documents: [],
    });
    const ctx = ctxOf(of.applicant);
    const list = async (more: object = {}) => (await listMine(ctx, { limit: 20, state: 'all', ...more })).items;
    expect(
      (await list()).map((item) => [item.id, item.seal, item.holders.flatMap((holder) => holder.people.map((person) => person.name))]),
    ).toEqual([
      [ids[2], 'running', ['王敏']],
      [ids[1], 'rework', ['李卓']],
      [ids[0], 'approved', []],
    ]);
    // How far each has come, and whether somebody may be reminded from the list.
    const steps = async () => (await list()).map(({ progress, holders }) => [progress, holders.some(({ mayUrge }) => mayUrge)]);
    const back = { done: 0, now: 1, ahead: 2 };
    expect(await steps()).toEqual([
      [{ done: 0, now: 1, ahead: 1 }, true],
      [back, false],
      [null, false],
    ]);
    await urge(ctx, { commandId: newId(), instanceId: ids[2]!, comment: '' });
    expect((await steps())[0]?.[1]).toBe(false);
    await approved(of.boss, ids[2]!, 'manager');
    expect((await steps())[0]).toEqual([{ done: 1, now: 1, ahead: 0 }, true]);
    expect((await list())[0]?.summary.map((field) => field.key)).toEqual(['total', 'kind', 'secret']);
    expect((await list({ state: 'running' })).map((item) => item.id)).toEqual([ids[2], ids[1]]);
    expect((await list({ state: 'rework' })).map((item) => item.id)).toEqual([ids[1]]);
    expect((await list({ state: 'ended' })).map((item) => item.id)).toEqual([ids[0]]);
    expect((await list({ text: '广州' })).map((item) => item.id)).toEqual([ids[1]]);
    expect(await list({ text: '_' })).toEqual([]);
    expect(await list({ processId: newId() })).toEqual([]);
    const first = await listMine(ctx, { limit: 2, state: 'all' });
    const second = await listMine(ctx, { limit: 2, state: 'all', cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual([ids[2], ids[1], ids[0]]);
    expect(second.nextCursor).toBeNull();
    expect(await refusalOf(listMine(ctx, { limit: 2, state: 'all', cursor: 'forged' }))).toBe('CURSOR_INVALID');
    expect((await listMine(ctxOf(of.boss), { limit: 2, state: 'all' })).items).toEqual([]);
  });
});

describe('what one may start', () => {
  it('is grouped by category, with favourites and what was started last', async () => {
    const of = await trip({ settings: { description: { zh: '逐级审批', en: 'Level by level' } } });
    const only = {
      kind: 'some' as const,
      userIds: [(await addUser('other')).id],
      departmentIds: [],
      positionIds: [],
      roleIds: [],
      workGroupIds: [],
    };
    const hidden = await trip({ settings: { starter: only } });
    const categoryId = newId();
    await query({
      text: `insert into portal.process_category (id, code, name_zh, name_en) values ($1::uuid, ($1::uuid)::text, '差旅', 'Travel')`,
      values: [categoryId],
    });
    await query({
      text: `update portal.process set category_id = $2, name_zh = '出差申请甲' where id = $1`,
      values: [of.processId, categoryId],
    });
    await submitted(of);
    const ctx = ctxOf(of.applicant);
    await setFavourite(ctx, { commandId: newId(), processId: of.processId, favourite: true });
    expect(await refusalOf(setFavourite(ctx, { commandId: newId(), processId: hidden.processId, favourite: true }))).toBe('NOT_FOUND');
    const found = await launchable(ctx, {});
    const ids = found.categories.flatMap((category) => category.processes.map((process) => process.id));
    expect(ids).toContain(of.processId);
    expect(ids).not.toContain(hidden.processId);
    expect(found.categories.find((category) => category.id === categoryId)).toMatchObject({ name: { zh: '差旅', en: 'Travel' } });
    expect(found.favourites.map((process) => process.id)).toEqual([of.processId]);
    expect(found.recent.map(({ id, description }) => [id, description])).toEqual([
      [of.processId, { zh: '逐级审批', en: 'Level by level' }],
    ]);
    expect((await launchable(ctx, { text: '差申请甲' })).categories.flatMap((category) => category.processes)).toHaveLength(1);
    while ((await catchUpSearchKeys()) > 0);
    const byPinyin = await launchable(ctx, { text: 'sqjia' });
    expect(byPinyin.categories.flatMap((category) => category.processes).filter(({ keys }) => isFoundBy(keys, 'chucsq'))).toHaveLength(1);
    expect((await launchable(ctx, { text: '100%' })).categories).toEqual([]);
    await setFavourite(ctx, { commandId: newId(), processId: of.processId, favourite: false });
    expect((await launchable(ctx, {})).favourites).toEqual([]);
    await query({ text: 'update portal.process set retired_at = now() where id in ($1, $2)', values: [of.processId, hidden.processId] });
    expect((await launchable(ctx, { text: '差申请甲' })).categories).toEqual([]);
    expect(await refusalOf(startForm(ctx, { processId: of.processId }))).toBe('PROCESS_RETIRED');
    expect(await refusalOf(startForm(ctx, { processId: hidden.processId }))).toBe('NOT_FOUND');
  });

  it('comes with its form, the defaults, the documents and the departments', async () => {
    const of = await trip({
      settings: {
        documents: [
          { id: 'explain1', name: { zh: '说明', en: 'Explanation' }, required: true, formats: ['pdf'], maxCount: 1, addedAt: ['start'] },
        ],
      },
    });
    const form = await startForm(ctxOf(of.applicant), { processId: of.processId });
    expect(form).toMatchObject({
      process: { versionId: of.versionId },
      startElementId: 'start',
      form: { versionId: of.formVersionId, values: { reason: null, total: '0.00' } },
      documentTypes: [{ id: 'explain1', required: true, addable: true }],
      departments: [{ id: of.departmentId, primary: true }],
      choices: [],
    });
  });
});

describe('the outlook before submitting', () => {
  it('names the people of the chain by what is filled in so far, and stores nothing', async () => {
    const of = await trip();
    const input = { of: 'start' as const, processId: of.processId, versionId: of.versionId, chosen: {} };
    const half = await preview(ctxOf(of.applicant), { ...input, values: { reason: '赴深圳' } });
    expect(half).toMatchObject({ title: '出差：赴深圳', complete: true });
    expect(half.steps.map((step) => [step.elementId, step.kind, step.people.map((person) => person.name)])).toEqual([
      ['manager', 'human', ['王敏']],
      ['finance', 'human', ['苏青']],
      ['tell', 'read', ['周岚']],
    ]);
    expect(await refusalOf(preview(ctxOf(of.applicant), { ...input, values: { kind: 'boat' } }))).toBe('FIELD_OPTION');
    expect(await refusalOf(preview(ctxOf(of.applicant), { ...input, versionId: newId(), values: {} }))).toBe('CONFLICT_STALE');
    expect((await listMine(ctxOf(of.applicant), { limit: 2, state: 'all' })).items).toEqual([]);
  });

  it('of an item is for its person alone', async () => {
    const of = await trip();
    const workItemId = await openItem(await submitted(of), 'manager');
    const input = { of: 'item' as const, workItemId, values: { remark: 'x' }, chosen: {} };
    expect((await preview(ctxOf(of.boss), input)).steps.filter((step) => !step.now).map((step) => step.elementId)).toEqual([
      'finance',
      'tell',
    ]);
    expect(await refusalOf(preview(ctxOf(of.stranger), input))).toBe('NOT_FOUND');
    expect(await refusalOf(preview(ctxOf(of.boss), { ...input, values: { reason: 'x' } }))).toBe('FIELD_READONLY');
  });
});
