import type { CompletionRule } from '@/lib/bpmn/assignment';
import type { FieldAccess, TaskAction } from '@/lib/bpmn/settings';
import type { Lookups } from '@/forms/fields/config';
import type { FormSchema } from '@/forms/schema/schema';
import type { FormValues } from '@/forms/schema/values';
import type { Json, LocalText } from '@/lib/json';
import type { DataChange } from '@/server/engine/core/event';
import type { ActivityStatus, AddedSigners, GroupNote, IncidentKind, SeatReason, Tally, WorkItem } from '@/server/engine/core/state';
import type { DepartmentView, HolderView, NextStep, PeopleChoice, PersonView, ProcessView, RequestState, SummaryField } from './views';

/** Everything of one request for one reader: what the reader may not see is not in it. */
export type RequestPage = RequestState & {
  id: string;
  number: string;
  title: string;
  businessKey: string | null;
  round: number;
  process: ProcessView & { versionId: string; versionNo: number };
  applicant: PersonView;
  department: DepartmentView | null;
  startedAt: string;
  endedAt: string | null;
  /** When it ends by itself, finished or not. */
  expiresAt: string | null;
  summary: readonly SummaryField[];
  holders: readonly HolderView[];
  form: RequestForm | null;
  /** The newest stretch; `earlier` is where the next begins. */
  timeline: readonly TimelineEntry[];
  earlier: number | null;
  rounds: readonly RoundView[];
  changes: readonly ChangeStep[];
  diagram: DiagramView;
  documents: readonly DocumentView[];
  documentTypes: readonly DocumentTypeView[];
  comments: readonly CommentView[];
  /** What waits for the reader in this request, oldest first. */
  myItems: readonly MyItem[];
  /** The reader has no part in it but that of reading it. */
  onlyReads: boolean;
  /** While it runs: who has it, and where it goes from here when everybody approves. */
  outlook: { steps: readonly NextStep[]; complete: boolean } | null;
  /** What else the reader may do with it. */
  can: RequestRights;
  receipts: readonly ReceiptGroup[];
  incidents: readonly IncidentView[];
  /** For those who reassign: by active activity, who cannot get a seat there. */
  taken: Readonly<Record<string, readonly string[]>>;
};

export type RequestForm = {
  versionId: string;
  schema: FormSchema;
  /** Masked and stripped by `access`. */
  values: FormValues;
  access: FieldAccess;
  /** Names behind the ids in the values. */
  lookups: Lookups;
  /** Goes back with a decision: it was made on these values. */
  rev: number;
};

export type RequestRights = {
  withdraw: boolean;
  urge: boolean;
  comment: boolean;
  /** Begin a new one after it. */
  copy: boolean;
  remindReaders: boolean;
  suspend: boolean;
  resume: boolean;
  terminate: boolean;
  reassign: boolean;
  retryIncident: boolean;
  audit: boolean;
  /** The calls to outside systems. */
  calls: boolean;
  /** Seats of added signers that the reader may take out again. */
  removeSigners: readonly string[];
};

/** Newest first. An act is one command; an activity is a human activity with its seats. */
export type TimelineEntry = TimelineAct | TimelineActivity;

export type ActKind =
  | 'submitted'
  | 'resubmitted'
  | 'withdrawn'
  | 'urged'
  | 'claimed'
  | 'released'
  | 'transferred'
  | 'signersAdded'
  | 'signerRemoved'
  | 'suspended'
  | 'resumed'
  | 'terminated'
  | 'reassigned'
  | 'incidentRaised'
  | 'incidentRetried'
  | 'timerFired'
  | 'serviceDone'
  | 'serviceFailed'
  | 'serviceError'
  | 'readersReminded'
  | 'ended';

export type TimelineAct = {
  type: 'act';
  seq: number;
  at: string;
  round: number;
  act: ActKind;
  by: ActorView;
  /** To whom (transfer, reassign) or from whom. */
  target: PersonView | null;
  /** How many beside the target. */
  more: number;
  elementId: string | null;
  elementName: string | null;
  text: string | null;
};

export type ActorView = { kind: 'user'; person: PersonView } | { kind: 'system'; name: string };

export type TimelineActivity = {
  type: 'activity';
  /** When it ended; while it is active, when it began. */
  at: string;
  round: number;
  activityId: string;
  elementId: string;
  elementName: string;
  kind: 'human' | 'read' | 'revise';
  visit: number;
  startedAt: string;
  endedAt: string | null;
  status: ActivityStatus;
  outcome: 'approved' | 'rejected' | 'returned' | null;
  rule: CompletionRule | null;
  tally: Tally | null;
  notes: readonly { kind: GroupNote['kind']; person: PersonView | null; forPerson: PersonView | null }[];
  seats: readonly SeatView[];
  added: readonly AddedView[];
};

