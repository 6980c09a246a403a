import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { withTransaction } from '@/server/db/unit-of-work';
import { model } from '@/server/engine/testing/builder';
import { addDepartment, addUser, ctxOf, publish, refusalOf } from '@/test/portal';
import { listAudit, ListAuditInput } from './list';
import { writeAudit } from './write';

describe('the audit log', () => {
  it('calls what an entry is about by its name of today; what is gone or was never there has none', async () => {
    const [writer, person, department] = [await addUser('writer'), await addUser('person'), await addDepartment('财务')];
    const { processId } = await publish(model().start('s', 'e').end('e'), { name: '出差' });
    const about: [string, string][] = [
      ['user', person.id],
      ['department', department.id],
      ['process', processId],
      ['process', newId()],
      ['user', 'unknown'],
      ['installation', 'mail'],
    ];
    await withTransaction(async (tx) => {
      for (const [subjectKind, subjectId] of about)
        await writeAudit(tx, ctxOf(writer), { action: `${subjectKind}.tried`, subjectKind, subjectId });
    });
    await query({ text: `update portal.department set name_zh = '财务部', name_en = 'Finance' where id = $1`, values: [department.id] });
    const { items } = await listAudit(ctxOf(writer, ['audit.read']), ListAuditInput.parse({ actorId: writer.id }));
    expect(items.map((entry) => entry.subjectName).reverse()).toEqual([
      { zh: 'person', en: 'person en' },
      { zh: '财务部', en: 'Finance' },
      { zh: '出差', en: '出差' },
      null,
      null,
      null,
    ]);
    expect(new Set(items.map((entry) => entry.actorNameEn))).toEqual(new Set(['writer en']));
  });

  it('shows the entries about one kind of thing, and who looked is an entry too', async () => {
    const reader = await addUser('reader');
    const read = (action?: string) =>
      listAudit(ctxOf(reader, ['audit.read']), ListAuditInput.parse({ actorId: reader.id, ...(action && { action }) }));
    expect((await read()).items).toEqual([]);
    expect((await read('audit.')).items.map((entry) => entry.action)).toEqual(['audit.read']);
    expect((await read('user.')).items).toEqual([]);
  });

  it('is for those who may read it', async () => {
    expect(await refusalOf(listAudit(ctxOf(await addUser('curious')), ListAuditInput.parse({})))).toBe('FORBIDDEN');
  });
});
