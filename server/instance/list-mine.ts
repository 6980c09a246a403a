import { z } from 'zod';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import type { InstanceOutcome, InstanceStatus } from '@/server/engine/core/state';
import type { Json } from '@/lib/json';
import { getDefinition } from '@/server/engine/runtime/definitions';
import { decodeCursor, encodeCursor, idCursor, LAST_ID } from './cursor';
import { loadHolders } from './holders';
import { pageInput } from './inputs';
import type { MyRequest } from './list-views';
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
  const [holders, summaries] = await Promise.all([
    loadHolders(
      shown.filter((row) => row.ended_at === null).map((row) => ({ id: row.id, versionId: row.version_id })),
      ctx.locale,
    ),
    summariesOf(await Promise.all(shown.map(toSummarised)), ctx.locale),
  ]);
  return pageOf(
    rows,
    input.limit,
    (row) => toRequest(row, holders.get(row.id) ?? [], summaries.get(row.id) ?? []),
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

async function toSummarised(row: Row): Promise<Summarised> {
  const { settings } = await getDefinition(row.version_id);
  return { id: row.id, versionId: row.version_id, formVersionId: row.form_version_id, values: row.values, access: settings.startAccess };
}

function toRequest(row: Row, holders: MyRequest['holders'], summary: MyRequest['summary']): MyRequest {
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
select i.id, i.number, i.title, i.status, i.outcome, i.round, i.version_id, i.started_at, i.ended_at, i.process_id, p.key, p.name_zh, p.name_en, p.icon,
  d.form_version_id, d.values
from page i join portal.process p on p.id = i.process_id left join portal.instance_data d on d.root_instance_id = i.root_instance_id
order by i.id desc`;
}
