import type { Tally, WorkItem } from '@/server/engine/core/state';
import type { DepartmentView, PersonView, ProcessView, Seal, SummaryField } from '@/server/instance/views';

export type InboxGroupName = 'overdue' | 'today' | 'week' | 'later';

/** What stands against approving an item in the list: it has to be opened, or is no approval at all. */
export type NotAtOnce = 'claim' | 'revise' | 'suspended' | 'notOffered' | 'comment' | 'people' | 'documents' | 'fields';

export type InboxItem = {
  workItemId: string;
  instanceId: string;
  kind: WorkItem['kind'];
  status: WorkItem['status'];
  title: string;
  number: string;
  process: ProcessView;
  elementId: string;
  elementName: string;
  applicant: PersonView;
  department: DepartmentView | null;
  round: number;
  onBehalfOf: PersonView | null;
  createdAt: string;
  viewedAt: string | null;
  dueAt: string | null;
  urgedAt: string | null;
  suspended: boolean;
  tally: Tally | null;
  /** The revision of the data that the list shows. */
  rev: number;
  /** Why it cannot be approved together with others; null when it can. */
  notAtOnce: NotAtOnce | null;
  summary: readonly SummaryField[];
};

export type InboxGroup = { group: InboxGroupName; items: readonly InboxItem[]; count: CappedCount; nextCursor: string | null };

/** An item with the part of the inbox it stands in. */
export type PlacedItem = { group: InboxGroupName | 'claimable'; item: InboxItem };

/** Counted up to 1,000; `more` means "1,000+". */
export type CappedCount = { count: number; more: boolean };

export type Inbox = {
  groups: readonly InboxGroup[];
  /** Sent back by the reader, now with the applicant. */
  waitingForApplicant: readonly WaitingForApplicant[];
};

export type WaitingForApplicant = {
  instanceId: string;
  title: string;
  number: string;
  process: ProcessView;
  applicant: PersonView;
  decision: 'returned' | 'rejected';
  at: string;
  comment: string | null;
};

export type DoneItem = {
  workItemId: string;
  instanceId: string;
  title: string;
  number: string;
  process: ProcessView;
  elementName: string;
  applicant: PersonView;
  department: DepartmentView | null;
  decision: WorkItem['status'];
  comment: string | null;
  onBehalfOf: PersonView | null;
  endedAt: string;
  /** What has become of the request since. */
  seal: Seal;
  summary: readonly SummaryField[];
};

export type ReadItem = {
  workItemId: string;
  instanceId: string;
  title: string;
  number: string;
  process: ProcessView;
  elementName: string;
  sender: PersonView;
  department: DepartmentView | null;
  status: WorkItem['status'];
  createdAt: string;
  viewedAt: string | null;
  urgedAt: string | null;
  /** The reader must confirm. */
  receipt: boolean;
};

export type TaskCounts = {
  todo: CappedCount;
  overdue: CappedCount;
  today: CappedCount;
  claimable: CappedCount;
  toRead: CappedCount;
  /** Own requests that still run. */
  mine: CappedCount;
  drafts: CappedCount;
};
