import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/id';
import { query } from '@/server/db/client';
import { execute } from '@/server/engine/runtime/execute';
import { model } from '@/server/engine/testing/builder';
import { systemContext } from '@/server/system-context';
import { decideTask } from '@/server/task/decide';
import { view } from '@/server/task/view';
import { ctxOf, publishAgain, refusalOf } from '@/test/portal';
import { approved, decision, openItem, submitted, valuesOf } from '@/test/request';
import { trip } from '@/test/trip';
import { byId } from './by-id';
import { journal, type JournalLine } from './journal';
import type { TimelineEntry } from './request-page';
import { resume } from './resume';
import { suspend } from './suspend';
import { timelineEarlier } from './timeline-earlier';

const labels = (entries: readonly TimelineEntry[]) =>
  entries.map((entry) => (entry.type === 'act' ? `${entry.seq} ${entry.act}` : `${entry.elementId} ${entry.status}`));

describe('a request with a long past', () => {
  it('comes in stretches that follow each other without a gap or a double, with its first step at the end', async () => {
    // given
    const of = await trip();
    const id = await submitted(of);
    await approved(of.boss, id, 'manager');
    const operator = ctxOf(of.stranger, ['instance.operate']);
    const input = () => ({ commandId: newId(), instanceId: id, reason: 'check' });
    for (let round = 0; round < 60; round += 1) {
      await suspend(operator, input());
      await resume(operator, input());
    }
    // when
    const page = await byId(ctxOf(of.applicant), { id });
    const all = [...page.timeline];
    let cursor = page.earlier;
    while (cursor !== null) {
      const next = await timelineEarlier(ctxOf(of.applicant), { id, cursor });
      all.push(...next.items);
      cursor = next.nextCursor;
    }
    // then
    expect(page.earlier).not.toBeNull();
    expect(page.timeline.length).toBeLessThan(110);
    const seen = labels(all);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(1 + 120 + 2);
    expect(seen.slice(-2)).toEqual(['manager completed', '1 submitted']);
    expect(labels(page.timeline)).toContain('finance active');
    expect(page.diagram.visited.map((place) => place.elementId)).toContain('manager');
    expect(await refusalOf(timelineEarlier(ctxOf(of.finance), { id: newId(), cursor: 5 }))).toBe('NOT_FOUND');
  });

  it('names its steps in the reader’s language, however far back', async () => {
    const of = await trip();
    await query({
      text: `update portal.process_version set definition = jsonb_set(definition, '{elements,manager,nameEn}', '"Head of sales"') where id = $1`,
      values: [of.versionId],
    });
    const id = await submitted(of);
    const names = async (locale: 'zh' | 'en') => {
      const { items } = await timelineEarlier({ ...ctxOf(of.applicant), locale }, { id });
      return items.flatMap((entry) => (entry.type === 'activity' ? [entry.elementName] : []));
    };
    expect(await names('zh')).toEqual(['manager']);
    expect(await names('en')).toEqual(['Head of sales']);
  });
});

