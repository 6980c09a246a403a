import { newId } from '@/lib/id';
import { withTransaction } from '@/server/db/unit-of-work';
import { INBOX_FIRST } from '@/server/task/inbox-sql';

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };

/** Pages touched by an inbox statement, by the plan that it runs with for ever, whatever its parameters. */
export async function buffersOf(text: string, userId: string, rows: number): Promise<number> {
  const hours = (count: number) => `'${new Date(Date.now() + count * 3_600_000).toISOString()}'`;
  const base = { uuid: `'${userId}'`, now: hours(0), day: hours(8), week: hours(72), rows: String(rows) };
  const paged = text === INBOX_FIRST;
  const types = `uuid, timestamptz, timestamptz, timestamptz, int, uuid, text, boolean${paged ? ', text, uuid' : ''}`;
  const values = [...Object.values(base), 'null', 'null', 'false', ...(paged ? ['null', 'null'] : [])];
  return withTransaction(async (tx) => {
    await tx.query({ text: 'set local plan_cache_mode = force_generic_plan' });
    const name = `plan_${newId().replaceAll('-', '')}`;
    await tx.query({ text: `prepare ${name} (${types}) as ${text}` });
    const explain = { text: `explain (analyze, buffers, format json) execute ${name} (${values.join(', ')})` };
    // The first time reads the catalogue and sets hint bits.
    await tx.query(explain);
    const { rows: explained } = await tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(explain);
    const plan = explained[0]?.['QUERY PLAN'][0]?.Plan;
    return (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
  });
}
