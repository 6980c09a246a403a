import type { Json } from '@/lib/json';
import type { CommandResult } from '@/server/engine/core/command';
import type {
  ActivityInstance,
  Incident,
  Instance,
  InstanceData,
  InstanceState,
  Job,
  JoinToken,
  Timer,
  WorkItem,
} from '@/server/engine/core/state';
import { type StoredDetail, unpackDetail } from './activity-detail';
import { readBody } from './journal-body';
import { type StoredApproval, type StoredMemo, unpackApprovals, unpackMemo } from './pack-instance';
import type { PreparedRunner } from './runner';
import { iso, isoOrNull } from './timestamps';

/** A command that was already carried out, with the answer it got. */
export type Seen = { requestHash: string; result: CommandResult };

/** The last row of a journal. */
export type JournalEnd = { seq: number; hash: string };

/** The live part of a root instance, where its journal ends, and at which revision the organisation is: all of one snapshot. */
export type Loaded = { state: InstanceState; journal: JournalEnd; seen: Seen | null; organisation: string };

/** By the root's id, or by the id of one of its work items. */
export type LoadKey = { rootInstanceId: string } | { workItemId: string };

/**
 * One prepared statement, one snapshot, no lock: whoever writes later is guarded by the version it read here. (Locking and
 * joining in one statement returns a fresh locked row beside stale joined ones: docs/adr/0006.) Read items are history for
 * the engine unless `reads` asks for those that are still open.
 */
export async function load(run: PreparedRunner, key: LoadKey, commandId: string, reads = false): Promise<Loaded | null> {
  const { rows } = await run<{ loaded: Row }>({
    name: 'engine_load',
    text: LOAD,
    values: ['rootInstanceId' in key ? key.rootInstanceId : null, 'workItemId' in key ? key.workItemId : null, commandId, reads],
  });
  const [row] = rows;
  return row ? toLoaded(row.loaded) : null;
}

/** What a start has to know: whether it is a repeat (nearly none is, and looking is a tenth of loading), and the organisation's revision. What was kept has not looked: the write does. */
export type StartReading = { isStarted: boolean; organisation: string; isKept: boolean };

/** As columns of a select; `instanceId` is a parameter, e.g. `$3`. */
export const startReading = (instanceId: string) => `(select r.revision from portal.organisation_revision r) as organisation,
  exists (select from portal.process_instance s where s.root_instance_id = ${instanceId}::uuid and s.id = ${instanceId}::uuid) as "isStarted"`;

export async function readStart(run: PreparedRunner, rootInstanceId: string): Promise<StartReading> {
  const { rows } = await run<Omit<StartReading, 'isKept'>>({
    name: 'engine_started',
    text: `select ${startReading('$1')}`,
    values: [rootInstanceId],
  });
  const [reading] = rows;
  if (!reading) throw new Error('a select without from gave no row');
  return { ...reading, isKept: false };
}

