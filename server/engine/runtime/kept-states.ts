import type { Json } from '@/lib/json';
import { Lru } from '@/lib/lru';
import { live } from '@/server/engine/core/live';
import type { InstanceState } from '@/server/engine/core/state';
import type { JournalEnd, LoadKey } from './load';

/** The live part of a root instance as the last step of this process left it. Whoever steps on from it must be guarded by its version. */
export type Kept = { readonly state: InstanceState; readonly journal: JournalEnd };

/** Together, about as long as their JSON: 20,000 requests of ten fields, 60 MB of heap. */
const MAX_CHARACTERS = 32_000_000;
/** An activity, a work item, a token. */
const CHARACTERS_PER_ROW = 400;

type Shared = { states: Lru<Kept>; roots: Lru<string>; organisation: string | null };
// Routes and instrumentation are separate module graphs: what the one has stepped, the other need not read.
const holder = globalThis as typeof globalThis & { vermilionKept?: Shared };
const shared = (holder.vermilionKept ??= empty());

/** What is kept of an instance, by its root or one of its open work items. Maybe it has changed since, on another node. */
export function keptState(key: LoadKey): Kept | undefined {
  const root = 'rootInstanceId' in key ? key.rootInstanceId : shared.roots.get(key.workItemId);
  return root === undefined ? undefined : shared.states.get(root);
}

/** Keeps what a step has left. An older one never replaces a newer one; what has ended is forgotten, and so is what waits for a job, since its lease changes past the version. */
export function keepState(after: InstanceState, journal: JournalEnd): void {
  const { id, version, endedAt } = after.instance;
  const known = shared.states.get(id);
  if (known && known.state.instance.version > version) return;
  shared.states.delete(id);
  if (endedAt !== null || Object.keys(after.jobs).length > 0) return;
  const state = forNextStep(after);
  shared.states.set(id, { state, journal });
  for (const itemId of Object.keys(state.workItems)) shared.roots.set(itemId, id);
}

/** Forgets a state that turned out to be old, unless a newer one has taken its place. */
export function dropState(kept: Kept): void {
  const { id } = kept.state.instance;
  if (shared.states.get(id) === kept) shared.states.delete(id);
}

/** The revision of the organisation that was read last: what a kept state is decided with. The write checks it. */
export function latestOrganisation(): string | null {
  return shared.organisation;
}

export function noteOrganisation(revision: string): void {
  shared.organisation = revision;
}

/** As after a start of the process. */
export function forgetKeptStates(): void {
  Object.assign(shared, empty());
}

// helpers //////////////////////

function empty(): Shared {
  return { states: new Lru<Kept>(MAX_CHARACTERS, weightOf), roots: new Lru<string>(50_000), organisation: null };
}

/** What a load gives to every command that is not about readers: their items change past the engine (docs/adr/0007). */
function forNextStep(state: InstanceState): InstanceState {
  const now = live(state);
  const items = Object.entries(now.workItems);
  return items.some(([, item]) => item.kind === 'read')
    ? { ...now, workItems: Object.fromEntries(items.filter(([, item]) => item.kind !== 'read')) }
    : now;
}

/** Values share their identity until somebody changes them. */
const lengths = new WeakMap<object, number>();

function weightOf({ state }: Kept): number {
  const { values } = state.data;
  let length = lengths.get(values);
  if (length === undefined) lengths.set(values, (length = lengthOf(values)));
  const rows = [state.activities, state.workItems, state.tokens, state.timers, state.incidents].reduce(
    (sum, collection) => sum + Object.keys(collection).length,
    state.instance.approvals.length,
  );
  return length + CHARACTERS_PER_ROW * (rows + 1);
}

/** About that of its JSON, which is not written for it. */
function lengthOf(value: Json): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 5;
  let length = 2;
  if (Array.isArray(value)) for (const item of value) length += lengthOf(item) + 1;
  else for (const key in value) length += key.length + lengthOf(value[key] ?? null) + 4;
  return length;
}
