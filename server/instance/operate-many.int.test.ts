import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { model } from '@/server/engine/testing/builder';
import { heldItems } from '@/server/monitor/held-items';
import { addUser, countRows, ctxOf, publishAgain, refusalOf } from '@/test/portal';
import { returnTask } from '@/server/task/return';
import { approved, openItem, submitted } from '@/test/request';
import { trip } from '@/test/trip';
import { byId } from './by-id';
import { operateMany, OperateManyInput, type RowOutcome } from './operate-many';
import { terminate } from './terminate';

const operator = ['instance.operate'] as const;
const said = (rows: readonly RowOutcome[]) => rows.map((row) => (row.ok ? 'ok' : row.code));
const rowOf = (instanceId: string) => ({ commandId: newId(), instanceId });

describe('an act on several requests', () => {
  it('is carried out row by row: what is refused is named with its reason and holds up none of the others', async () => {
    const of = await trip();
    const [one, ended, other] = [await submitted(of), await submitted(of), await submitted(of)];
    const ctx = ctxOf(of.stranger, operator);
    await terminate(ctx, { ...rowOf(ended), reason: 'before' });
    const { rows } = await operateMany(ctx, { action: 'suspend', reason: '系统升级', rows: [one, ended, newId(), other].map(rowOf) });
    expect(said(rows)).toEqual(['ok', 'STATE_CONFLICT', 'NOT_FOUND', 'ok']);
    expect(rows[1]).toMatchObject({ instanceId: ended, message: expect.stringMatching(/\p{Script=Han}/u) as unknown });
    for (const id of [one, other]) {
      const page = await byId(ctx, { id });
      expect(page.seal).toBe('suspended');
      // Each has the reason in its own journal.
      expect(page.timeline.flatMap((entry) => (entry.type === 'act' && entry.act === 'suspended' ? [entry.text] : []))).toEqual([
        '系统升级',
      ]);
    }
  });

  it('says why a request as it stands cannot be acted on', async () => {
    const of = await trip();
    const [one, suspended, ended] = [await submitted(of), await submitted(of), await submitted(of)];
    const ctx = ctxOf(of.stranger, operator);
    await terminate(ctx, { ...rowOf(ended), reason: 'before' });
    await operateMany(ctx, { action: 'suspend', reason: 'x', rows: [rowOf(suspended)] });
    const whys = async (action: 'suspend' | 'resume' | 'urge' | 'terminate') => {
      const { rows } = await operateMany(ctx, { action, reason: 'x', rows: [one, suspended, ended].map(rowOf) });
      return rows.map((row) => (row.ok ? 'ok' : (row.why ?? row.code)));
    };
    expect(await whys('urge')).toEqual(['ok', 'suspended', 'over']);
    expect(await whys('urge')).toEqual(['REMINDED', 'suspended', 'over']);
    const seat = { ...rowOf(one), workItemId: await openItem(one, 'manager') };
    const given = await operateMany(ctx, { action: 'reassign', reason: 'x', toUserId: of.boss.id, rows: [seat] });
    expect(given.rows).toMatchObject([{ ok: false, why: 'takesPart', message: expect.stringContaining('已有一席') as unknown }]);
    await approved(of.boss, one, 'manager');
    const back = { commandId: newId(), workItemId: await openItem(one, 'finance'), comment: 'x', values: {}, rev: 1, documents: [] };
    await returnTask(ctxOf(of.finance), back);
    // Back with the applicant, who is reminded of it like everybody else.
    expect(await whys('urge')).toEqual(['ok', 'suspended', 'over']);
    expect(await whys('resume')).toEqual(['notSuspended', 'ok', 'over']);
    expect(await whys('suspend')).toEqual(['ok', 'ok', 'over']);
    expect(await whys('suspend')).toEqual(['suspended', 'suspended', 'over']);
  });

  it('says that nobody has it while it goes by itself', async () => {
    const of = await trip();
    const nobody = model()
      .start('start', 'check')
      .task('check', 'end', { assignment: [{ kind: 'users', userIds: [newId()] }], nobody: { kind: 'processAdmin' } })
      .end('end')
      .build();
    const id = await submitted({ ...of, ...(await publishAgain(of.processId, nobody, { formVersionId: of.formVersionId })) });
    const { rows } = await operateMany(ctxOf(of.stranger, operator), { action: 'urge', reason: 'x', rows: [rowOf(id)] });
    expect(rows).toMatchObject([{ ok: false, why: 'nobodyHasIt' }]);
  });

  it('does nothing again when it is repeated', async () => {
    const of = await trip();
    const ids = [await submitted(of), await submitted(of)];
    const ctx = ctxOf(of.stranger, operator);
    const input = { action: 'terminate' as const, reason: 'cleared', rows: ids.map(rowOf) };
    const first = await operateMany(ctx, input);
    const entries = () => countRows('journal', 'root_instance_id = any($1)', [ids]);
    const before = await entries();
    expect(await operateMany(ctx, input)).toEqual(first);
    expect(await entries()).toBe(before);
    // With the same ids for something else nothing happens either.
    expect(said((await operateMany(ctx, { ...input, action: 'suspend' })).rows)).toEqual(['IDEMPOTENCY_MISMATCH', 'IDEMPOTENCY_MISMATCH']);
  });

  it('hands the open items of somebody who leaves to a colleague', async () => {
    const of = await trip();
    const [one, two] = [await submitted(of), await submitted(of)];
    const ctx = ctxOf(of.stranger, operator);
    const [held] = await heldItems(ctx, { instanceIds: [one, two] });
    expect(held).toMatchObject({ id: of.boss.id, disabled: false });
    expect(new Set(held?.items.map(({ workItemId }) => workItemId))).toEqual(
      new Set([await openItem(one, 'manager'), await openItem(two, 'manager')]),
    );
    const heir = await addUser('接手人');
    const rows = (held?.items ?? []).map((item) => ({ commandId: newId(), ...item }));
    const give = (toUserId: string) => operateMany(ctx, { action: 'reassign', reason: 'leaves on Friday', toUserId, rows });
    expect(said((await give(of.applicant.id)).rows)).toEqual(['SOD_VIOLATION', 'SOD_VIOLATION']);
    expect(said((await give(heir.id)).rows)).toEqual(['ok', 'ok']);
    expect(await heldItems(ctx, { instanceIds: [one, two] })).toMatchObject([{ id: heir.id, items: [{}, {}] }]);
    expect(said((await give(heir.id)).rows)).toEqual(['ok', 'ok']);
    expect(await countRows('work_item', `root_instance_id = any($1) and user_id = $2`, [[one, two], heir.id])).toBe(2);
  });

  it('leaves out whoever could be given none of the items, and nobody who could be given one', async () => {
    const beside = await addUser('同席人');
    const of = await trip();
    const both = await trip({
      manager: { assignment: [{ kind: 'users', userIds: [of.boss.id, beside.id] }], completion: { rule: 'all' } },
    });
    const [alone, together] = [await submitted(of), await submitted(both)];
    const ctx = ctxOf(of.stranger, operator);
    const takenOf = async (instanceIds: string[]) => (await heldItems(ctx, { instanceIds })).find(({ id }) => id === of.boss.id)?.taken;
    expect(new Set(await takenOf([together]))).toEqual(new Set([of.boss.id, beside.id, both.applicant.id]));
    expect(await takenOf([alone, together])).toEqual([of.boss.id]);
    const own = await trip({ manager: { assignment: [{ kind: 'users', userIds: [of.boss.id] }], applicant: 'allow' } });
    expect(await takenOf([await submitted(own)])).toEqual([of.boss.id]);
  });

  it('is for operators, with a reason, of fifty at most', async () => {
    const of = await trip();
    const id = await submitted(of);
    const input = { action: 'resume' as const, reason: 'x', rows: [rowOf(id)] };
    expect(await refusalOf(operateMany(ctxOf(of.boss), input))).toBe('FORBIDDEN');
    expect(await refusalOf(heldItems(ctxOf(of.boss), { instanceIds: [id] }))).toBe('FORBIDDEN');
    expect(await refusalOf(operateMany(ctxOf(of.stranger, operator), { ...input, reason: '' }))).toBe('REASON_REQUIRED');
    const many = (count: number) => ({ ...input, rows: Array.from({ length: count }, () => rowOf(newId())) });
    expect([0, 1, 50, 51].map((count) => OperateManyInput.safeParse(many(count)).success)).toEqual([false, true, true, false]);
    expect(await countRows('journal', 'root_instance_id = $1', [id])).toBe(1);
  });
});
