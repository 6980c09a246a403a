import { addedTo } from '@/server/engine/core/group/added';
import type { Id, InstanceState, WorkItem } from '@/server/engine/core/state';
import type { People } from './people';
import type { MyItem } from './request-page';

/** The colleague through whom an item came to its holder, and what was said along with it; null when the assignment gave it. */
export function askedBy(
  state: InstanceState,
  item: WorkItem,
  { people, said: words }: { people: People; said: ReadonlyMap<string, string> },
): MyItem['askedBy'] {
  const signers = addedTo(state.activities[item.activityId]?.group ?? null).find((added) => added.seatIds.includes(item.id));
  const parent = state.workItems[item.parentSeatId ?? ''];
  // Whoever it was handed to stands in the seat of the one who was asked.
  if (item.reason?.rule === 'transfer') return said('transferred', parent?.userId ?? null, parent?.comment ?? '', people);
  // Also beside added signers it is one of them who asked, not the one who had asked for them.
  if (item.seat === 'parallel') return said('parallel', parent?.userId ?? null, words.get(item.id) ?? '', people);
  return signers ? said(signers.position, signers.byUserId, signers.comment, people) : null;
}

// helpers //////////////////////

type Asked = NonNullable<MyItem['askedBy']>;

function said(how: Asked['how'], userId: Id | null, comment: string, people: People): Asked | null {
  const by = people.maybe(userId);
  return by && { how, by, comment };
}
