import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { query } from '@/server/db/client';
import type { Command } from '@/server/engine/core/command';
import { execute } from '@/server/engine/runtime/execute';
import { model } from '@/server/engine/testing/builder';
import { resubmit } from '@/server/instance/resubmit';
import { suspend } from '@/server/instance/suspend';
import { withdraw } from '@/server/instance/withdraw';
import { systemContext } from '@/server/system-context';
import { countRows, ctxOf, publishAgain, refusalOf } from '@/test/portal';
import { approved, decision, itemsOf, openItem, submitted, valuesOf } from '@/test/request';
import { fields, trip } from '@/test/trip';
import { decideTask } from './decide';
import { returnTask } from './return';

describe('deciding', () => {
  it('hands on to the next person and keeps what was changed, with every formula that follows', async () => {
    // given
    const of = await trip();
    const id = await submitted(of);
    // when
    const result = await decideTask(ctxOf(of.boss), decision(await openItem(id, 'manager'), { values: { remark: '同意' } }));
    // then
    expect(result.next.map((holder) => [holder.elementId, holder.people.map((person) => person.name)])).toEqual([['finance', ['苏青']]]);
    expect(await valuesOf(id)).toMatchObject({ rev: 2, values: { remark: '同意', total: '2280.50' } });
    const { rows } = await query<Record<string, unknown>>({
      text: 'select seq, element_id, actor_id, rev_before, rev_after, changes, "full" from portal.snapshot where root_instance_id = $1 and seq > 1',
      values: [id],
    });
    expect(rows).toEqual([
      {
        seq: 2,
        element_id: 'manager',
        actor_id: of.boss.id,
        rev_before: 1,
        rev_after: 2,
        changes: [{ path: 'remark', before: null, after: '同意' }],
        full: null,
      },
    ]);
  });

  it('a second time is ALREADY_DONE, and nothing of it is stored', async () => {
    const of = await trip();
    const id = await submitted(of);
    const item = await openItem(id, 'manager');
    await decideTask(ctxOf(of.boss), decision(item));
    expect(await refusalOf(decideTask(ctxOf(of.boss), decision(item, { decision: 'reject' })))).toBe('ALREADY_DONE');
    expect(await countRows('journal', 'root_instance_id = $1', [id])).toBe(2);
  });

  it("on somebody else's item is FORBIDDEN, on an unknown one NOT_FOUND", async () => {
    const of = await trip();
    const item = await openItem(await submitted(of), 'manager');
    expect(await refusalOf(decideTask(ctxOf(of.stranger), decision(item)))).toBe('FORBIDDEN');
    expect(await refusalOf(decideTask(ctxOf(of.stranger), decision(newId())))).toBe('NOT_FOUND');
  });

  it('what somebody else sends along is not even looked at', async () => {
    const of = await trip();
    const item = await openItem(await submitted(of), 'manager');
    expect(await refusalOf(decideTask(ctxOf(of.stranger), decision(item, { values: { nonsense: 1 }, rev: 99 })))).toBe('FORBIDDEN');
  });

  it('on a suspended request is STATE_CONFLICT', async () => {
    const of = await trip();
    const id = await submitted(of);
    await suspend(ctxOf(of.stranger, ['instance.operate']), { commandId: newId(), instanceId: id, reason: 'check' });
    expect(await refusalOf(decideTask(ctxOf(of.boss), decision(await openItem(id, 'manager'))))).toBe('STATE_CONFLICT');
  });

  it('on a seat whose turn has not come is STATE_CONFLICT', async () => {
    const of = await trip();
    const chain = await trip({
      manager: { assignment: [{ kind: 'users', userIds: [of.boss.id, of.finance.id] }], completion: { rule: 'sequential' }, repeat: 'ask' },
    });
    const id = await submitted(chain);
    const waiting = (await itemsOf(id)).find((item) => item.status === 'waiting');
    expect(await refusalOf(decideTask(ctxOf(of.finance), decision(waiting!.id)))).toBe('STATE_CONFLICT');
  });

  it('in a way that the activity does not offer is FORBIDDEN', async () => {
    const of = await trip({ manager: { actions: ['approve'] } });
    const item = await openItem(await submitted(of), 'manager');
    expect(await refusalOf(decideTask(ctxOf(of.boss), decision(item, { decision: 'reject' })))).toBe('FORBIDDEN');
    expect(
      await refusalOf(
        returnTask(ctxOf(of.boss), { commandId: newId(), workItemId: item, comment: 'x', values: {}, rev: 1, documents: [] }),
      ),
    ).toBe('FORBIDDEN');
  });

  it('to reject without a word, where one is asked for, is COMMENT_REQUIRED', async () => {
    const of = await trip();
    const item = await openItem(await submitted(of), 'manager');
    expect(await refusalOf(decideTask(ctxOf(of.boss), decision(item, { decision: 'reject', comment: '' })))).toBe('COMMENT_REQUIRED');
  });

  it('after the request was withdrawn is ALREADY_DONE, and withdrawing after the end STATE_CONFLICT', async () => {
    const of = await trip();
    const id = await submitted(of);
    const item = await openItem(id, 'manager');
    await withdraw(ctxOf(of.applicant), { commandId: newId(), instanceId: id, reason: '' });
    expect(['ALREADY_DONE', 'STATE_CONFLICT']).toContain(await refusalOf(decideTask(ctxOf(of.boss), decision(item))));
    expect(await refusalOf(withdraw(ctxOf(of.applicant), { commandId: newId(), instanceId: id, reason: '' }))).toBe('STATE_CONFLICT');
  });
});