/** Signers whom a member added before or after the own seat; their seats are among those of the activity. */
export type AddedView = {
  id: string;
  forSeatId: string;
  position: AddedSigners['position'];
  rule: AddedSigners['rule'];
  seatIds: readonly string[];
  by: PersonView;
  outcome: AddedSigners['outcome'];
};

export type SeatView = {
  workItemId: string;
  person: PersonView | null;
  candidates: readonly PersonView[];
  onBehalfOf: PersonView | null;
  kind: WorkItem['kind'];
  status: WorkItem['status'];
  seat: WorkItem['seat'];
  parentSeatId: string | null;
  comment: string | null;
  createdAt: string;
  viewedAt: string | null;
  endedAt: string | null;
  dueAt: string | null;
  reason: SeatReason | null;
};

/** The values with which a round was submitted. */
export type RoundView = { round: number; seq: number; at: string; by: PersonView | null; values: FormValues };

/** What one step changed; only fields that the reader may see. */
export type ChangeStep = {
  seq: number;
  at: string;
  round: number;
  elementId: string | null;
  elementName: string | null;
  by: PersonView | null;
  changes: readonly DataChange[];
};

export type DiagramView = {
  xml: string;
  tokens: readonly { elementId: string; since: string; people: readonly PersonView[]; dueAt: string | null }[];
  /** Elements that were reached, with how often and by whom and when last. */
  visited: readonly {
    elementId: string;
    visits: number;
    lastAt: string;
    people: readonly PersonView[];
    outcome: 'approved' | 'rejected' | 'returned' | null;
    /** Only before the chain began anew: it comes again. */
    earlier: boolean;
    /** Taken away without having been done. */
    left: boolean;
  }[];
  flows: readonly { flowId: string; count: number; earlier: boolean }[];
  /** From where it went back to the applicant, oldest first. */
  returns: readonly { elementId: string; to: string; round: number; cause: 'rejected' | 'returned' }[];
  incidents: readonly string[];
};

export type DocumentView = {
  id: string;
  name: string;
  mime: string;
  size: number;
  documentTypeId: string | null;
  fieldId: string | null;
  elementId: string | null;
  uploadedBy: PersonView;
  at: string;
  /** png, jpg, gif and webp: may be shown in place. */
  inline: boolean;
  removable: boolean;
};

export type DocumentTypeView = {
  id: string;
  name: LocalText;
  required: boolean;
  formats: readonly string[];
  maxCount: number /** The reader may add one now. */;
  addable: boolean;
};

/** Those in `mentions` stand in the text as @ and their name. */
export type CommentView = { id: string; author: PersonView; text: string; at: string; mentions: readonly PersonView[] };

export type ItemAction = TaskAction | 'claim' | 'release' | 'resubmit' | 'markRead' | 'withdraw';

export type MyItem = {
  id: string;
  elementId: string;
  elementName: string;
  kind: WorkItem['kind'];
  status: WorkItem['status'];
  onBehalfOf: PersonView | null;
  reason: SeatReason | null;
  createdAt: string;
  viewedAt: string | null;
  dueAt: string | null;
  urgedAt: string | null;
  actions: readonly ItemAction[];
  approveLabel: LocalText | null;
  commentRequired: readonly ('approve' | 'reject' | 'return')[];
  tally: Tally | null;
  /** People that the reader must choose when approving. */
  choices: readonly PeopleChoice[];
  /** What comes after it when everybody approves; null when that cannot be said now. */
  next: readonly NextStep[] | null;
  /** Revise: who sent it back, why, and what happens with a resubmission. */
  wayBack: { cause: 'rejected' | 'returned'; by: PersonView | null; comment: string; mode: 'straight' | 'wholeChain' } | null;
  /** The colleague who asked for this signature or handed the item over. */
  askedBy: { how: 'before' | 'after' | 'parallel' | 'transferred'; by: PersonView; comment: string } | null;
  /** A signature before somebody's own: it need not bring what the activity asks for. */
  advises: boolean;
  /** Who cannot be asked to sign or take it over: those who have a seat already, and the applicant who may not act on the own request. */
  taken: readonly string[];
  /** Document types that may be added, and must be, with this item. */
  documentTypeIds: readonly string[];
};

export type ReceiptGroup = {
  elementId: string;
  elementName: string;
  /** Readers must confirm, opening it is not enough. */
  receipt: boolean;
  total: number;
  read: number;
  readers: readonly { person: PersonView; status: 'unread' | 'viewed' | 'done'; at: string | null; remindedAt: string | null }[];
};

export type IncidentView = {
  id: string;
  activityId: string | null;
  kind: IncidentKind;
  elementId: string | null;
  elementName: string | null;
  detail: Readonly<Record<string, Json>>;
  createdAt: string;
};
