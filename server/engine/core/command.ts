import type { Json } from '@/lib/json';
import type { AddedSigners, Id, Instance, Instant, SignRule } from './state';

/** Who gives the command; permissions beyond "whose work item is it" are the verb's business and come as a fact of the command. */
export type CommandActor = { kind: 'user'; userId: Id; name: string } | { kind: 'system'; name: string };

/** Values to set, by field key; already validated and stripped to what the access matrix lets this actor write. */
export type ValuesPatch = Readonly<Record<string, Json>>;

export type Command =
  | {
      type: 'startInstance';
      instance: Pick<Instance, 'id' | 'processId' | 'versionId' | 'applicantId' | 'departmentId' | 'title' | 'number' | 'businessKey'>;
      values: ValuesPatch;
      formVersionId: Id | null;
      formRowId: Id | null;
      chosen: Readonly<Record<string, readonly Id[]>>;
    }
  | {
      type: 'decide';
      workItemId: Id;
      decision: 'approve' | 'reject';
      comment: string;
      values: ValuesPatch;
      chosen: Readonly<Record<string, readonly Id[]>>;
    }
  | { type: 'returnToApplicant'; workItemId: Id; comment: string; values: ValuesPatch }
  | {
      type: 'resubmit';
      workItemId: Id;
      values: ValuesPatch;
      title: string;
      businessKey: string | null;
      chosen: Readonly<Record<string, readonly Id[]>>;
    }
  | { type: 'withdraw'; reason: string }
  | { type: 'claim'; workItemId: Id }
  | { type: 'release'; workItemId: Id }
  | { type: 'transfer'; workItemId: Id; toUserId: Id; comment: string }
  /** Others sign too: before the own vote, after it, or beside it as members of the group. */
  | {
      type: 'addSign';
      workItemId: Id;
      position: AddedSigners['position'] | 'parallel';
      rule: SignRule;
      userIds: readonly Id[];
      comment: string;
    }
  /** Takes an added signer out who has not decided yet. `administers`: as an administrator, not as the one who added. */
  | { type: 'removeSign'; workItemId: Id; administers: boolean; reason: string }
  | { type: 'urge'; comment: string }
  | { type: 'view'; workItemId: Id }
  | { type: 'markRead'; workItemId: Id }
  | { type: 'remindReaders'; elementId: string }
  | { type: 'suspend'; reason: string }
  | { type: 'resume'; reason: string }
  | { type: 'terminate'; reason: string }
  /** An operator gives an open work item to somebody else, or names somebody where nobody was found. */
  | { type: 'reassign'; workItemId: Id | null; incidentId: Id | null; toUserId: Id; reason: string }
  | { type: 'retryIncident'; incidentId: Id; reason: string }
  | { type: 'fireTimer'; timerId: Id }
  | { type: 'completeJob'; jobId: Id; leaseToken: Id; output: { values: ValuesPatch; variables: Readonly<Record<string, Json>> } }
  | { type: 'failJob'; jobId: Id; leaseToken: Id; error: Json; retryAt: Instant | null }
  | { type: 'throwJobError'; jobId: Id; leaseToken: Id; code: string; message: string };

export type CommandType = Command['type'];

/** What the caller is told; stored with the journal row and given again to a repeat. */
export type CommandResult = {
  instanceId: Id;
  status: Instance['status'];
  outcome: Instance['outcome'] /** Who has it now. */;
  next: readonly { elementId: string; elementName: string; userIds: readonly Id[] }[];
};
