import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { LocalText } from '@/lib/json';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import type { PersonView, Seal } from '@/server/instance/views';
import { TOMORROW } from './overview';
import { monitorScope, scopePrefixes } from './scope';
import { STALLED } from './stalled';
import { searchInput } from '@/server/input';
import { likePattern } from '@/server/like-pattern';
import { idPage, type Page } from '@/server/page';

export const ListInstancesInput = z.strictObject({
  ...idPage(30),
  state: z.enum(['open', 'stuck', 'overdue', 'dueToday', 'suspended', 'ended', 'all']).default('open'),
  processId: z.uuid().optional(),
  holderId: z.uuid().optional(),
  /** Number, title or business key. */
  text: searchInput.optional(),
  /** At least so many hours old. */
  olderThanHours: z
    .int()
    .min(1)
    .max(24 * 365)
    .optional(),
});
export type ListInstancesInput = z.infer<typeof ListInstancesInput>;

export type MonitoredInstance = {
  id: string;
  number: string;
  title: string;
  seal: Seal;
  processId: string;
  processName: LocalText;
  applicant: PersonView;
  departmentName: LocalText | null;
  startedAt: string;
  endedAt: string | null;
  round: number;
  holders: readonly { name: string; nameEn: string; elementId: string; since: string }[];
  holderCount: number;
  dueAt: string | null;
  incidents: number;
  /** Nothing has moved in it for long; told where the stuck ones are asked for. */
  stalled: boolean;
};

/**
 * Instances in the watcher's scope, newest first. Open ones come through partial indexes. Of all and of ended ones a look examines a
 * stretch of the newest and says where to go on, however few it found there; only a number or a business key is found anywhere.
 */
export async function listInstances(ctx: Ctx, input: ListInstancesInput): Promise<Page<MonitoredInstance>> {
  const scope = await monitorScope(ctx);
  const filters = [scopePrefixes(scope), input.processId ?? null, input.holderId ?? null, input.olderThanHours ?? null];
  const number = input.text && input.cursor === undefined ? input.text : null;
  if (number !== null) {
    const { rows } = await query<Row>({
      name: `monitor_number_${input.state}`,
      text: byNumber(input.state),
      values: [...filters, number.toUpperCase(), `${number.toUpperCase()}\u{10ffff}`, number],
    });
    if (rows.length > 0) return { items: rows.map(view), nextCursor: null };
  }
  const { rows } = await query<Row>({
    name: `monitor_list_${input.state}`,
    text: byTime(input.state),
    values: [...filters, input.cursor ?? null, likePattern(input.text), input.limit + 1],
  });
  const items = rows.slice(0, input.limit).map(view);
  return { items, nextCursor: rows.length > input.limit ? (items.at(-1)?.id ?? null) : await examinedUpTo(input) };
}

// helpers //////////////////////

type Row = {
  id: string;
  number: string;
  title: string;
  status: string;
  outcome: string | null;
  round: number;
  process_id: string;
  process_zh: string;
  process_en: string;
  applicant_id: string;
  applicant_name: string;
  applicant_en: string;
  department_zh: string | null;
  department_en: string | null;
  started_at: string;
  ended_at: string | null;
  holders: MonitoredInstance['holders'] | null;
  holder_count: number;
  due_at: string | null;
  incidents: number;
  stalled: boolean;
  reworking: boolean;
};

const conditions: Record<ListInstancesInput['state'], string> = {
  open: 'i.ended_at is null',
  stuck:
    'i.ended_at is null and (exists (select from portal.incident n where n.root_instance_id = i.root_instance_id and n.resolved_at is null) or i.id in (select x.id from stalled x))',
  overdue:
    'i.ended_at is null and exists (select from portal.work_item w where w.root_instance_id = i.root_instance_id and w.open and w.due_at < now())',
  dueToday: `i.ended_at is null and exists (select from portal.work_item w where w.root_instance_id = i.root_instance_id and w.open and w.due_at >= now() and w.due_at < ${TOMORROW})`,
  suspended: "i.ended_at is null and i.status = 'suspended'",
  ended: 'i.ended_at is not null',
  all: 'true',
};

/** Instances that one look at the past examines. */
const STRETCH = 5_000;
/** More than a page may hold. A number in the text, not a parameter: the plan has to know that a few rows are enough. */
const MOST = 101;

const filters = `($1::text[] is null or i.department_path like any($1))
    and ($2::uuid is null or i.process_id = $2)
    and ($3::uuid is null or exists (select from portal.work_item w where w.root_instance_id = i.root_instance_id and w.open and w.kind <> 'read' and w.user_id = $3))
    and ($4::int is null or i.started_at < now() - make_interval(hours => $4))`;

