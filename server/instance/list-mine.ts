import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import type { InstanceOutcome, InstanceStatus } from '@/server/engine/core/state';
import type { Json } from '@/lib/json';
import { getDefinition } from '@/server/engine/runtime/definitions';
import { companyTimeZone } from '@/server/engine/runtime/company-time';
import { decodeCursor, encodeCursor, idCursor, LAST_ID } from './cursor';
import { loadHolders } from './holders';
import { pageInput } from './inputs';
import type { MyRequest } from './list-views';
import { progressOf } from './progress';
import { sealOf } from './seal';
import { type Summarised, summariesOf } from './summary';
import { searchInput } from '@/server/input';
import { likePattern } from '@/server/like-pattern';
import { type Page, pageOf } from '@/server/page';

export const ListMineInput = z.strictObject({
  ...pageInput,
  state: z.enum(['all', 'running', 'rework', 'ended']).default('all'),
  processId: z.uuid().optional(),
  text: searchInput.optional(),
});
export type ListMineInput = z.infer<typeof ListMineInput>;

/** The person's own requests, newest first, each with who has it now. */
export async function listMine(ctx: Ctx, input: ListMineInput): Promise<Page<MyRequest>> {
  const { userId } = requireUser(ctx);
  const after = decodeCursor(input.cursor, idCursor);
  const { rows } = await query<Row>({
    name: `list_mine_${input.state}`,
    text: MINE[input.state],
    values: [userId, after?.[0] ?? LAST_ID, input.limit + 1, input.processId ?? null, likePattern(input.text)],
  });
  const shown = rows.slice(0, input.limit);
  const [holders, done, summaries] = await Promise.all([
    loadHolders(
      shown.filter(isRunning).map((row) => ({ id: row.id, versionId: row.version_id })),
      { locale: ctx.locale, now: ctx.now().toISOString() },
    ),
    loadDone(shown.filter(isRunning).map((row) => row.id)),
    summariesOf(await Promise.all(shown.map(toSummarised)), ctx.locale),
  ]);
  const definitions = new Map(await Promise.all(shown.map(async (row) => [row.version_id, await getDefinition(row.version_id)] as const)));
  const progress = (row: Row, held: MyRequest['holders']) => {
    const definition = definitions.get(row.version_id);
    if (!definition || !isRunning(row)) return null;
    return progressOf({
      definition,
      values: { outcome: null, ...row.variables, ...row.values, round: row.round },
      now: ctx.now().toISOString(),
      timeZone: companyTimeZone(),
      done: done.get(row.id) ?? [],
      active: [...new Set(held.map((holder) => holder.elementId))],
      back: held.some((holder) => holder.rework),
    });
  };
  return pageOf(
    rows,
    input.limit,
    (row) => {
      const held = holders.get(row.id) ?? [];
      return { ...toRequest(row, held, summaries.get(row.id) ?? []), progress: progress(row, held) };
    },
    (row) => encodeCursor([row.id]),
  );
}

// helpers //////////////////////

type Row = {
  id: string;
  number: string;
  title: string;
  status: InstanceStatus;
  outcome: InstanceOutcome | null;
  round: number;
  version_id: string;
  variables: Record<string, Json>;
  started_at: string;
  ended_at: string | null;
  process_id: string;
  key: string;
  name_zh: string;
  name_en: string;
  icon: string;
  form_version_id: string | null;
  values: Record<string, Json> | null;
};

function isRunning(row: Pick<Row, 'ended_at'>): boolean {
  return row.ended_at === null;
}

/** Which human activities of each request are done; none while the applicant is to send it through the whole chain again. */
async function loadDone(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await query<{ id: string; done: string[] | null }>({ name: 'done_steps', text: DONE, values: [ids] });
  return new Map(rows.map(({ id, done }) => [id, done ?? []]));
}

async function toSummarised(row: Row): Promise<Summarised> {
  const { settings } = await getDefinition(row.version_id);
  return { id: row.id, versionId: row.version_id, formVersionId: row.form_version_id, values: row.values, access: settings.startAccess };
}

function toRequest(row: Row, holders: MyRequest['holders'], summary: MyRequest['summary']): Omit<MyRequest, 'progress'> {
  const { status, outcome } = row;
  const due = holders.flatMap((holder) => holder.dueAt ?? []).toSorted();
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    status,
    outcome,
    seal: sealOf({ status, outcome, rework: holders.some((holder) => holder.rework), mine: false }),
    process: { id: row.process_id, key: row.key, name: { zh: row.name_zh, en: row.name_en }, icon: row.icon },
    round: row.round,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    summary,
    holders,
    dueAt: due[0] ?? null,
  };
}

const REWORK = `exists (select from portal.activity_instance a where a.root_instance_id = i.root_instance_id and a.status = 'active' and a.kind = 'revise')`;
const MINE = {
  all: mineSql('true'),
  running: mineSql('i.ended_at is null'),
  rework: mineSql(`i.ended_at is null and ${REWORK}`),
  ended: mineSql('i.ended_at is not null'),
};

function mineSql(condition: string): string {
  return `
with page as (
  select * from portal.process_instance i
  where i.applicant_id = $1 and i.id < $2::uuid and ${condition}
    and ($4::uuid is null or i.process_id = $4) and ($5::text is null or i.title ilike $5 or i.number ilike $5)
  order by i.id desc limit $3
)
select i.id, i.number, i.title, i.status, i.outcome, i.round, i.version_id, i.variables, i.started_at, i.ended_at, i.process_id, p.key, p.name_zh, p.name_en, p.icon,
  d.form_version_id, d.values
from page i join portal.process p on p.id = i.process_id left join portal.instance_data d on d.root_instance_id = i.root_instance_id
order by i.id desc`;
}

const DONE = `
select a.root_instance_id as id, array_agg(distinct a.element_id) filter (where a.kind = 'userTask' and a.status = 'completed') as done
from portal.activity_instance a
where a.root_instance_id = any($1::uuid[])
group by a.root_instance_id
having count(*) filter (where a.kind = 'revise' and a.status = 'active' and a.detail->'wayBack'->>'mode' = 'wholeChain') = 0`;
