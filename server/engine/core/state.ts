import type { Json } from '@/lib/json';
import type { CompletionRule } from '@/lib/bpmn/assignment';
import type { ElementKind } from '@/lib/bpmn/element-kinds';

export type Id = string;
/** ISO 8601 UTC. */
export type Instant = string;

export type InstanceStatus = 'initialized' | 'running' | 'suspended' | 'completed' | 'terminated';
export type InstanceOutcome = 'approved' | 'rejected' | 'withdrawn' | 'terminated' | 'expired' | 'failed';
export type ActivityStatus = 'active' | 'completed' | 'failed' | 'rolled_back' | 'cancelled';
export type WorkItemStatus =
  | 'waiting'
  | 'unread'
  | 'viewed'
  | 'accepted'
  | 'approved'
  | 'rejected'
  | 'done'
  | 'returned'
  | 'transferred'
  | 'timed_out'
  | 'cancelled';

/**
 * The live part of one root instance, and nothing that is history. A value: only apply() makes a new one.
 * What ends within a command stays in that command's value with its final status (so that the diff can write it);
 * live() drops it, as the next load does. Consumed tokens and removed timers, jobs and incidents go at once.
 * Read items outlive their activity; only view, markRead and remindReaders look at them.
 */
export type InstanceState = {
  instance: Instance;
  activities: Readonly<Record<Id, ActivityInstance>>;
  workItems: Readonly<Record<Id, WorkItem>>;
  tokens: Readonly<Record<Id, JoinToken>>;
  timers: Readonly<Record<Id, Timer>>;
  jobs: Readonly<Record<Id, Job>>;
  incidents: Readonly<Record<Id, Incident>>;
  data: InstanceData;
};

export type Instance = {
  id: Id;
  processId: Id;
  versionId: Id;
  status: InstanceStatus;
  outcome: InstanceOutcome | null;
  /** Grows by one with every accepted command. */
  version: number;
  round: number;
  applicantId: Id;
  departmentId: Id | null;
  title: string;
  number: string;
  businessKey: string | null;
  variables: Readonly<Record<string, Json>>;
  /** Approvals of the present round in order, for the repeat policy and `sameAs`. */
  approvals: readonly Approval[];
  memo: InstanceMemo;
  startedAt: Instant;
  endedAt: Instant | null;
};

export type Approval = { userId: Id; elementId: string; activityId: Id; decision: 'approved' | 'rejected' };

export type InstanceMemo = {
  /** How often each element has been visited. */
  visits: Readonly<Record<string, number>>;
  /** People the applicant or a previous handler chose, by the element they are for. */
  chosen: Readonly<Record<string, readonly Id[]>>;
  /** Whether a human decision was made since the (re)submission: withdrawing ends there by default. */
  acted: boolean;
};

/** A token at a node: a leaf, or a sub-process that contains others. */
export type ActivityInstance = {
  id: Id;
  elementId: string;
  /** `revise`: the applicant's own turn at the start event after a return. */
  kind: ElementKind | 'revise';
  scopeId: Id | null;
  status: ActivityStatus;
  visit: number;
  viaFlow: string | null;
  causes: readonly Id[];
  startedAt: Instant;
  dueAt: Instant | null;
  endedAt: Instant | null;
  group: ApprovalGroup | null;
  wayBack: WayBack | null;
};

/** Seats are the work items of the activity; the group keeps the rule and, once decided, the arithmetic. */
export type ApprovalGroup = {
  rule: CompletionRule;
  outcome: 'approved' | 'rejected' | null;
  /** Shown to people: "3 of 5, needs 60 %: passed". */
  tally: Tally | null;
  /** Policy traces: nobody found, applicant left out, repeats passed. */
  notes: readonly GroupNote[];
  /** People whom members asked to sign before or after their own vote; those asked to sign beside it are seats of the group. */
  added?: readonly AddedSigners[];
};

/** A group of its own within the group, for one seat. Before: the seat waits until it is decided, and its outcome is advice. After: the seat's approval counts once it is approved. */
export type AddedSigners = {
  id: Id;
  forSeatId: Id;
  position: 'before' | 'after';
  rule: SignRule;
  seatIds: readonly Id[];
  byUserId: Id;
  comment: string;
  outcome: 'approved' | 'rejected' | null;
  tally: Tally | null;
};
export type SignRule = 'any' | 'all' | 'sequential';

