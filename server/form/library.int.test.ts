import { beforeAll, describe, expect, it } from 'vitest';
import type { Field, FormSchema } from '@/forms/schema/schema';
import { newId } from '@/lib/id';
import type { Ctx } from '@/server/context';
import { addUser, ctxOf, publish as publishFlow, refusalOf } from '@/test/portal';
import { query } from '@/server/db/client';
import { model } from '@/server/engine/testing/builder';
import { createForm } from './create';
import { deleteForm } from './delete';
import { duplicateForm } from './duplicate';
import { exportForm } from './export';
import { getForm } from './get';
import { importForm } from './import';
import { listForms } from './list';
import { publishForm } from './publish';
import { unretireForm } from './unretire';

let ctx: Ctx;
beforeAll(async () => {
  ctx = ctxOf(await addUser('designer'), ['form.design', 'form.publish']);
});

const reason = { id: 'bcdfghjk01', key: 'reason', label: { zh: '事由', en: 'Reason' }, span: 12, type: 'text' } as Field;
const schema: FormSchema = {
  title: { zh: '单', en: 'Form' },
  sections: [{ id: 'bcdfghjkz0', type: 'section', label: { zh: '', en: '' }, children: [reason] }],
};
const create = () => createForm(ctx, { commandId: newId(), name: { zh: '单', en: 'Form' }, schema });
const idsOf = async (retired: boolean) => (await listForms(ctx, { limit: 100, retired })).items.map((form) => form.id);

describe('the library of forms', () => {
  it('copies a form under another name; the two have tables of their own', async () => {
    const first = await create();
    const copy = await duplicateForm(ctx, { commandId: newId(), id: first.id, name: { zh: '副本', en: '' } });
    expect(copy.code).not.toBe(first.code);
    expect(await getForm(ctx, copy)).toMatchObject({ draft: { title: { zh: '副本' }, sections: schema.sections }, latest: null });
    await publishForm(ctx, { commandId: newId(), id: first.id, rev: 1, note: '' });
    await publishForm(ctx, { commandId: newId(), id: copy.id, rev: 1, note: '' });
  });

  it('gives a form as a file that makes the same form again, and refuses any other file', async () => {
    const { id } = await create();
    const file = await exportForm(ctx, { id });
    const made = await importForm(ctx, { commandId: newId(), file: JSON.parse(JSON.stringify(file)) as unknown });
    expect((await getForm(ctx, made)).draft).toEqual(schema);
    for (const [wrong, code] of [
      [{ ...file, kind: 'other' }, 'FORM_SCHEMA_INVALID'],
      [{ ...file, schema: { ...file.schema, script: 'x' } }, 'FORM_SCHEMA_INVALID'],
      [
        { ...file, schema: { title: schema.title, sections: [{ ...schema.sections[0], children: [{ ...reason, type: 'hologram' }] }] } },
        'FORM_TYPE_UNKNOWN',
      ],
      [null, 'FORM_SCHEMA_INVALID'],
    ] as const)
      expect(await refusalOf(importForm(ctx, { commandId: newId(), file: wrong }))).toBe(code);
  });

  it('deletes what was never published, retires what was, and takes it back', async () => {
    const draft = await create();
    expect(await deleteForm(ctx, { commandId: newId(), id: draft.id })).toEqual({ outcome: 'deleted' });
    const live = await create();
    await publishForm(ctx, { commandId: newId(), id: live.id, rev: 1, note: '' });
    expect(await deleteForm(ctx, { commandId: newId(), id: live.id })).toEqual({ outcome: 'retired' });
    expect([await idsOf(false), await idsOf(true)]).toEqual([expect.not.arrayContaining([live.id]), expect.arrayContaining([live.id])]);
    await unretireForm(ctx, { commandId: newId(), id: live.id });
    expect(await idsOf(false)).toContain(live.id);
    expect(await refusalOf(unretireForm(ctx, { commandId: newId(), id: live.id }))).toBe('NOT_FOUND');
  });

  it('keeps a form that a live process uses', async () => {
    const { id } = await create();
    const { versionId } = await publishForm(ctx, { commandId: newId(), id, rev: 1, note: '' });
    const flow = await publishFlow(model({}).start('s', 'e').end('e'), { formVersionId: versionId, name: '报销' });
    await query({ text: 'update portal.process set form_id = $1 where id = $2', values: [id, flow.processId] });
    await expect(deleteForm(ctx, { commandId: newId(), id })).rejects.toMatchObject({ code: 'FORM_IN_USE', params: { process: '报销' } });
  });
});
