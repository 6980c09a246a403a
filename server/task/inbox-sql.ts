import { ITEM_COLUMNS, ITEM_JOINS } from './item-rows';
import type { InboxGroupName } from './task-views';

/*
 * The inbox is a union of branches, each of which walks one partial index in its own order and stops after a page: what a person
 * has open costs as little as what the page shows (docs/adr/0012). Parameters of every statement: $1 user, $2 now, $3 end of day,
 * $4 end of week, $5 rows, $6 process or null, $7 text pattern or null, $8 only on behalf of others, $9 and $10 the cursor.
 */

export const inboxGroups = ['overdue', 'today', 'week', 'later'] as const satisfies readonly InboxGroupName[];

/** Conditions on due_at; `later` holds what is due after this week, and then what has no due time. */
const spans: Record<InboxGroupName, string> = {
  overdue: 'w.due_at < $2::timestamptz',
  today: 'w.due_at >= $2::timestamptz and w.due_at < $3::timestamptz',
  week: 'w.due_at >= $3::timestamptz and w.due_at < $4::timestamptz',
  later: 'w.due_at >= $4::timestamptz',
};

const FILTERS = `
  and ($6::uuid is null or w.process_id = $6) and (not $8::boolean or w.on_behalf_of is not null)
  and ($7::text is null or exists (select from portal.process_instance t where t.root_instance_id = w.root_instance_id and t.id = w.root_instance_id and (t.title ilike $7 or t.number ilike $7)))`;

function dated(group: InboxGroupName, after: string): string {
  return `(select '${group}' as "group", 0 as part, w.* from portal.work_item w
  where w.user_id = $1 and w.open and w.due_at is not null and w.kind <> 'read' and ${spans[group]} ${after} ${FILTERS}
  order by w.due_at, w.id limit $5)`;
}

function undated(after: string): string {
  const kinds = ['task', 'revise'].map(
    (kind) => `(select 'later' as "group", 1 as part, w.* from portal.work_item w
  where w.user_id = $1 and w.kind = '${kind}' and w.open and w.due_at is null ${after} ${FILTERS} order by w.id desc limit $5)`,
  );
  return kinds.join('\n  union all\n  ');
}

/** Every statement has the same parameters; the first part names those that a branch may not use. */
function pageSql(branches: readonly string[]): string {
  return `with parameters as (select $2::timestamptz, $3::timestamptz, $4::timestamptz, $9::text, $10::uuid),
w as materialized (\n  ${branches.join('\n  union all\n  ')}\n)\nselect w."group", w.part, ${ITEM_COLUMNS} from w ${ITEM_JOINS}\norder by w.part, w.due_at, case when w.part = 1 then w.id end desc, w.id`;
}

const AFTER_DATED = 'and (w.due_at, w.id) > ($9::text::timestamptz, $10::uuid)';
const AFTER_UNDATED = 'and w.id < $10::uuid';

/** The first page of every group. */
export const INBOX_FIRST = pageSql([...inboxGroups.map((group) => dated(group, '')), undated('')]);

/** A further page of one group: after a dated row, or (only `later`) after an undated one. */
export const INBOX_NEXT: Record<InboxGroupName, { first: string; dated: string; undated: string }> = {
  overdue: nextOf('overdue'),
  today: nextOf('today'),
  week: nextOf('week'),
  later: nextOf('later'),
};

function nextOf(group: InboxGroupName): { first: string; dated: string; undated: string } {
  const rest = (after: string) => (group === 'later' ? [undated(after)] : []);
  return {
    first: pageSql([dated(group, ''), ...rest('')]),
    dated: pageSql([dated(group, AFTER_DATED), ...rest('')]),
    undated: pageSql([undated(AFTER_UNDATED)]),
  };
}

/** How many each group has, each counted up to $5. */
export const INBOX_COUNTS = `select ${inboxGroups
  .map(
    (group) =>
      `(select count(*)::int from (${[`(select from portal.work_item w where w.user_id = $1 and w.open and w.due_at is not null and w.kind <> 'read' and ${spans[group]} ${FILTERS} limit $5)`, ...(group === 'later' ? ['task', 'revise'].map((kind) => `(select from portal.work_item w where w.user_id = $1 and w.kind = '${kind}' and w.open and w.due_at is null ${FILTERS} limit $5)`) : [])].join(' union all ')}) n) as "${group}"`,
  )
  .join(',\n')}`;
