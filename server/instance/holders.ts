import type { ActivityInstance, InstanceState, Tally, WorkItem } from '@/server/engine/core/state';
import type { Locale } from '@/lib/json';
import type { Definition } from '@/server/bpmn/definition';
import { inLanguage } from '@/server/bpmn/in-language';
import { query } from '@/server/db/client';
import { mayRemind } from '@/server/engine/core/commands/urge';
import { isOpen } from '@/server/engine/core/live';
import { getDefinition } from '@/server/engine/runtime/definitions';
import { iso, isoOrNull } from '@/server/engine/runtime/timestamps';
import { loadPeople, type People } from './people';
import type { HolderView } from './views';

type OpenItem = Pick<WorkItem, 'kind' | 'userId' | 'onBehalfOf' | 'candidates' | 'urgedAt'>;
type Reading = { people: People; now: string };
type OpenActivity = Pick<ActivityInstance, 'id' | 'elementId' | 'kind' | 'startedAt' | 'dueAt'> & { tally: Tally | null };

/** Where a loaded request stands. */
export function holdersOf(state: InstanceState, definition: Definition, { people, now }: Reading): HolderView[] {
  return Object.values(state.activities)
    .map((activity) => ({
      activity: { ...activity, tally: activity.group?.tally ?? null },
      items: Object.values(state.workItems).filter((item) => item.activityId === activity.id && isOpen(item)),
    }))
    .filter(({ items }) => items.length > 0)
    .map(({ activity, items }) => toHolder(activity, items, definition, { people, now }));
}

/** Ids of everybody a state's holders name, to load their names with others'. */
export function holderIds(state: InstanceState): (string | null)[] {
  return Object.values(state.workItems).flatMap((item) => [item.userId, item.onBehalfOf, ...item.candidates]);
}

type Row = {
  root_instance_id: string;
  version_id: string;
  activity_id: string;
  element_id: string;
  kind: ActivityInstance['kind'];
  started_at: string;
  due_at: string | null;
  tally: Tally | null;
  items: OpenItem[];
};

/** Where each of these requests stands; two queries for a whole list. */
export async function loadHolders(
  instances: readonly { id: string; versionId: string }[],
  { locale, now }: { locale: Locale; now: string },
): Promise<ReadonlyMap<string, readonly HolderView[]>> {
  if (instances.length === 0) return new Map();
  const { rows } = await query<Row>({ name: 'holders_read', text: HOLDERS, values: [instances.map((instance) => instance.id)] });
  const people = await loadPeople(rows.flatMap((row) => row.items.flatMap((item) => [item.userId, item.onBehalfOf, ...item.candidates])));
  const versions = new Map(instances.map((instance) => [instance.id, instance.versionId]));
  const holders = new Map<string, HolderView[]>();
  for (const row of rows) {
    const definition = inLanguage(await getDefinition(versions.get(row.root_instance_id) ?? ''), locale);
    const activity = {
      id: row.activity_id,
      elementId: row.element_id,
      kind: row.kind,
      startedAt: iso(row.started_at),
      dueAt: isoOrNull(row.due_at),
      tally: row.tally,
    };
    const list = holders.get(row.root_instance_id) ?? [];
    const items = row.items.map((item) => ({ ...item, urgedAt: isoOrNull(item.urgedAt) }));
    list.push(toHolder(activity, items, definition, { people, now }));
    holders.set(row.root_instance_id, list);
  }
  return holders;
}

// helpers //////////////////////

function toHolder(activity: OpenActivity, items: readonly OpenItem[], definition: Definition, { people, now }: Reading): HolderView {
  return {
    elementId: activity.elementId,
    elementName: definition.elements[activity.elementId]?.name ?? '',
    activityId: activity.id,
    people: items.flatMap((item) =>
      item.userId === null ? [] : [{ ...people.of(item.userId), onBehalfOf: people.maybe(item.onBehalfOf) }],
    ),
    candidates: people.all([...new Set(items.flatMap((item) => (item.userId === null ? item.candidates : [])))]),
    since: activity.startedAt,
    dueAt: activity.dueAt,
    tally: activity.tally,
    rework: activity.kind === 'revise',
    mayUrge: items.some((item) => item.kind === 'task' && mayRemind(item, now)),
  };
}

const HOLDERS = `
select a.root_instance_id, a.id as activity_id, a.element_id, a.kind, a.started_at, a.due_at, a.detail->'group'->'tally' as tally,
  json_agg(json_build_object('kind', w.kind, 'urgedAt', w.urged_at, 'userId', w.user_id, 'onBehalfOf', w.on_behalf_of, 'candidates',
    coalesce((select json_agg(c.user_id order by c.user_id) from portal.work_item_candidate c
              where c.root_instance_id = w.root_instance_id and c.work_item_id = w.id and w.user_id is null), '[]'::json)) order by w.seat_order, w.id) as items
from portal.activity_instance a
join portal.work_item w on w.root_instance_id = a.root_instance_id and w.activity_id = a.id and w.open and w.kind <> 'read'
where a.root_instance_id = any($1::uuid[]) and a.status = 'active'
group by a.root_instance_id, a.id
order by a.id`;