/** One column: describing thirty of them in every answer costs both sides more than the rows do. A claim counts its attempt at once, so that a worker that dies has used one up; the engine counts those that have ended. */
const LOAD = `
with target as materialized (
  select coalesce($1::uuid, (select w.root_instance_id from portal.work_item w where w.id = $2::uuid)) as root
)
select json_build_object(
  'instance', json_build_object('id', i.id, 'processId', i.process_id, 'versionId', i.version_id, 'status', i.status, 'outcome', i.outcome, 'version', i.version,
    'round', i.round, 'applicantId', i.applicant_id, 'departmentId', i.department_id, 'title', i.title, 'number', i.number, 'businessKey', i.business_key,
    'variables', i.variables, 'approvals', i.approvals, 'memo', i.memo, 'startedAt', i.started_at, 'endedAt', i.ended_at),
  'data', json_build_object('formVersionId', d.form_version_id, 'formRowId', d.form_row_id, 'rev', d.rev, 'values', d.values),
  'activities', (select json_agg(json_build_object('id', a.id, 'elementId', a.element_id, 'kind', a.kind, 'scopeId', a.scope_id, 'status', a.status, 'visit', a.visit,
     'viaFlow', a.via_flow, 'causes', a.causes, 'detail', a.detail, 'startedAt', a.started_at, 'dueAt', a.due_at, 'endedAt', a.ended_at))
   from portal.activity_instance a where a.root_instance_id = t.root and a.status = 'active'),
  'workItems', (select json_agg(json_build_object('id', w.id, 'activityId', w.activity_id, 'elementId', w.element_id, 'kind', w.kind, 'status', w.status, 'userId', w.user_id,
     'candidates', (select json_agg(c.user_id) from portal.work_item_candidate c where c.root_instance_id = t.root and c.work_item_id = w.id),
     'onBehalfOf', w.on_behalf_of, 'seat', w.seat, 'parentSeatId', w.parent_seat_id, 'seatOrder', w.seat_order, 'comment', w.comment, 'createdAt', w.created_at,
     'viewedAt', w.viewed_at, 'dueAt', w.due_at, 'endedAt', w.ended_at, 'urgedAt', w.urged_at, 'reason', w.reason))
   from portal.work_item w where w.root_instance_id = t.root and (
     w.kind <> 'read' and exists (select from portal.activity_instance a where a.root_instance_id = t.root and a.id = w.activity_id and a.status = 'active')
     or $4::boolean and w.kind = 'read' and w.open)),
  'tokens', (select json_agg(json_build_object('id', j.id, 'elementId', j.element_id, 'flowId', j.flow_id, 'scopeId', j.scope_id, 'causes', j.causes,
     'carriedOver', j.carried_over, 'at', j.at))
   from portal.join_token j where j.root_instance_id = t.root),
  'timers', (select json_agg(json_build_object('id', m.id, 'activityId', m.activity_id, 'elementId', m.element_id, 'kind', m.kind, 'dueAt', m.due_at))
   from portal.timer m where m.root_instance_id = t.root),
  'jobs', (select json_agg(json_build_object('id', b.id, 'activityId', b.activity_id, 'elementId', b.element_id, 'connectorId', b.connector_id, 'kind', b.kind, 'status', b.status, 'attempts', b.attempts - (b.lease_token is not null)::int,
     'runAt', b.run_at, 'leaseToken', b.lease_token, 'lastError', b.last_error))
   from portal.job b where b.root_instance_id = t.root),
  'incidents', (select json_agg(json_build_object('id', x.id, 'activityId', x.activity_id, 'elementId', x.element_id, 'kind', x.kind, 'detail', x.detail, 'createdAt', x.created_at))
   from portal.incident x where x.root_instance_id = t.root and x.resolved_at is null),
  'journal', (select json_build_object('seq', l.seq, 'hash', encode(l.hash, 'hex')) from portal.journal l where l.root_instance_id = t.root order by l.seq desc limit 1),
  'organisation', (select r.revision from portal.organisation_revision r),
  'seen', (select json_build_object('requestHash', l.request_hash, 'body', encode(l.body, 'base64')) from portal.journal l where l.root_instance_id = t.root and l.command_id = $3::uuid)) as loaded
from target t
join portal.process_instance i on i.root_instance_id = t.root and i.id = t.root
join portal.instance_data d on d.root_instance_id = t.root`;

// helpers //////////////////////

type Row = {
  instance: Omit<Instance, 'approvals' | 'memo'> & { approvals: StoredApproval[]; memo: StoredMemo };
  data: InstanceData;
  activities: (Omit<ActivityInstance, 'group' | 'wayBack'> & { detail: StoredDetail | null })[] | null;
  workItems: (Omit<WorkItem, 'candidates'> & { candidates: string[] | null })[] | null;
  tokens: JoinToken[] | null;
  timers: Timer[] | null;
  jobs: (Omit<Job, 'lastError'> & { lastError: Json })[] | null;
  incidents: Incident[] | null;
  journal: JournalEnd | null;
  organisation: string;
  seen: { requestHash: string; body: string } | null;
};

function toLoaded(row: Row): Loaded {
  return {
    state: {
      instance: toInstance(row.instance),
      data: row.data,
      activities: byId(row.activities, ({ detail, ...activity }) => ({
        ...activity,
        startedAt: iso(activity.startedAt),
        dueAt: isoOrNull(activity.dueAt),
        endedAt: isoOrNull(activity.endedAt),
        ...unpackDetail(detail),
      })),
      workItems: byId(row.workItems, (item) => ({
        ...item,
        candidates: item.candidates ?? [],
        createdAt: iso(item.createdAt),
        viewedAt: isoOrNull(item.viewedAt),
        dueAt: isoOrNull(item.dueAt),
        endedAt: isoOrNull(item.endedAt),
        urgedAt: isoOrNull(item.urgedAt),
      })),
      tokens: byId(row.tokens, (token) => ({ ...token, at: iso(token.at) })),
      timers: byId(row.timers, (timer) => ({ ...timer, dueAt: iso(timer.dueAt) })),
      jobs: byId(row.jobs, (job) => ({ ...job, runAt: iso(job.runAt) })),
      incidents: byId(row.incidents, (incident) => ({ ...incident, createdAt: iso(incident.createdAt) })),
    },
    journal: row.journal ?? { seq: 0, hash: '' },
    organisation: row.organisation,
    seen: row.seen && { requestHash: row.seen.requestHash, result: readBody(Buffer.from(row.seen.body, 'base64')).result },
  };
}

function toInstance({ approvals, memo, startedAt, endedAt, ...instance }: Row['instance']): Instance {
  return {
    ...instance,
    approvals: unpackApprovals(approvals),
    memo: unpackMemo(memo),
    startedAt: iso(startedAt),
    endedAt: isoOrNull(endedAt),
  };
}

/** In the order of ids, which is that of time. Sorting few rows here is cheaper than a sort node in every execution. */
function byId<R extends { id: string }, T>(rows: readonly R[] | null, map: (row: R) => T): Record<string, T> {
  return Object.fromEntries((rows ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((row) => [row.id, map(row)]));
}
