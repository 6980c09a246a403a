import { assertNever } from '@/lib/assert-never';
import { patchData } from './data/patch-data';
import { change, type Draft, openDraft, put, remove, start, stateOf } from './draft';
import type { EngineEvent } from './event';
import type { Instance, InstanceState, WorkItemStatus } from './state';

/** The state after an event. Nothing else changes state; null is the state before `instanceStarted`. */
export function apply(state: InstanceState | null, event: EngineEvent): InstanceState {
  const draft = openDraft(state);
  applyTo(draft, event);
  return stateOf(draft);
}

/** The same on a draft, for many events in a row. */
export function applyTo(draft: Draft, event: EngineEvent): void {
  switch (event.type) {
    case 'instanceStarted':
      return start(draft, {
        instance: event.instance,
        data: event.data,
        activities: {},
        workItems: {},
        tokens: {},
        timers: {},
        jobs: {},
        incidents: {},
      });
    case 'versionRaised':
      return changeInstance(draft, { version: event.version });
    case 'instanceSuspended':
      return changeInstance(draft, { status: 'suspended' });
    case 'instanceResumed':
      return changeInstance(draft, { status: 'running' });
    case 'instanceEnded':
      return changeInstance(draft, { status: event.status, outcome: event.outcome, endedAt: event.at });
    case 'roundStarted':
      return changeInstance(draft, { round: event.round, memo: { ...stateOf(draft).instance.memo, acted: false } });
    case 'titleChanged':
      return changeInstance(draft, { title: event.title, businessKey: event.businessKey });
    case 'activityActivated':
      countVisit(draft, event.activity.elementId, event.activity.visit);
      return put(draft, 'activities', event.activity.id, event.activity);
    case 'activityEnded':
      return change(draft, 'activities', event.activityId, { status: event.status, endedAt: event.at });
    case 'groupChanged':
      return change(draft, 'activities', event.activityId, { group: event.group });
    case 'tokenArrived':
      return put(draft, 'tokens', event.token.id, event.token);
    case 'tokensConsumed':
      for (const id of event.tokenIds) remove(draft, 'tokens', id);
      return;
    case 'workItemCreated':
      return put(draft, 'workItems', event.workItem.id, event.workItem);
    case 'workItemChanged':
      change(draft, 'workItems', event.workItemId, event.change);
      return noteAct(draft, event.change.status);
    case 'approvalNoted':
      return changeInstance(draft, { approvals: [...stateOf(draft).instance.approvals, event.approval] });
    case 'approvalsForgotten':
      return changeInstance(draft, { approvals: [] });
    case 'timerScheduled':
      return put(draft, 'timers', event.timer.id, event.timer);
    case 'timerRemoved':
      return remove(draft, 'timers', event.timerId);
    case 'jobCreated':
      return put(draft, 'jobs', event.job.id, event.job);
    case 'jobChanged':
      return change(draft, 'jobs', event.jobId, event.change);
    case 'jobRemoved':
      return remove(draft, 'jobs', event.jobId);
    case 'incidentRaised':
      return put(draft, 'incidents', event.incident.id, event.incident);
    case 'incidentResolved':
      return remove(draft, 'incidents', event.incidentId);
    case 'dataChanged':
      return changeData(draft, { rev: event.rev, values: patchData(stateOf(draft).data.values, event.changes) });
    case 'variablesSet':
      return changeInstance(draft, { variables: { ...stateOf(draft).instance.variables, ...event.variables } });
    case 'peopleChosen':
      return rememberChosen(draft, event.elementId, event.userIds);
    case 'flowTaken':
    case 'noticeRequested':
      return;
    default:
      return assertNever(event);
  }
}

// helpers //////////////////////

function changeInstance(draft: Draft, changes: Partial<Instance>): void {
  const state = stateOf(draft);
  state.instance = { ...state.instance, ...changes };
}

function changeData(draft: Draft, changes: Partial<InstanceState['data']>): void {
  const state = stateOf(draft);
  state.data = { ...state.data, ...changes };
}

function countVisit(draft: Draft, elementId: string, visit: number): void {
  const { memo } = stateOf(draft).instance;
  changeInstance(draft, { memo: { ...memo, visits: { ...memo.visits, [elementId]: visit } } });
}

function rememberChosen(draft: Draft, elementId: string, userIds: readonly string[]): void {
  const { memo } = stateOf(draft).instance;
  changeInstance(draft, { memo: { ...memo, chosen: { ...memo.chosen, [elementId]: userIds } } });
}

const humanDecisions: readonly (WorkItemStatus | undefined)[] = ['approved', 'rejected', 'returned'];

/** Seats that pass by policy are created as approved and never change, so only people come here. */
function noteAct(draft: Draft, status: WorkItemStatus | undefined): void {
  const { memo } = stateOf(draft).instance;
  if (!memo.acted && humanDecisions.includes(status)) changeInstance(draft, { memo: { ...memo, acted: true } });
}
