import { newId } from '@/lib/id';
import type { Json } from '@/lib/json';
import { permissionsOf } from '@/server/auth/permissions';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { withTransaction } from '@/server/db/unit-of-work';
import { companyTimeZone } from '@/server/engine/runtime/company-time';
import { expandOutbox } from '@/server/engine/runtime/expand-outbox';
import { start } from '@/server/instance/start';
import { withdraw } from '@/server/instance/withdraw';
import { log } from '@/server/log';
import { addStats } from '@/server/notify/add-stats';
import type { OutboxMessage } from '@/server/notify/outbox-message';
import { systemContext } from '@/server/system-context';
import { decideTask } from '@/server/task/decide';
import { markRead } from '@/server/task/mark-read';
import { demoRequests, type SampleDeed, type SampleNotice, type SampleRequest, type SampleTrip } from './demo-requests';
import { dayAfter, momentOf } from './sample-moments';

const DEED = 'demo-requests';

/**
 * Lets the sample company have worked for three weeks before the first visitor comes, by the verbs that its people would have used, so
 * that nobody meets empty lists. Once, after the sample flows, and only where nobody has asked for anything; VERMILION_DEMO=people leaves it
 * out. Nobody is told of it. It ends nothing when it fails: a portal without samples is a portal.
 */
export async function seedDemoRequests(now: Date = new Date()): Promise<boolean> {
  if (process.env.VERMILION_DEMO === 'people' || !(await isOurs())) return false;
  try {
    await work(now);
    await countUntold();
    return true;
  } catch (error) {
    log.error({ err: error }, 'the sample requests are incomplete');
    return false;
  }
}

// helpers //////////////////////

/** One node gets the deed. */
async function isOurs(): Promise<boolean> {
  const { rowCount } = await query({
    text: `insert into portal.installation (key, value)
           select $1, '{}' where exists (select from portal.installation where key = 'demo-company')
             and exists (select from portal.installation where key = 'demo-templates') and not exists (select from portal.process_instance)
           on conflict (key) do nothing`,
    values: [DEED],
  });
  return rowCount === 1;
}

type People = ReadonlyMap<string, { id: string; name: string }>;
type Sample = {
  departments: ReadonlyMap<string, string>;
  people: People;
  processes: ReadonlyMap<string, { id: string; versionId: string }>;
};

/** Everything in the order in which it happened, so that numbers and lists are in it too. */
async function work(now: Date): Promise<void> {
  const sample = await readSample();
  const timeZone = companyTimeZone();
  const ids = new Map<SampleRequest, string>();
  const deeds = demoRequests.flatMap((request) => [
    {
      at: momentOf(request.at, now, timeZone),
      run: async (at: Date) => void ids.set(request, await submit(sample, request, contextOf(sample, request.by, at))),
    },
    ...request.deeds.map((deed) => ({
      at: momentOf(deed.at, now, timeZone),
      run: (at: Date) => act(sample, ids.get(request) ?? '', { ...deed, applicant: request.by }, at),
    })),
  ]);
  for (const { at, run } of deeds.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await run(at);
}

async function submit(sample: Sample, { asks }: SampleRequest, ctx: Ctx): Promise<string> {
  const process = must(sample.processes.get(asks.kind === 'trip' ? 'business-trip' : 'circulation'), asks.kind);
  const values = asks.kind === 'trip' ? tripValues(asks, ctx.now()) : noticeValues(asks, sample);
  const commandId = newId();
  await start(ctx, { commandId, processId: process.id, versionId: process.versionId, values, chosen: {}, documents: [] });
  return commandId;
}

async function act(sample: Sample, instanceId: string, deed: SampleDeed & { applicant: string }, at: Date): Promise<void> {
  const { does, by, comment = '', applicant } = deed;
  if (does === 'withdraw') {
    await withdraw(contextOf(sample, applicant, at), { commandId: newId(), instanceId, reason: comment });
    return;
  }
  const { rows } = await query<{ id: string; login: string }>({
    text: `select w.id, u.login from portal.work_item w join portal."user" u on u.id = w.user_id
           where w.root_instance_id = $1 and w.open and w.kind = $2 and ($3::text is null or u.login = $3) order by w.id limit 1`,
    values: [instanceId, does === 'read' ? 'read' : 'task', by ?? null],
  });
  const { id, login } = must(rows[0], `${does} ${by ?? ''}`);
  const ctx = contextOf(sample, login, at);
  if (does === 'read') await markRead(ctx, { commandId: newId(), workItemId: id });
  else
    await decideTask(ctx, { commandId: newId(), workItemId: id, decision: does, comment, values: {}, chosen: {}, rev: 1, documents: [] });
}

function tripValues({ reason, place, transport, days: [from, length], lines }: SampleTrip, at: Date): Record<string, Json> {
  const zone = companyTimeZone();
  return {
    出差事由: reason,
    出差地点: place,
    交通方式: transport,
    日期: { start: dayAfter(at, from, zone), end: dayAfter(at, from + length - 1, zone) },
    预算明细: lines.map(([category, note, amount, count]) => ({
      _id: newId(),
      费用类别: category,
      说明: note || null,
      单价: { amount, currency: 'CNY' },
      数量: count,
    })),
  };
}

function noticeValues({ title, text, departments }: SampleNotice, sample: Sample): Record<string, Json> {
  return { 标题: title, 正文: text, 接收部门: departments.map((code) => must(sample.departments.get(code), code)) };
}

function contextOf({ people }: Sample, login: string, at: Date): Ctx {
  const { id, name } = must(people.get(login), login);
  const actor = { kind: 'user', userId: id, name, permissions: permissionsOf([]), sessionId: DEED } as const;
  return { ...systemContext(DEED), actor, now: () => at };
}

async function readSample(): Promise<Sample> {
  const [people, departments, processes] = await Promise.all([
    query<{ key: string; id: string; name: string }>({ text: 'select login as key, id, name from portal."user"' }),
    query<{ key: string; id: string }>({ text: 'select code as key, id from portal.department' }),
    query<{ key: string; id: string; versionId: string }>({
      text: 'select key, id, latest_version_id as "versionId" from portal.process where latest_version_id is not null',
    }),
  ]);
  return {
    people: new Map(people.rows.map((row) => [row.key, row])),
    departments: new Map(departments.rows.map((row) => [row.key, row.id])),
    processes: new Map(processes.rows.map((row) => [row.key, row])),
  };
}

/** The dashboard counts what happened; notices of it would come three weeks late. */
async function countUntold(): Promise<void> {
  await withTransaction(async (tx) => {
    const { rows } = await tx.query<OutboxMessage>({ text: 'delete from portal.outbox returning kind, payload' });
    const told = await expandOutbox((statement) => tx.query(statement), rows);
    await addStats(
      tx,
      told.flatMap((message) => (message.kind === 'stat' ? [message.payload] : [])),
    );
  });
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the sample company has no ${what}`);
  return value;
}
