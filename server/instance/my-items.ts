import type { Definition } from '@/server/bpmn/definition';
import { mayActOnOwn } from '@/server/engine/core/assignment/applicant-policy';
import { advises } from '@/server/engine/core/group/added';
import { isOpen } from '@/server/engine/core/live';
import type { InstanceState, WorkItem } from '@/server/engine/core/state';
import { needsReceipt } from '@/server/task/receipt';
import { askedBy } from './asked-by';
import { choicesAfter, choicesAtStart } from './choices';
import type { History } from './history';
import { decides } from './next-after';
import type { People } from './people';
import type { ItemAction, MyItem } from './request-page';
import { takenAt } from './taken-seats';

export type MyItemsInput = {
  state: InstanceState;
  definition: Definition;
  history: History;
  people: People;
  /** What was written to those who were asked to sign, by their seats. */
  said: ReadonlyMap<string, string>;
  userId: string;
  mayWithdraw: boolean;
  now: string;
};

/** Without the outlook, which asks the organisation. */
export type WaitingItem = Omit<MyItem, 'next'>;

/** What waits for the reader, with what may be done and what each action asks for. */
export function myItems(input: MyItemsInput): WaitingItem[] {
  const { state, userId } = input;
  const items = Object.values(state.workItems).filter(
    (item) => isOpen(item) && (item.userId === userId || (item.userId === null && item.candidates.includes(userId))),
  );
  return [...items.map((item) => toMyItem(input, item)), ...myReads(input)];
}

// helpers //////////////////////

function toMyItem(input: MyItemsInput, item: WorkItem): WaitingItem {
  const { definition, state, people } = input;
  const element = definition.elements[item.elementId];
  const settings = element?.kind === 'userTask' ? element.settings : null;
  const activity = state.activities[item.activityId];
  const wayBack = activity?.wayBack ?? null;
  return {
    id: item.id,
    elementId: item.elementId,
    elementName: element?.name ?? '',
    kind: item.kind,
    status: item.status,
    onBehalfOf: people.maybe(item.onBehalfOf),
    reason: item.reason,
    createdAt: item.createdAt,
    viewedAt: item.viewedAt,
    dueAt: item.dueAt,
    urgedAt: item.urgedAt,
    actions: state.instance.status === 'running' ? actionsOn(input, item) : [],
    approveLabel: settings?.approveLabel ?? null,
    commentRequired: settings?.commentRequired ?? [],
    tally: activity?.group?.tally ?? null,
    choices: choicesOn(input, item),
    askedBy: askedBy(state, item, input),
    advises: advises(activity?.group ?? null, item.id),
    taken: takenAt(state, definition, { id: item.activityId, elementId: item.elementId }),
    wayBack: wayBack && { cause: wayBack.cause, by: people.maybe(wayBack.byUserId), comment: wayBack.comment, mode: wayBack.mode },
    documentTypeIds: definition.settings.documents.filter((type) => type.addedAt.includes(item.elementId)).map((type) => type.id),
  };
}

function choicesOn(input: MyItemsInput, item: WorkItem): MyItem['choices'] {
  const { chosen } = input.state.instance.memo;
  if (item.kind === 'revise') return choicesAtStart(input.definition, chosen);
  return decides(item.id, input) ? choicesAfter(input.definition, item.elementId, chosen) : [];
}

function actionsOn({ definition, state, userId, mayWithdraw }: MyItemsInput, item: WorkItem): ItemAction[] {
  if (item.kind === 'revise') return mayWithdraw ? ['resubmit', 'withdraw'] : ['resubmit'];
  const element = definition.elements[item.elementId];
  if (element?.kind !== 'userTask') return [];
  const { actions, distribution } = element.settings;
  if (item.userId === null) return ['claim', ...actions.filter((action) => action !== 'transfer' && action !== 'addSign')];
  const own = state.instance.applicantId === userId && !mayActOnOwn(element.settings);
  const allowed: ItemAction[] = own ? actions.filter((action) => action === 'transfer' || action === 'comment') : [...actions];
  return distribution === 'claim' && item.seat === 'original' ? [...allowed, 'release'] : allowed;
}

/** Reading goes on whatever the state of the request. */
function myReads({ definition, history, userId }: MyItemsInput): WaitingItem[] {
  return history.reads
    .filter((read) => read.userId === userId && (read.status === 'unread' || read.status === 'viewed'))
    .map((read) => ({
      id: read.id,
      elementId: read.elementId,
      elementName: definition.elements[read.elementId]?.name ?? '',
      kind: 'read',
      status: read.status,
      onBehalfOf: null,
      reason: null,
      createdAt: read.createdAt,
      viewedAt: read.viewedAt,
      dueAt: null,
      urgedAt: read.urgedAt,
      actions: needsReceipt(definition, read.elementId) ? ['markRead'] : [],
      approveLabel: null,
      commentRequired: [],
      tally: null,
      choices: [],
      wayBack: null,
      askedBy: null,
      advises: false,
      taken: [],
      documentTypeIds: [],
    }));
}
