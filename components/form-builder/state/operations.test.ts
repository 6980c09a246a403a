import { describe, expect, it } from 'vitest';
import { formSchemaSchema, type FormSchema } from '@/forms/schema/schema';
import { newFieldId } from '@/forms/schema/ids';
import { newField } from './new-field';
import { allFields, findNode } from './locate';
import { addSection, duplicateNode, insertNode, moveNode, nudgeNode, removeNode, removeSection, updateNode } from './operations';

function form(): FormSchema {
  const { schema, sectionId } = addSection({ title: { zh: '表', en: 'Form' }, sections: [] }, 0);
  let result = schema;
  for (const [index, type] of (['text', 'money', 'subTable'] as const).entries())
    result = insertNode(result, newField(type), { sectionId, subTableId: null, index });
  return result;
}
const ids = (schema: FormSchema) => schema.sections.map((section) => section.children.map((node) => node.id));

describe('form builder operations', () => {
  it('gives a second field of a kind a key of its own', () => {
    const schema = form();
    const place = { sectionId: schema.sections[0]?.id ?? '', subTableId: null, index: 0 };
    const twice = insertNode(insertNode(schema, newField('text'), place), newField('text'), place);
    const keys = allFields(twice).map((field) => field.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(formSchemaSchema.safeParse(twice).success).toBe(true);
  });

  it('moves a field forward past its neighbour, and back again', () => {
    const schema = form();
    const [first, second, third] = ids(schema)[0] ?? [];
    const moved = moveNode(schema, first ?? '', { sectionId: schema.sections[0]?.id ?? '', subTableId: null, index: 2 });
    expect(ids(moved)).toEqual([[second, first, third]]);
    expect(ids(nudgeNode(moved, first ?? '', -1))).toEqual(ids(schema));
  });

  it('moves a field into a sub-table as a column, but never a sub-table', () => {
    const schema = form();
    const [first, , table] = ids(schema)[0] ?? [];
    const place = { sectionId: schema.sections[0]?.id ?? '', subTableId: table ?? '', index: 0 };
    expect(findNode(moveNode(schema, first ?? '', place), first ?? '')?.place.subTableId).toBe(table);
    expect(moveNode(schema, table ?? '', place)).toBe(schema);
  });

  it('keeps the last column of a sub-table', () => {
    const schema = form();
    const table = schema.sections[0]?.children[2];
    const column = table?.type === 'subTable' ? table.columns[0] : undefined;
    expect(removeNode(schema, column?.id ?? '')).toBe(schema);
  });

  it('goes on into the next section at the edge of one', () => {
    const { schema, sectionId } = addSection(form(), 1);
    const last = ids(schema)[0]?.at(-1) ?? '';
    expect(findNode(nudgeNode(schema, last, 1), last)?.place.sectionId).toBe(sectionId);
  });

  it('hands the fields of a removed section to its neighbour', () => {
    const { schema } = addSection(form(), 1);
    const merged = removeSection(schema, schema.sections[0]?.id ?? '');
    expect(merged.sections).toHaveLength(1);
    expect(ids(merged)[0]).toHaveLength(3);
    expect(removeSection(merged, merged.sections[0]?.id ?? '')).toBe(merged);
  });

  it('copies a sub-table with ids of its own and totals that follow', () => {
    const base = form();
    const table = base.sections[0]?.children[2];
    if (table?.type !== 'subTable') throw new Error('no sub-table');
    const schema = updateNode(base, table.id, { totals: [{ columnId: table.columns[0]?.id, kind: 'count' }] });
    const { schema: copied, copyId } = duplicateNode(schema, table.id);
    const copy = findNode(copied, copyId ?? '')?.node;
    if (copy?.type !== 'subTable') throw new Error('no copy');
    expect(copy.totals[0]?.columnId).toBe(copy.columns[0]?.id);
    expect(copy.columns[0]?.id).not.toBe(table.columns[0]?.id);
  });

  it('drops an optional property that is set to undefined', () => {
    const schema = form();
    const id = ids(schema)[0]?.[0] ?? '';
    expect(Object.hasOwn(findNode(updateNode(schema, id, { help: undefined }), id)?.node ?? {}, 'help')).toBe(false);
    expect(newFieldId()).toMatch(/^[b-df-hj-np-tv-z0-9]{10}$/);
  });
});
