import type { Json } from '@/lib/json';
import type {
  ActivityInstance,
  ApprovalGroup,
  Approval,
  Id,
  Incident,
  InstanceOutcome,
  InstanceState,
  Instant,
  Job,
  JoinToken,
  Timer,
  WorkItem,
} from './state';

/** Everything that can happen to an instance. The journal stores them; apply() is the only thing that changes state. */
export type EngineEvent =
  /** The last event of every command that changed anything; a command without events needs no write. */
  | { type: 'versionRaised'; version: number }
  | { type: 'instanceStarted'; instance: InstanceState['instance']; data: InstanceState['data'] }
  | { type: 'instanceSuspended'; reason: string }
  | { type: 'instanceResumed'; reason: string }
  | { type: 'instanceEnded'; status: 'completed' | 'terminated'; outcome: InstanceOutcome; at: Instant }
  | { type: 'roundStarted'; round: number }
  | { type: 'titleChanged'; title: string; businessKey: string | null }
  | { type: 'activityActivated'; activity: ActivityInstance }
  | { type: 'activityEnded'; activityId: Id; elementId: string; status: 'completed' | 'failed' | 'rolled_back' | 'cancelled'; at: Instant }
  | { type: 'groupChanged'; activityId: Id; elementId: string; group: ApprovalGroup }
  | { type: 'flowTaken'; flowId: string; scopeId: Id | null }
  | { type: 'tokenArrived'; token: JoinToken }
  | { type: 'tokensConsumed'; tokenIds: readonly Id[] }
  | { type: 'workItemCreated'; workItem: WorkItem }
  | {
      type: 'workItemChanged';
      workItemId: Id;
      elementId: string;
      change: Partial<
        Pick<
          WorkItem,
          'status' | 'userId' | 'candidates' | 'onBehalfOf' | 'comment' | 'viewedAt' | 'endedAt' | 'urgedAt' | 'dueAt' | 'reason'
        >
      >;
    }
  | { type: 'approvalNoted'; approval: Approval }
  | { type: 'approvalsForgotten' }
  | { type: 'timerScheduled'; timer: Timer }
  | { type: 'timerRemoved'; timerId: Id; fired: boolean }
  | { type: 'jobCreated'; job: Job }
  | { type: 'jobChanged'; jobId: Id; change: Partial<Pick<Job, 'status' | 'attempts' | 'runAt' | 'leaseToken' | 'lastError'>> }
  | { type: 'jobRemoved'; jobId: Id }
  | { type: 'incidentRaised'; incident: Incident }
  | { type: 'incidentResolved'; incidentId: Id; elementId: string | null; byUserId: Id | null; note: string; at: Instant }
  | { type: 'dataChanged'; changes: readonly DataChange[]; rev: number }
  | { type: 'variablesSet'; variables: Readonly<Record<string, Json>> }
  | { type: 'peopleChosen'; elementId: string; userIds: readonly Id[] }
  /** For the outbox: becomes in-app notices and mails. No change of state. */
  | { type: 'noticeRequested'; notice: NoticeRequest };

/** Before and after of one field; a sub-table is compared row by row (`path` = key, or key[rowId].column, or key[rowId]). */
export type DataChange = { path: string; before: Json; after: Json };

export type NoticeKind =
  | 'assigned'
  | 'offered'
  | 'toRead'
  | 'returned'
  | 'rejected'
  | 'completed'
  | 'withdrawn'
  | 'terminated'
  | 'expired'
  | 'transferred'
  | 'urged'
  | 'dueSoon'
  | 'overdue'
  | 'incident'
  | 'commented'
  | 'mentioned';
export type NoticeRequest = {
  kind: NoticeKind;
  userIds: readonly Id[];
  workItemId: Id | null;
  elementId: string | null;
  params: Readonly<Record<string, string>>;
};
