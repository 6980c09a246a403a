import type { ActivityInstance, Id, Incident, InstanceState, Job, JoinToken, Timer, WorkItem } from './state';

type Entities = { activities: ActivityInstance; workItems: WorkItem; tokens: JoinToken; timers: Timer; jobs: Job; incidents: Incident };
type Collection = keyof Entities;
type Collections = { [C in Collection]: { readonly [id: Id]: Entities[C] } };
const collections = ['activities', 'workItems', 'tokens', 'timers', 'jobs', 'incidents'] as const satisfies readonly Collection[];

/**
 * A state being built: a collection is copied the first time it changes, and then written in place. A thousand
 * work items of one command therefore cost one copy, and whoever holds the state before never sees a change.
 */
export type Draft = { state: InstanceState | null; owned: Partial<Record<Collection, true>> };

export function openDraft(state: InstanceState | null): Draft {
  return { state: state && { ...state }, owned: {} };
}

/** The draft's state, which only the first event of an instance may find missing. */
export function stateOf(draft: Draft): InstanceState {
  if (!draft.state) throw new Error('the instance has not been started');
  return draft.state;
}

export function put<C extends Collection>(draft: Draft, collection: C, id: Id, value: Entities[C]): void {
  own(draft, collection)[id] = value;
}

export function change<C extends Collection>(draft: Draft, collection: C, id: Id, changes: Partial<Entities[C]>): void {
  const maps: Collections = stateOf(draft);
  const before = maps[collection][id];
  if (!before) throw new Error(`${collection} has no ${id}`);
  put(draft, collection, id, { ...before, ...changes });
}

export function remove(draft: Draft, collection: Collection, id: Id): void {
  delete own(draft, collection)[id];
}

/** Takes over a state whose collections nobody else holds. */
export function start(draft: Draft, state: InstanceState): void {
  draft.state = state;
  for (const collection of collections) draft.owned[collection] = true;
}

// helpers //////////////////////

function own<C extends Collection>(draft: Draft, collection: C): Record<Id, Entities[C]> {
  const maps: Collections = stateOf(draft);
  if (!draft.owned[collection]) {
    draft.owned[collection] = true;
    Object.assign(maps, { [collection]: { ...maps[collection] } });
  }
  return maps[collection];
}
