import { describe, expect, it } from 'vitest';
import type { FormSchema, SubTableField } from '@/forms/schema/schema';
import { newField, newOrnament } from './new-field';
import { insertPlace } from './insert-place';
import { addSection, insertNode } from './operations';

const money = newField('money');
const table = newField('subTable') as SubTableField;
const note = newField('textarea');
const [column] = table.columns;

function form(): { schema: FormSchema; sectionId: string } {
  const { schema, sectionId } = addSection({ title: { zh: '表', en: 'Form' }, sections: [] }, 0);
  const filled = [money, table, note].reduce((to, node, index) => insertNode(to, node, { sectionId, subTableId: null, index }), schema);
  return { schema: addSection(filled, 1).schema, sectionId };
}

describe('where a component goes that is pressed', () => {
  it('is behind a selected sub-table, whatever it is: it never becomes a column unseen', () => {
    const { schema, sectionId } = form();
    for (const node of [newField('text'), newField('subTable'), newOrnament('divider'), null])
      expect(insertPlace(schema, table.id, node)).toMatchObject({ kind: 'behind', place: { sectionId, subTableId: null, index: 2 } });
  });

  it('is behind a selected column; what cannot be one goes behind its sub-table', () => {
    const { schema, sectionId } = form();
    const at = (node: Parameters<typeof insertPlace>[2]) => insertPlace(schema, column?.id ?? '', node);
    expect(at(newField('date'))).toMatchObject({ kind: 'column', place: { sectionId, subTableId: table.id, index: 1 } });
    expect(at(null)).toMatchObject({ kind: 'column', table: { id: table.id } });
    for (const node of [newField('subTable'), newOrnament('description')])
      expect(at(node)).toMatchObject({ kind: 'behind', behind: { id: table.id }, place: { sectionId, subTableId: null, index: 2 } });
  });

  it('is the end of the selected section, and of the last one when nothing is selected', () => {
    const { schema, sectionId } = form();
    expect(insertPlace(schema, sectionId, null)).toMatchObject({ kind: 'end', place: { sectionId, index: 3 } });
    expect(insertPlace(schema, null, null)).toMatchObject({ kind: 'end', place: { sectionId: schema.sections[1]?.id, index: 0 } });
    expect(insertPlace(schema, money.id, null)).toMatchObject({ kind: 'behind', place: { sectionId, index: 1 } });
  });
});