describe('what may be written along', () => {
  it.each<[string, Record<string, string | null>, string]>([
    ['a read-only field', { reason: 'changed' }, 'FIELD_READONLY'],
    ['a hidden field', { secret: 'guess' }, 'FIELD_READONLY'],
    ['a masked field', { card: '1' }, 'FIELD_READONLY'],
    ['an unknown field', { nonsense: 'x' }, 'FIELD_UNKNOWN'],
    ['a control character', { remark: 'a\u0007' }, 'TEXT_CONTROL_CHAR'],
  ])('%s: refused, and nothing is stored', async (_what, values, code) => {
    const of = await trip();
    const id = await submitted(of);
    expect(await refusalOf(decideTask(ctxOf(of.boss), decision(await openItem(id, 'manager'), { values })))).toBe(code);
    expect(await countRows('journal', 'root_instance_id = $1', [id])).toBe(1);
    expect((await valuesOf(id)).rev).toBe(1);
  });

  it('a required field counts for an approval, not for a rejection', async () => {
    const access = { fields: { [fields.remark.id]: 'required' as const }, default: 'read' as const, rows: {} };
    const of = await trip({ manager: { access } });
    const first = await openItem(await submitted(of), 'manager');
    expect(await refusalOf(decideTask(ctxOf(of.boss), decision(first)))).toBe('FIELD_REQUIRED');
    expect(await refusalOf(decideTask(ctxOf(of.boss), decision(first, { decision: 'reject' })))).toBeNull();
  });
});

describe('data that has changed since the person looked', () => {
  /** Two approvers at once, both of whom may write a remark. */
  async function both() {
    const { boss, finance } = await trip();
    const access = { fields: { [fields.remark.id]: 'edit' as const }, default: 'read' as const, rows: {} };
    const assignment = [{ kind: 'users' as const, userIds: [boss.id, finance.id] }];
    const pair = await trip({ manager: { assignment, completion: { rule: 'all' }, repeat: 'ask', access } });
    const [first, second] = await itemsOf(await submitted(pair));
    return { boss, finance, first: first!.id, second: second!.id };
  }

  it('is STALE_VIEW with the fields, when the person can see them', async () => {
    const { boss, finance, first, second } = await both();
    await decideTask(ctxOf(boss), decision(first, { values: { remark: 'new' } }));
    await expect(decideTask(ctxOf(finance), decision(second))).rejects.toMatchObject({
      code: 'STALE_VIEW',
      issues: [{ code: 'STALE_VIEW', path: 'remark' }],
    });
    expect(await refusalOf(decideTask(ctxOf(finance), decision(second, { rev: 2 })))).toBeNull();
  });

  it('stops nobody who cannot see it', async () => {
    const of = await trip({ manager: { access: { fields: { [fields.remark.id]: 'hidden' }, default: 'read', rows: {} } } });
    const id = await submitted(of);
    await query({
      text: `with d as (update portal.instance_data set rev = 2 where root_instance_id = $1)
             insert into portal.snapshot (root_instance_id, seq, at, round, rev_before, rev_after, changes) values ($1, 900, now(), 1, 1, 2, '[{"path":"remark","before":null,"after":"x"}]')`,
      values: [id],
    });
    expect(await refusalOf(decideTask(ctxOf(of.boss), decision(await openItem(id, 'manager'), { rev: 1 })))).toBeNull();
  });

  it('a revision that does not exist yet is STALE_VIEW', async () => {
    const of = await trip();
    expect(await refusalOf(decideTask(ctxOf(of.boss), decision(await openItem(await submitted(of), 'manager'), { rev: 7 })))).toBe(
      'STALE_VIEW',
    );
  });
});

