import type { FieldAccess } from '@/lib/bpmn/settings';
import type { Lookups } from '@/forms/fields/config';
import type { FormSchema } from '@/forms/schema/schema';
import type { FormValues } from '@/forms/schema/values';
import type { LocalText } from '@/lib/json';
import type { DepartmentView, NextStep, PeopleChoice, ProcessView, RequestState, SummaryField, HolderView } from './views';
import type { Progress } from './progress';
import type { DocumentTypeView } from './request-page';

export type MyRequest = RequestState & {
  id: string;
  number: string;
  title: string;
  process: ProcessView;
  round: number;
  startedAt: string;
  endedAt: string | null;
  summary: readonly SummaryField[];
  holders: readonly HolderView[];
  /** How far it has come; null when it is over. */
  progress: Progress | null;
  /** The earliest due time of what stands open. */
  dueAt: string | null;
};

export type DraftItem = {
  id: string;
  title: string;
  process: ProcessView;
  updatedAt: string;
  rev: number /** The process has a newer form than the draft was filled in. */;
  outdated: boolean;
};

export type Draft = {
  id: string;
  processId: string;
  title: string;
  values: FormValues;
  chosen: Readonly<Record<string, readonly string[]>>;
  /** Files that were added and belong to no request yet. */
  documents: readonly { documentId: string; documentTypeId: string }[];
  departmentId: string | null;
  formVersionId: string | null;
  rev: number;
  updatedAt: string;
  lookups: Lookups;
};

export type LaunchableProcess = ProcessView & {
  /** What it is for, in the designer's words. */
  description: LocalText | null;
  favourite: boolean;
  categoryId: string | null;
  lastStartedAt: string | null;
  /** What `isFoundBy` looks into. */
  keys: string;
};

export type Launchable = {
  /** In display order; processes without a category come last under `null`. */
  categories: readonly { id: string | null; name: LocalText; processes: readonly LaunchableProcess[] }[];
  favourites: readonly LaunchableProcess[];
  recent: readonly LaunchableProcess[];
};

/** What filling in a new request needs. */
export type StartForm = {
  process: ProcessView & { versionId: string };
  startElementId: string;
  form: {
    versionId: string;
    schema: FormSchema;
    access: FieldAccess /** Defaults already applied. */;
    values: FormValues;
    lookups: Lookups;
  } | null;
  documentTypes: readonly DocumentTypeView[];
  choices: readonly PeopleChoice[];
  /** The reader's posts: the request belongs to one of these departments. */
  departments: readonly (DepartmentView & { primary: boolean })[];
  summaryFields: readonly string[];
};

/** What would happen: the chain with real names, by the values as they are now. */
export type Preview = {
  title: string;
  steps: readonly NextStep[] /** The flow cannot be told beyond the last step (a value is missing, a condition fails). */;
  complete: boolean;
};
