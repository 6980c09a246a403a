import { packDetail } from './activity-detail';
import type { EngineEvent } from '@/server/engine/core/event';
import type { ActivityInstance, Id, InstanceState, Job, WorkItem } from '@/server/engine/core/state';

/** A row by its columns, as persist-sql.ts writes it. */
export type WriteRow = Readonly<Record<string, unknown>>;

/** Rows to write. Empty sections are left out: the statement then does nothing for them. */
export type WriteSet = { [section: string]: readonly WriteRow[] };

/**
 * What a command has changed: the difference of two states. Collections share what did not change, so comparing references
 * is enough, and nothing is written twice. What was resolved is gone from the state; how, is in the events.
 */
export function diff(before: InstanceState | null, after: InstanceState, events: readonly EngineEvent[]): WriteSet {
  const activities = compare(before?.activities, after.activities);
  const items = compare(before?.workItems, after.workItems);
  const tokens = compare(before?.tokens, after.tokens);
  const timers = compare(before?.timers, after.timers);
  const jobs = compare(before?.jobs, after.jobs);
  const incidents = compare(before?.incidents, after.incidents);
  return withoutEmpty({
    activityNew: activities.added.map((activity) => newActivity(after.instance.id, activity)),
    activityChanged: activities.changed.map(changedActivity),
    itemNew: items.added.map((item) => newItem(after.instance.processId, item)),
    itemChanged: items.changed.map(changedItem),
    candidateNew: candidates(after.workItems, before?.workItems),
    candidateGone: candidates(before?.workItems, after.workItems),
    tokenNew: tokens.added.map((token) => ({
      id: token.id,
      element_id: token.elementId,
      flow_id: token.flowId,
      scope_id: token.scopeId,
      causes: uuids(token.causes),
      carried_over: token.carriedOver,
      at: token.at,
    })),
    tokenGone: tokens.gone.map((id) => ({ id })),
    timerNew: timers.added.map((timer) => ({
      id: timer.id,
      activity_id: timer.activityId,
      element_id: timer.elementId,
      kind: timer.kind,
      due_at: timer.dueAt,
    })),
    timerGone: timers.gone.map((id) => ({ id })),
    jobNew: jobs.added.map((job) => ({
      ...jobRow(job),
      activity_id: job.activityId,
      element_id: job.elementId,
      connector_id: job.connectorId,
      kind: job.kind,
    })),
    jobChanged: jobs.changed.map(jobRow),
    jobGone: jobs.gone.map((id) => ({ id })),
    incidentNew: incidents.added.map((incident) => ({
      id: incident.id,
      activity_id: incident.activityId,
      element_id: incident.elementId,
      process_id: after.instance.processId,
      kind: incident.kind,
      detail: incident.detail,
      created_at: incident.createdAt,
    })),
    incidentResolved: events.flatMap((event) =>
      event.type === 'incidentResolved' && before?.incidents[event.incidentId]
        ? [{ id: event.incidentId, at: event.at, by_user_id: event.byUserId, note: event.note }]
        : [],
    ),
  });
}

// helpers //////////////////////

type Comparison<T> = { added: T[]; changed: T[]; gone: Id[] };

function compare<T extends object>(before: Readonly<Record<Id, T>> = {}, after: Readonly<Record<Id, T>>): Comparison<T> {
  const result: Comparison<T> = { added: [], changed: [], gone: [] };
  if (before === after) return result;
  for (const [id, value] of Object.entries(after)) {
    const old = before[id];
    if (old === undefined) result.added.push(value);
    else if (old !== value) result.changed.push(value);
  }
  for (const id of Object.keys(before)) if (after[id] === undefined) result.gone.push(id);
  return result;
}

function withoutEmpty(sections: WriteSet): WriteSet {
  const written: WriteSet = {};
  for (const [name, rows] of Object.entries(sections)) if (rows.length > 0) written[name] = rows;
  return written;
}

/** Written out: spreading one row into another costs five times as much. */
function newActivity(instanceId: Id, activity: ActivityInstance): WriteRow {
  return {
    id: activity.id,
    instance_id: instanceId,
    element_id: activity.elementId,
    kind: activity.kind,
    scope_id: activity.scopeId,
    status: activity.status,
    visit: activity.visit,
    via_flow: activity.viaFlow,
    causes: uuids(activity.causes),
    detail: packDetail(activity),
    started_at: activity.startedAt,
    due_at: activity.dueAt,
    ended_at: activity.endedAt,
  };
}

function changedActivity(activity: ActivityInstance): WriteRow {
  return { id: activity.id, status: activity.status, detail: packDetail(activity), due_at: activity.dueAt, ended_at: activity.endedAt };
}

function newItem(processId: Id, item: WorkItem): WriteRow {
  return {
    id: item.id,
    activity_id: item.activityId,
    element_id: item.elementId,
    process_id: processId,
    kind: item.kind,
    status: item.status,
    open: isOpen(item),
    user_id: item.userId,
    on_behalf_of: item.onBehalfOf,
    seat: item.seat,
    parent_seat_id: item.parentSeatId,
    seat_order: item.seatOrder,
    comment: item.comment,
    created_at: item.createdAt,
    viewed_at: item.viewedAt,
    due_at: item.dueAt,
    ended_at: item.endedAt,
    urged_at: item.urgedAt,
    reason: item.reason,
  };
}

function changedItem(item: WorkItem): WriteRow {
  return {
    id: item.id,
    status: item.status,
    open: isOpen(item),
    user_id: item.userId,
    on_behalf_of: item.onBehalfOf,
    comment: item.comment,
    viewed_at: item.viewedAt,
    due_at: item.dueAt,
    ended_at: item.endedAt,
    urged_at: item.urgedAt,
    reason: item.reason,
  };
}

function isOpen({ status }: WorkItem): boolean {
  return status === 'unread' || status === 'viewed' || status === 'accepted';
}

/** Candidates of `these` work items that `those` do not have; an item that has ended is offered to nobody. */
function candidates(these: InstanceState['workItems'] = {}, those: InstanceState['workItems'] = {}): WriteRow[] {
  if (these === those) return [];
  return Object.values(these).flatMap((item) => {
    const other = those[item.id];
    if (item === other) return [];
    const known = new Set(other ? offeredTo(other) : []);
    return offeredTo(item)
      .filter((userId) => !known.has(userId))
      .map((userId) => ({ work_item_id: item.id, user_id: userId }));
  });
}

function offeredTo(item: WorkItem): readonly Id[] {
  return item.endedAt === null ? item.candidates : [];
}

function jobRow(job: Job): WriteRow {
  return {
    id: job.id,
    status: job.status,
    attempts: job.attempts,
    run_at: job.runAt,
    lease_token: job.leaseToken,
    last_error: job.lastError,
  };
}

/** An array literal: jsonb_to_recordset reads it into uuid[]. */
function uuids(ids: readonly Id[]): string {
  return `{${ids.join(',')}}`;
}