describe('sending back', () => {
  it('gives the request to its applicant, who changes it and sends it off again into a second round', async () => {
    // given
    const of = await trip();
    const id = await submitted(of);
    // when
    await returnTask(ctxOf(of.boss), {
      commandId: newId(),
      workItemId: await openItem(id, 'manager'),
      comment: '太贵',
      values: {},
      rev: 1,
      documents: [],
    });
    const revise = await openItem(id, 'start');
    const again = { commandId: newId(), workItemId: revise, rev: 1, values: { reason: '赴广州参展' }, chosen: {}, documents: [] };
    expect(await refusalOf(resubmit(ctxOf(of.boss), { ...again, commandId: newId() }))).toBe('FORBIDDEN');
    expect(await refusalOf(resubmit(ctxOf(of.applicant), { ...again, commandId: newId(), values: { reason: '' } }))).toBe('FIELD_REQUIRED');
    const result = await resubmit(ctxOf(of.applicant), again);
    // then
    expect(result.next.map((holder) => holder.elementId)).toEqual(['manager']);
    const { rows } = await query<Record<string, unknown>>({
      text: 'select round, title from portal.process_instance where id = $1',
      values: [id],
    });
    expect(rows).toEqual([{ round: 2, title: '出差：赴广州参展' }]);
    expect(await countRows('snapshot', `root_instance_id = $1 and "full" is not null`, [id])).toBe(2);
    expect(await refusalOf(resubmit(ctxOf(of.applicant), { ...again, commandId: newId() }))).toBe('ALREADY_DONE');
  });

  it('a resubmission with rows of another request is ALREADY_DONE, and nothing of it is stored', async () => {
    // given
    const of = await trip();
    const [other, id] = [await submitted(of), await submitted(of)];
    const theirs = (await valuesOf(other)).values.lines as { _id: string; what: string; price: string }[];
    const own = (await valuesOf(id)).values.lines as { _id: string }[];
    const back = { commandId: newId(), workItemId: await openItem(id, 'manager'), comment: 'x', values: {}, rev: 1, documents: [] };
    await returnTask(ctxOf(of.boss), back);
    const before = await valuesOf(id);
    const entries = await countRows('journal', 'root_instance_id = $1', [id]);
    const workItemId = await openItem(id, 'start');
    const input = (lines: Json) => ({ commandId: newId(), workItemId, rev: 1, values: { lines }, chosen: {}, documents: [] });
    // when
    const forged = input([...own, { ...theirs[0]!, what: 'mine now', price: '1.00' }]);
    expect(await refusalOf(resubmit(ctxOf(of.applicant), forged))).toBe('ALREADY_DONE');
    // then
    expect(await valuesOf(id)).toEqual(before);
    expect(await countRows('journal', 'root_instance_id = $1', [id])).toBe(entries);
    expect((await valuesOf(other)).values.lines).toEqual(theirs);
    await resubmit(ctxOf(of.applicant), input([own[1]!, { _id: newId(), what: '签证', price: '300.00' }]));
    expect(await valuesOf(id)).toMatchObject({ rev: 2, values: { lines: [own[1], { what: '签证' }] } });
  });

  it('a rejection ends or returns as the designer chose; a request to its end is approved', async () => {
    const ends = await trip({ manager: { onReject: { kind: 'end' } } });
    const rejected = await submitted(ends);
    expect(await decideTask(ctxOf(ends.boss), decision(await openItem(rejected, 'manager'), { decision: 'reject' }))).toMatchObject({
      status: 'completed',
      outcome: 'rejected',
      next: [],
    });
    const of = await trip();
    const id = await submitted(of);
    await approved(of.boss, id, 'manager');
    expect(await decideTask(ctxOf(of.finance), decision(await openItem(id, 'finance')))).toMatchObject({
      status: 'completed',
      outcome: 'approved',
      next: [],
    });
  });
});

describe('what an outside system answers', () => {
  /** A request that waits for an outside system, and the report of the worker who holds its job. */
  async function leasedJob() {
    const of = await trip();
    const built = model().start('start', 'call').service('call', 'end').end('end').build();
    const { versionId } = await publishAgain(of.processId, built, { formVersionId: of.formVersionId });
    const id = await submitted({ ...of, versionId });
    const leaseToken = newId();
    const { rows } = await query<{ id: string }>({
      text: 'update portal.job set lease_token = $2 where root_instance_id = $1 returning id',
      values: [id, leaseToken],
    });
    const command = (values: Record<string, Json>): Command => ({
      type: 'completeJob',
      jobId: rows[0]!.id,
      leaseToken,
      output: { values, variables: {} },
    });
    return { id, command };
  }

  it('that does not fit the form stands open as an incident, and stores no value', async () => {
    const { id, command } = await leasedJob();
    await execute(systemContext('worker'), { rootInstanceId: id, command: command({ kind: 'boat' }), commandId: newId() });
    expect(await countRows('incident', `root_instance_id = $1 and resolved_at is null and detail->'error'->>'field' = 'kind'`, [id])).toBe(
      1,
    );
    expect((await valuesOf(id)).rev).toBe(1);
  });

  it('that fits goes in with the formulas that follow', async () => {
    const { id, command } = await leasedJob();
    const values = { lines: [{ _id: newId(), what: 'x', price: '5' }] };
    await execute(systemContext('worker'), { rootInstanceId: id, command: command(values), commandId: newId() });
    expect(await valuesOf(id)).toMatchObject({ rev: 2, values: { total: '5.00' } });
  });
});
