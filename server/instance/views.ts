import type { ConditionWords } from './condition-words';
import type { FieldType } from '@/forms/schema/schema';
import type { Json, LocalText } from '@/lib/json';
import type { CompletionRule } from '@/lib/bpmn/assignment';
import type { GroupNote, InstanceOutcome, InstanceStatus, Tally } from '@/server/engine/core/state';

/** What the pages show of people, processes and requests: plain JSON, the same in lists and on the request page. */

export type PersonView = { id: string; name: string; nameEn: string };

export type DepartmentView = { id: string; name: LocalText };

export type ProcessView = { id: string; key: string; name: LocalText; icon: string };

/** `waiting`: the reader holds it. `rework`: sent back to the applicant. */
export type Seal =
  | 'running'
  | 'waiting'
  | 'rework'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'terminated'
  | 'expired'
  | 'failed'
  | 'suspended';

/** One of the process's summary fields; option ids and user ids are already texts in the reader's language. */
export type SummaryField = { key: string; label: LocalText; type: FieldType; value: Json };

/** Where it stands: one entry for each human activity that waits. */
export type HolderView = {
  elementId: string;
  elementName: string;
  activityId: string;
  /** Those whose turn it is; empty while it is offered to `candidates`. */
  people: readonly (PersonView & { onBehalfOf: PersonView | null })[];
  candidates: readonly PersonView[];
  since: string;
  dueAt: string | null;
  tally: Tally | null;
  /** The applicant has it again. */
  rework: boolean;
  /** Somebody here was not reminded within the hour. */
  mayUrge: boolean;
};

export type RequestState = { status: InstanceStatus; outcome: InstanceOutcome | null; seal: Seal };

/** A step of the outlook, in the order of the flow. */
export type NextStep = {
  elementId: string;
  elementName: string;
  kind: 'human' | 'read' | 'service' | 'timer';
  /** It has begun already. */
  now: boolean;
  people: readonly (PersonView & {
    /** Of the organisation, as a text: the department or role by which the person was found. */
    via: string;
    note: GroupNote['kind'] | null;
    onBehalfOf: PersonView | null;
  })[];
  /** How people decide; claim: one of them, whoever takes it. */
  rule: CompletionRule['rule'] | 'claim' | null;
  notes: readonly { kind: GroupNote['kind']; person: PersonView | null; forPerson: PersonView | null }[];
  /** The first activity of a branch that is not taken: the flow's name and the condition (FEEL) that does not hold; null = the default branch. */
  skipped: { flowName: string; condition: string | null; words: ConditionWords | null } | null;
};

/** An activity for which somebody has to choose people now; `chosen` are those of the last time. */
export type PeopleChoice = { elementId: string; elementName: string; multiple: boolean; chosen: readonly string[] };

export type ActResult = {
  instanceId: string;
  status: InstanceStatus;
  outcome: InstanceOutcome | null;
  /** Who has it now: for "handed to Wang Min". */
  next: readonly { elementId: string; elementName: string; people: readonly PersonView[] }[];
};
