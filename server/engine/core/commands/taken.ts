import type { ActivityInstance, Id, WorkItem } from '../state';

/** What becomes of an offered item when one of those it was offered to takes it, by claiming it or by acting at once: a proxy takes it in the other's name. */
export function taken(
  { group }: ActivityInstance,
  item: WorkItem,
  userId: Id,
): Partial<Pick<WorkItem, 'userId' | 'candidates' | 'onBehalfOf'>> {
  if (item.userId !== null) return {};
  const proxied = group?.notes.find((note) => note.kind === 'proxy' && note.userId === userId)?.forUserId;
  return { userId, candidates: [], ...(proxied !== undefined && { onBehalfOf: proxied }) };
}
