import { describe, expect, it } from 'vitest';
import type { Field } from '@/forms/schema/schema';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { start } from '@/server/instance/start';
import { terminate } from '@/server/instance/terminate';
import { withdraw } from '@/server/instance/withdraw';
import { decideTask } from '@/server/task/decide';
import { ctxOf, refusalOf } from '@/test/portal';
import { decision, openItem, submitted } from '@/test/request';
import { fields, filled, trip, type Trip } from '@/test/trip';

const withUnique = [...Object.values(fields).filter((field) => field !== fields.card), { ...fields.card, unique: true } as Field];
const access = { fields: {}, default: 'edit' as const, rows: {} };
const unique = (): Promise<Trip> => trip({ fields: withUnique, manager: { access, onReject: { kind: 'end' } } });
const inputOf = (of: Trip, card: string) => ({
  commandId: newId(),
  processId: of.processId,
  versionId: of.versionId,
  // Rows of sub-tables have ids of their own.
  values: { ...filled, lines: [], card },
  chosen: {},
  documents: [],
});
const submit = async (of: Trip, card: string) => {
  const input = inputOf(of, card);
  await start(ctxOf(of.applicant), input);
  return input.commandId;
};

async function stateOf(of: Trip, instanceId: string): Promise<string | undefined> {
  const { rows } = await query<{ code: string }>({
    text: 'select f.code from portal.form f join portal.form_version v on v.form_id = f.id where v.id = $1',
    values: [of.formVersionId],
  });
  const found = await query<{ state: string }>({
    text: `select state from form_data.t_${rows[0]?.code} where instance_id = $1`,
    values: [instanceId],
  });
  return found.rows[0]?.state;
}

describe('a unique field', () => {
  it('U13: refuses a value that another request has, also in another composition, and stores nothing', async () => {
    const of = await unique();
    await submit(of, 'café');
    const again = inputOf(of, 'cafe\u0301');
    await expect(start(ctxOf(of.applicant), again)).rejects.toMatchObject({ code: 'FIELD_UNIQUE', path: 'card' });
    expect(await stateOf(of, again.commandId)).toBeUndefined();
  });

  it('goes to one of several that come at once; the others read which field it was', async () => {
    const of = await unique();
    const attempts = Array.from({ length: 6 }, () => inputOf(of, '6222 0001'));
    const results = await Promise.allSettled(attempts.map((input) => start(ctxOf(of.applicant), input)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    expect(refused).toEqual(Array.from({ length: 5 }, () => expect.objectContaining({ code: 'FIELD_UNIQUE', path: 'card' }) as unknown));
    const stored = await Promise.all(attempts.map(({ commandId }) => stateOf(of, commandId)));
    expect(stored.filter((state) => state !== undefined)).toEqual(['submitted']);
  });

  it.each<[string, (of: Trip, id: string) => Promise<unknown>]>([
    ['withdrawn', (of, id) => withdraw(ctxOf(of.applicant), { commandId: newId(), instanceId: id, reason: '' })],
    [
      'rejected',
      async (of, id) => decideTask(ctxOf(of.boss), decision(await openItem(id, 'manager'), { decision: 'reject', comment: 'no' })),
    ],
    [
      'rejected by somebody who also wrote something',
      async (of, id) =>
        decideTask(ctxOf(of.boss), decision(await openItem(id, 'manager'), { decision: 'reject', comment: 'no', values: { remark: 'x' } })),
    ],
    ['terminated', (of, id) => terminate(ctxOf(of.boss, ['instance.operate']), { commandId: newId(), instanceId: id, reason: 'gone' })],
  ])('is free again once the request was %s', async (_how, end) => {
    const of = await unique();
    const first = await submit(of, 'A-1');
    await end(of, first);
    expect(await stateOf(of, first)).toBe('void');
    const second = await submit(of, 'A-1');
    expect(await stateOf(of, second)).toBe('submitted');
    expect(await refusalOf(start(ctxOf(of.applicant), inputOf(of, 'A-1')))).toBe('FIELD_UNIQUE');
  });

  it('stays taken while the request runs and after it was approved, and may be kept by the request itself', async () => {
    const of = await unique();
    const id = await submit(of, 'B-1');
    await submit(of, 'B-2');
    const item = await openItem(id, 'manager');
    expect(await refusalOf(decideTask(ctxOf(of.boss), decision(item, { values: { card: 'B-2' } })))).toBe('FIELD_UNIQUE');
    await decideTask(ctxOf(of.boss), decision(item, { values: { card: 'B-1', remark: 'seen' } }));
    await decideTask(ctxOf(of.finance), decision(await openItem(id, 'finance'), { rev: 2 }));
    expect(await stateOf(of, id)).toBe('submitted');
    expect(await refusalOf(submitted(of, { values: { ...filled, lines: [], card: 'B-1' } }))).toBe('FIELD_UNIQUE');
  });
});
