import { z } from 'zod';
import { sortByText } from '@/lib/format/collate';
import { type LocalText, localText } from '@/lib/json';
import type { StarterRule } from '@/lib/bpmn/settings';
import { requireUser } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { companyDay } from '@/server/engine/runtime/company-time';
import type { Launchable, LaunchableProcess } from './list-views';
import { mayStart, membershipsOf } from './memberships';
import { searchInput } from '@/server/input';
import { likePattern } from '@/server/like-pattern';
import { foundIds, keyRange, keysText } from '@/server/search/by-key';

export const LaunchableInput = z.strictObject({ text: searchInput.optional() });
export type LaunchableInput = z.infer<typeof LaunchableInput>;

const RECENT = 6;

type Row = {
  id: string;
  key: string;
  name_zh: string;
  name_en: string;
  icon: string;
  category_id: string | null;
  category_zh: string | null;
  category_en: string | null;
  starter: StarterRule;
  description: LocalText | null;
  favourite: boolean;
  keys: string;
  last_started_at: string | null;
};

/** The processes that the person may start: by category, the favourites, and those started last. `text` looks at names and keys. */
export async function launchable(ctx: Ctx, input: LaunchableInput): Promise<Launchable> {
  const { userId } = requireUser(ctx);
  const [{ rows }, who] = await Promise.all([
    query<Row>({ name: 'launchable_read', text: LAUNCHABLE, values: [userId, likePattern(input.text), keyRange(input.text)] }),
    membershipsOf(userId, companyDay(ctx.now())),
  ]);
  const mine = rows.filter((row) => mayStart(row.starter, who));
  const processes = sortByText(mine, (row) => localText({ zh: row.name_zh, en: row.name_en }, ctx.locale), ctx.locale).map((row) => ({
    row,
    process: toProcess(row),
  }));
  const categories = new Map<string | null, { id: string | null; name: LocalText; processes: LaunchableProcess[] }>();
  for (const row of mine) {
    if (!categories.has(row.category_id))
      categories.set(row.category_id, {
        id: row.category_id,
        name: { zh: row.category_zh ?? '', en: row.category_en ?? '' },
        processes: [],
      });
  }
  for (const { row, process } of processes) categories.get(row.category_id)?.processes.push(process);
  const all = processes.map(({ process }) => process);
  return {
    categories: [...categories.values()],
    favourites: all.filter((process) => process.favourite),
    recent: all
      .filter((process) => process.lastStartedAt !== null)
      .toSorted((a, b) => ((a.lastStartedAt ?? '') < (b.lastStartedAt ?? '') ? 1 : -1))
      .slice(0, RECENT),
  };
}

// helpers //////////////////////

function toProcess(row: Row): LaunchableProcess {
  return {
    id: row.id,
    key: row.key,
    name: { zh: row.name_zh, en: row.name_en },
    icon: row.icon,
    description: row.description,
    favourite: row.favourite,
    categoryId: row.category_id,
    lastStartedAt: row.last_started_at,
    keys: row.keys,
  };
}

/** Only the starter rule and the description are read of a definition: the rest of it may be a hundred times as long. The last start is looked for among the person's newest 200. */
const LAUNCHABLE = `
with recent as materialized (
  select i.process_id, i.started_at from portal.process_instance i where i.applicant_id = $1 order by i.id desc limit 200
)
select p.id, p.key, p.name_zh, p.name_en, p.icon, c.id as category_id, c.name_zh as category_zh, c.name_en as category_en,
  v.definition->'settings'->'starter' as starter, v.definition->'settings'->'description' as description, ${keysText([{ kind: 'process', id: 'p.id' }])} as keys,
  exists (select from portal.favourite f where f.user_id = $1 and f.process_id = p.id) as favourite,
  (select max(r.started_at) from recent r where r.process_id = p.id) as last_started_at
from portal.process p
join portal.process_version v on v.id = p.latest_version_id
left join portal.process_category c on c.id = p.category_id and c.disabled_at is null
where p.retired_at is null and ($2::text is null or p.name_zh ilike $2 or p.name_en ilike $2 or p.key ilike $2 or p.id in (${foundIds('process', '$3')}))
order by c.sort_order nulls last, c.id, p.id
limit 1000`;
