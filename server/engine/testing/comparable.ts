import type { InstanceState } from '@/server/engine/core/state';

/** Candidates have no order, and nobody is offered what is over. A worker's claims are not the engine's: the journal does not know them. */
export function comparable(state: InstanceState, leases = true): InstanceState {
  const workItems = Object.fromEntries(
    Object.entries(state.workItems).map(([id, item]) => [
      id,
      { ...item, candidates: item.endedAt === null ? item.candidates.toSorted() : [] },
    ]),
  );
  const jobs = Object.fromEntries(
    Object.entries(state.jobs).map(([id, job]) => [id, leases ? job : { ...job, leaseToken: null, attempts: 0 }]),
  );
  return { ...state, workItems, jobs };
}
