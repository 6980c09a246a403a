import type { Json, Locale } from '@/lib/json';
import type { Tally, WorkItem } from '@/server/engine/core/state';
import { inLanguage } from '@/server/bpmn/in-language';
import { getDefinition } from '@/server/engine/runtime/definitions';
import { accessAt } from '@/server/instance/access-at';
import { loadPeople } from '@/server/instance/people';
import { summariesOf } from '@/server/instance/summary';
import type { DepartmentView, ProcessView, SummaryField, PersonView } from '@/server/instance/views';
import type { InboxItem, NotAtOnce } from './task-views';

/** A work item with what a list shows of its request. */
export type ItemRow = {
  id: string;
  root_instance_id: string;
  element_id: string;
  kind: WorkItem['kind'];
  status: WorkItem['status'];
  on_behalf_of: string | null;
  comment: string | null;
  created_at: string;
  viewed_at: string | null;
  due_at: string | null;
  ended_at: string | null;
  urged_at: string | null;
  title: string;
  number: string;
  instance_status: string;
  version_id: string;
  round: number;
  applicant_id: string;
  tally: Tally | null;
  process_id: string;
  key: string;
  name_zh: string;
  name_en: string;
  icon: string;
  department_id: string | null;
  department_zh: string | null;
  department_en: string | null;
  form_version_id: string | null;
  rev: number;
  values: Record<string, Json> | null;
};

/** Columns of an ItemRow; `w` is the work item, `i` its instance. */
export const ITEM_COLUMNS = `
w.id, w.root_instance_id, w.element_id, w.kind, w.status, w.on_behalf_of, w.comment, w.created_at, w.viewed_at, w.due_at, w.ended_at, w.urged_at,
i.title, i.number, i.status as instance_status, i.version_id, i.round, i.applicant_id,
a.detail->'group'->'tally' as tally,
i.process_id, p.key, p.name_zh, p.name_en, p.icon, i.department_id, d.name_zh as department_zh, d.name_en as department_en, x.form_version_id, coalesce(x.rev, 0) as rev, x.values`;

/*
 * Of each table, all rows of the page by one walk along its index: requests of one page are near each other in time, and so are their
 * keys. One walk down for every row would touch one page more per table and row each time the history has grown a hundredfold.
 */
const ofPage = (table: string) => `(select * from portal.${table} where root_instance_id = any(array(select root_instance_id from w)))`;

/** Joins that ITEM_COLUMNS reads from, after the page has been cut; `w` is materialized. */
export const ITEM_JOINS = `
join ${ofPage('process_instance')} i on i.root_instance_id = w.root_instance_id and i.id = w.root_instance_id
join portal.process p on p.id = i.process_id
left join portal.department d on d.id = i.department_id
left join ${ofPage('instance_data')} x on x.root_instance_id = w.root_instance_id
left join ${ofPage('activity_instance')} a on a.root_instance_id = w.root_instance_id and a.id = w.activity_id`;

export type Described = {
  process: ProcessView;
  department: DepartmentView | null;
  elementName: string;
  applicant: PersonView;
  onBehalfOf: PersonView | null;
  summary: readonly SummaryField[];
};

/** What the rows need beyond themselves: names, element names, summary fields as the seat may see them. */
export async function describe(rows: readonly ItemRow[], locale: Locale): Promise<(row: ItemRow) => Described> {
  const definitions = new Map(
    await Promise.all(
      [...new Set(rows.map((row) => row.version_id))].map(async (id) => [id, inLanguage(await getDefinition(id), locale)] as const),
    ),
  );
  const [people, summaries] = await Promise.all([
    loadPeople(rows.flatMap((row) => [row.applicant_id, row.on_behalf_of])),
    summariesOf(
      rows.map((row) => {
        const access = accessAt(definitions.get(row.version_id), row.element_id);
        return { id: row.id, versionId: row.version_id, formVersionId: row.form_version_id, values: row.values, access };
      }),
      locale,
    ),
  ]);
  return (row) => ({
    process: { id: row.process_id, key: row.key, name: { zh: row.name_zh, en: row.name_en }, icon: row.icon },
    department:
      row.department_id === null ? null : { id: row.department_id, name: { zh: row.department_zh ?? '', en: row.department_en ?? '' } },
    elementName: definitions.get(row.version_id)?.elements[row.element_id]?.name ?? '',
    applicant: people.of(row.applicant_id),
    onBehalfOf: people.maybe(row.on_behalf_of),
    summary: summaries.get(row.id) ?? [],
  });
}

export function toInboxItem(row: ItemRow, described: Described, notAtOnce: NotAtOnce | null): InboxItem {
  return {
    workItemId: row.id,
    instanceId: row.root_instance_id,
    kind: row.kind,
    status: row.status,
    title: row.title,
    number: row.number,
    ...described,
    elementId: row.element_id,
    round: row.round,
    createdAt: row.created_at,
    viewedAt: row.viewed_at,
    dueAt: row.due_at,
    urgedAt: row.urged_at,
    suspended: row.instance_status === 'suspended',
    tally: row.tally,
    rev: row.rev,
    notAtOnce,
  };
}
