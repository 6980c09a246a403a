import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { start } from '@/server/instance/start';
import { startForm } from '@/server/instance/start-form';
import { decideTask } from '@/server/task/decide';
import { addUser, ctxOf, refusalOf } from '@/test/portal';
import { decision, openItem } from '@/test/request';
import { installTemplate } from './install';

describe('an ad-hoc matter', () => {
  it('goes from hand to hand until somebody finishes it', async () => {
    // given
    const designer = ctxOf(await addUser('designer'), [
      'template.install',
      'form.design',
      'form.publish',
      'process.design',
      'process.publish',
    ]);
    const { processId, missing } = await installTemplate(designer, { commandId: newId(), key: 'ad-hoc-matter' });
    const [asks, first, second] = [await addUser('李卓'), await addUser('郑楠'), await addUser('吴桐')];
    const form = await startForm(ctxOf(asks), { processId });
    expect(missing).toEqual([]);
    expect(form.choices.map((choice) => choice.elementId)).toEqual(['Handle']);
    const begin = (chosen: Record<string, string[]>) =>
      start(ctxOf(asks), {
        commandId: newId(),
        processId,
        versionId: form.process.versionId,
        values: { 事由: '搬工位', 要办的事: '下周一前搬完' },
        chosen,
        documents: [],
      });
    // when
    expect(await refusalOf(begin({}))).toBe('FIELD_REQUIRED');
    const { instanceId } = await begin({ Handle: [first.id] });
    const item = () => openItem(instanceId, 'Handle');
    const next = { 办完之后: 'next' };
    expect(await refusalOf(decideTask(ctxOf(first), decision(await item(), {})))).toBe('FIELD_REQUIRED');
    expect(await refusalOf(decideTask(ctxOf(first), decision(await item(), { values: next })))).toBe('FIELD_REQUIRED');
    const handed = await decideTask(ctxOf(first), decision(await item(), { values: next, chosen: { Handle: [second.id] } }));
    await decideTask(ctxOf(second), decision(await item(), { values: { 办完之后: 'done' }, rev: 2 }));
    // then
    expect(handed.next.flatMap((holder) => holder.people.map((person) => person.name))).toEqual(['吴桐']);
    const { rows } = await query({
      text: 'select status, outcome from portal.process_instance where root_instance_id = $1',
      values: [instanceId],
    });
    expect(rows).toEqual([{ status: 'completed', outcome: 'approved' }]);
  });
});