const sets: Record<ListInstancesInput['state'], 'open' | 'all'> = {
  open: 'open',
  stuck: 'open',
  overdue: 'open',
  dueToday: 'open',
  suspended: 'open',
  ended: 'all',
  all: 'all',
};
const stretches = {
  open: `select * from portal.process_instance s where s.ended_at is null and ($5::uuid is null or s.id < $5) order by s.id desc limit ${STRETCH}`,
  // A bound that is always there lets the plan walk the index from it.
  all: `select * from portal.process_instance s where s.root_instance_id < coalesce($5::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') order by s.root_instance_id desc limit ${STRETCH}`,
};

/** By when it was started: a stretch down an index, from which the page is cut as soon as it is full. */
export function byTime(state: ListInstancesInput['state']): string {
  return described(
    state,
    `select i.* from (${stretches[sets[state]]}) i
  where ${conditions[state]} and ${filters} and ($6::text is null or i.number ilike $6 or i.title ilike $6 or i.business_key ilike $6)
  limit ${MOST}`,
  );
}

/** By how the number begins, or by the whole business key. */
export function byNumber(state: ListInstancesInput['state']): string {
  return described(
    state,
    `select i.* from hit join portal.process_instance i on i.root_instance_id = hit.root_instance_id and i.id = hit.root_instance_id
  where ${conditions[state]} and ${filters}`,
    `hit as materialized (
  (select n.root_instance_id from portal.process_instance n where length($5::text) > 2 and n.number ~>=~ $5 and n.number ~<~ $6::text order by n.number using ~>~ limit 100)
  union (select k.root_instance_id from portal.process_instance k where k.business_key = $7::text and k.process_id in (select id from portal.process) limit 100)
), `,
    '',
  );
}

function described(state: ListInstancesInput['state'], page: string, before = '', limit = 'limit $7'): string {
  return `
with ${state === 'stuck' ? `${STALLED}, ` : ''}${before}page as materialized (
  ${page}
)
select p.id, p.number, p.title, p.status, p.outcome, p.round, p.process_id, pr.name_zh as process_zh, pr.name_en as process_en,
  p.applicant_id, u.name as applicant_name, u.name_en as applicant_en, d.name_zh as department_zh, d.name_en as department_en,
  p.started_at, p.ended_at, h.holders, coalesce(h.holder_count, 0) as holder_count, h.due_at, coalesce(h.reworking, false) as reworking,
  (select count(*)::int from portal.incident n where n.root_instance_id = p.root_instance_id and n.resolved_at is null) as incidents,
  ${state === 'stuck' ? 'p.id in (select x.id from stalled x)' : 'false'} as stalled
from (select * from page order by id desc ${limit}) p
join portal.process pr on pr.id = p.process_id
join portal."user" u on u.id = p.applicant_id
left join portal.department d on d.id = p.department_id
left join lateral (
  select jsonb_agg(jsonb_build_object('name', coalesce(hu.name, ''), 'nameEn', coalesce(hu.name_en, ''), 'elementId', w.element_id, 'since', w.created_at) order by w.id) as holders,
    count(*)::int as holder_count, min(w.due_at) as due_at, bool_or(w.kind = 'revise') as reworking
  from portal.work_item w left join portal."user" hu on hu.id = w.user_id
  where w.root_instance_id = p.root_instance_id and w.open and w.kind <> 'read') h on p.ended_at is null
order by p.id desc`;
}

/** Where a full stretch ends: the next look begins there. Null when there is nothing before it. */
async function examinedUpTo({ state, cursor }: ListInstancesInput): Promise<string | null> {
  const { rows } = await query<{ id: string }>({
    name: `monitor_stretch_${sets[state]}`,
    text: `select id from (${stretches[sets[state]].replace('select *', 'select s.id').replaceAll('$5', '$1')}) s offset ${STRETCH - 1} limit 1`,
    values: [cursor ?? null],
  });
  return rows[0]?.id ?? null;
}

function view(row: Row): MonitoredInstance {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    seal: sealOf(row),
    processId: row.process_id,
    processName: { zh: row.process_zh, en: row.process_en },
    applicant: { id: row.applicant_id, name: row.applicant_name, nameEn: row.applicant_en },
    departmentName: row.department_zh === null ? null : { zh: row.department_zh, en: row.department_en ?? '' },
    startedAt: row.started_at,
    endedAt: row.ended_at,
    round: row.round,
    holders: (row.holders ?? []).slice(0, 3),
    holderCount: row.holder_count,
    dueAt: row.due_at,
    incidents: row.incidents,
    stalled: row.stalled,
  };
}

function sealOf(row: Row): Seal {
  if (row.status === 'suspended') return 'suspended';
  if (row.ended_at === null) return row.reworking ? 'rework' : 'running';
  switch (row.outcome) {
    case 'approved':
    case 'rejected':
    case 'withdrawn':
    case 'expired':
    case 'failed':
    case 'terminated':
      return row.outcome;
    default:
      throw new AppError('INTERNAL', { cause: new Error(`instance ${row.id} ended without an outcome`) });
  }
}
