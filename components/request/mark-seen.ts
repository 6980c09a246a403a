import type { Inbox, InboxItem, PlacedItem } from '@/server/task/task-views';

type Status = InboxItem['status'];

/** A list of the inbox after one of its items was seen: the same object when the item is not in it. */
export function seenIn(list: Inbox, workItemId: string, status: Status): Inbox {
  const isThere = list.groups.some(({ items }) => items.some((item) => item.workItemId === workItemId));
  if (!isThere) return list;
  return {
    ...list,
    groups: list.groups.map((group) => ({ ...group, items: group.items.map((item) => seen(item, workItemId, status)) })),
  };
}

/** The same for whatever a query of the inbox holds: one answer, several pages, or one item with its place. */
export function seenInData<T>(data: T, workItemId: string, status: Status): T {
  if (isInbox(data)) return seenIn(data, workItemId, status) as T & Inbox;
  if (isPaged(data)) return { ...data, pages: data.pages.map((page) => (isInbox(page) ? seenIn(page, workItemId, status) : page)) };
  if (isPlaced(data)) return { ...data, item: seen(data.item, workItemId, status) };
  return data;
}

// helpers //////////////////////

function seen(item: InboxItem, workItemId: string, status: Status): InboxItem {
  return item.workItemId === workItemId ? { ...item, status } : item;
}

function isInbox(data: unknown): data is Inbox {
  return typeof data === 'object' && data !== null && 'groups' in data;
}

function isPaged(data: unknown): data is { pages: readonly unknown[] } {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages);
}

function isPlaced(data: unknown): data is PlacedItem {
  return typeof data === 'object' && data !== null && 'item' in data && 'group' in data;
}