export type Tally = { approved: number; rejected: number; pending: number; seats: number; need: number };
export type GroupNote = {
  kind:
    | 'fellBackUp'
    | 'fellBackUser'
    | 'fellBackAdmin'
    | 'autoPassed'
    | 'applicantLeftOut'
    | 'applicantToManager'
    | 'repeatPassed'
    | 'carriedOver'
    | 'proxy'
    /** Only in previews. */
    | 'toBeChosen';
  userId?: Id;
  forUserId?: Id;
};

/** What a return took away and where a straight resubmission goes: the tokens to stand again. */
export type WayBack = {
  mode: 'straight' | 'wholeChain';
  /** Why the applicant has it again. */
  cause: 'rejected' | 'returned';
  byUserId: Id;
  comment: string;
  activities: readonly WayBackActivity[];
  tokens: readonly { elementId: string; flowId: string; scopeId: Id | null; causes: readonly Id[] }[];
};

/** `id` is the one that was taken away: `scopeId` of what it contained points at it. `armed`: boundary timers that had not fired. */
export type WayBackActivity = {
  id: Id;
  elementId: string;
  scopeId: Id | null;
  viaFlow: string | null;
  causes: readonly Id[];
  seats: readonly WayBackSeat[];
  /** Signers that members had added: they are asked again too. */
  added?: readonly WayBackSigners[];
  armed: readonly string[];
};

/** `forUserId`: who had the seat that they were added to. */
export type WayBackSigners = Pick<AddedSigners, 'rule' | 'byUserId' | 'comment'> & {
  position: AddedSigners['position'] | 'parallel';
  forUserId: Id;
  signers: readonly { userId: Id; approved: boolean }[];
};

/** `transferredFrom`: whoever had this seat before it was handed over. */
export type WayBackSeat = { userId: Id; onBehalfOf: Id | null; transferredFrom: readonly Id[]; approved: boolean };

export type WorkItem = {
  id: Id;
  activityId: Id;
  elementId: string;
  kind: 'task' | 'revise' | 'read';
  status: WorkItemStatus;
  userId: Id | null;
  /** Who may claim it while `userId` is null. */
  candidates: readonly Id[];
  onBehalfOf: Id | null;
  seat: 'original' | 'before' | 'after' | 'parallel' | 'transferred';
  parentSeatId: Id | null;
  seatOrder: number;
  comment: string | null;
  createdAt: Instant;
  viewedAt: Instant | null;
  dueAt: Instant | null;
  endedAt: Instant | null;
  urgedAt: Instant | null;
  reason: SeatReason | null;
};

/** Why this person: the rule's kind and the organisation record it used, as display texts frozen at that time. */
export type SeatReason = { rule: string; via?: string; proxyOf?: string; note?: GroupNote['kind'] };

export type JoinToken = {
  id: Id;
  elementId: string;
  flowId: string;
  scopeId: Id | null;
  causes: readonly Id[];
  carriedOver: boolean;
  at: Instant;
};
export type Timer = {
  id: Id;
  activityId: Id | null;
  elementId: string | null;
  kind: 'catch' | 'boundary' | 'due' | 'remind' | 'lifeSpan';
  dueAt: Instant;
};
export type Job = {
  id: Id;
  activityId: Id;
  elementId: string;
  connectorId: Id;
  kind: 'service';
  status: 'ready' | 'dead';
  attempts: number;
  runAt: Instant;
  leaseToken: Id | null;
  lastError: Json;
};
export type IncidentKind = 'connector' | 'nobody' | 'noFlow' | 'expression' | 'stepLimit' | 'uncaughtError';
export type Incident = {
  id: Id;
  activityId: Id | null;
  elementId: string | null;
  kind: IncidentKind;
  detail: { [key: string]: Json };
  createdAt: Instant;
};

/** The request's form values by field key; sub-table rows carry `_id`. `rev` guards against decisions on a stale view. */
export type InstanceData = { formVersionId: Id | null; formRowId: Id | null; rev: number; values: Readonly<Record<string, Json>> };