describe('the journal of a request', () => {
  async function changed() {
    const of = await trip();
    const id = await submitted(of);
    await view(ctxOf(of.boss), { commandId: newId(), workItemId: await openItem(id, 'manager') });
    const { rev } = await valuesOf(id);
    await decideTask(ctxOf(of.boss), decision(await openItem(id, 'manager'), { rev, values: { remark: '住得近些' } }));
    return { of, id };
  }

  it('tells who did what and each value before and after, in words', async () => {
    const { of, id } = await changed();
    const { items } = await journal(ctxOf(of.applicant), { id, limit: 50 });
    expect(items.map((line) => [line.command, line.by.kind === 'user' ? line.by.person.name : ''])).toEqual([
      ['decide', '王敏'],
      ['startInstance', '李卓'],
    ]);
    expect(items[0]).toMatchObject({ decision: 'approved', changes: [{ label: 'remark', before: null, after: '住得近些' }], seal: null });
    expect(await refusalOf(journal(ctxOf((await trip()).stranger), { id, limit: 50 }))).toBe('NOT_FOUND');
  });

  it('says of a timer what it told the holders of a step', async () => {
    const of = await trip({ manager: { due: { duration: 'PT1H' } } });
    const id = await submitted(of);
    const { rows } = await query<{ id: string }>({ text: 'select id from portal.timer where root_instance_id = $1', values: [id] });
    const later = { ...systemContext('timer'), now: () => new Date(Date.now() + 2 * 3_600_000) };
    await execute(later, { rootInstanceId: id, command: { type: 'fireTimer', timerId: rows[0]!.id }, commandId: newId() });
    const { items } = await journal(ctxOf(of.applicant), { id, limit: 50 });
    expect(items.map((line) => [line.command, line.told, line.elementName])).toEqual([
      ['fireTimer', 'overdue', 'manager'],
      ['startInstance', null, null],
    ]);
  });

  it('names the step whose call failed, also when the job is over', async () => {
    const of = await trip();
    const built = model().start('start', 'call').service('call', 'check').task('check', 'end').end('end').build();
    const { versionId } = await publishAgain(of.processId, built, { formVersionId: of.formVersionId });
    const id = await submitted({ ...of, versionId });
    const fail = async (retryAt: string | null) => {
      const leaseToken = newId();
      const { rows } = await query<{ id: string }>({
        text: 'update portal.job set lease_token = $2 where root_instance_id = $1 returning id',
        values: [id, leaseToken],
      });
      const command = { type: 'failJob' as const, jobId: rows[0]!.id, leaseToken, error: 'no', retryAt };
      await execute(systemContext('worker'), { rootInstanceId: id, command, commandId: newId() });
    };
    const told = async () =>
      (await journal(ctxOf(of.applicant), { id, limit: 50 })).items.map((line) => [line.command, line.elementName]).slice(0, -1);
    await fail(new Date().toISOString());
    expect(await told()).toEqual([['failJob', 'call']]);
    await fail(null);
    expect(await told()).toEqual([
      ['failJob', 'call'],
      ['failJob', 'call'],
    ]);
    // A job that is over is known by its calls alone.
    const { rows } = await query<{ id: string }>({ text: 'select id from portal.job where root_instance_id = $1', values: [id] });
    await query({
      text: `with gone as (delete from portal.job where root_instance_id = $1)
             insert into portal.connector_call (root_instance_id, id, job_id, element_id, connector_id, idempotency_key, attempt, request, started_at)
             values ($1, $2, $3, 'call', $2, 'k', 1, '{}', now())`,
      values: [id, newId(), rows[0]!.id],
    });
    expect(await told()).toEqual([
      ['failJob', 'call'],
      ['failJob', 'call'],
    ]);
  });

  it('hides from a seat what the seat may not see', async () => {
    const { of, id } = await changed();
    const { items } = await journal(ctxOf(of.boss), { id, limit: 50 });
    expect(JSON.stringify(items)).not.toContain('secret');
  });

  it('shows auditors every step page by page, and a row that was altered', async () => {
    const { of, id } = await changed();
    const auditor = ctxOf(of.stranger, ['audit.read']);
    const lines: JournalLine[] = [];
    for (let cursor: number | undefined; ; ) {
      const page = await journal(auditor, { id, limit: 1, ...(cursor ? { cursor } : {}) });
      lines.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(lines.map((line) => [line.command, line.seal?.intact])).toEqual([
      ['decide', true],
      ['view', true],
      ['startInstance', true],
    ]);
    await query({ text: `update portal.journal set actor_name = 'nobody' where root_instance_id = $1 and seq = 2`, values: [id] });
    const { items } = await journal(auditor, { id, limit: 50 });
    expect(items.map((line) => line.seal?.intact)).toEqual([true, false, true]);
  });
});

describe('a step, its snapshot and its journal entry', () => {
  it.each(['snapshot', 'journal'])('stand or fall together: when the %s cannot be written nothing has happened', async (table) => {
    // given
    const of = await trip();
    const id = await submitted(of);
    const { rev, values } = await valuesOf(id);
    const workItemId = await openItem(id, 'manager');
    await query({
      text: `create function refuse_${table}() returns trigger language plpgsql as $$ begin raise exception 'no space'; end $$;
             create trigger refuse before insert on portal.${table} for each row execute function refuse_${table}()`,
    });
    const rows = async () =>
      (
        await query({
          text: `select (select count(*)::int from portal.journal where root_instance_id = $1) as journal,
                   (select count(*)::int from portal.snapshot where root_instance_id = $1) as snapshots,
                   (select version from portal.process_instance where root_instance_id = $1) as version`,
          values: [id],
        })
      ).rows;
    const before = await rows();
    // when
    const input = decision(workItemId, { rev, values: { remark: 'changed' } });
    await expect(decideTask(ctxOf(of.boss), input)).rejects.toThrow('no space');
    // then
    expect(await rows()).toEqual(before);
    expect((await valuesOf(id)).values).toEqual(values);
    expect(await openItem(id, 'manager')).toBe(workItemId);
    await query({ text: `drop trigger refuse on portal.${table}; drop function refuse_${table}()` });
    await decideTask(ctxOf(of.boss), input);
    const [after] = await rows();
    expect(after).toEqual({ journal: 2, snapshots: 2, version: expect.any(Number) });
    const { rows: kept } = await query<{ changes: unknown; rev_before: number; rev_after: number }>({
      text: 'select changes, rev_before, rev_after from portal.snapshot where root_instance_id = $1 and seq = 2',
      values: [id],
    });
    expect(kept).toEqual([{ changes: [{ path: 'remark', before: null, after: 'changed' }], rev_before: rev, rev_after: rev + 1 }]);
  });
});
