import type { CappedCount, Inbox, InboxGroupName, InboxItem } from '@/server/task/task-views';

/** So many items of each group at a time. */
export const INBOX_PAGE = 50;

/** What is loaded of a part of the list; `more` when the server has further items of it. */
export type LoadedGroup = { id: InboxGroupName | 'claimable'; items: readonly InboxItem[]; count: CappedCount; more: boolean };

/** Further pages of a group, the first one included. */
export type GrownPages = { pages: readonly Pick<Inbox, 'groups'>[] } | undefined;

/** The groups as they were first read, each with the pages that were loaded since; what was due a moment ago stands once. */
export function loadedGroups(first: Pick<Inbox, 'groups'>, grown: (group: InboxGroupName) => GrownPages): LoadedGroup[] {
  const seen = new Set<string>();
  return first.groups.map(({ group, count, ...own }) => {
    const pages = grown(group)?.pages.flatMap((page) => page.groups) ?? [];
    const read = pages.length > 1 ? pages : [own];
    const items = read.flatMap((page) => page.items).filter(({ workItemId }) => !seen.has(workItemId) && seen.add(workItemId));
    return { id: group, items, count, more: read.at(-1)?.nextCursor !== null };
  });
}

/** Where an item stands in the whole list, with what is not loaded yet. */
export function positionOf(groups: readonly LoadedGroup[], id: string | null): { index: number; total: number; more: boolean } | null {
  let before = 0;
  let index = -1;
  for (const group of groups) {
    const at = group.items.findIndex(({ workItemId }) => workItemId === id);
    if (at >= 0) index = before + at;
    before += sizeOf(group);
  }
  return index < 0 ? null : { index, total: before, more: groups.some(({ count }) => count.more) };
}

/** What comes next or before; or the group that has to be read on first, because it stands there. Null at the end of the list. */
export type Step = { item: InboxItem } | { read: LoadedGroup['id'] } | null;

export function stepFrom(groups: readonly LoadedGroup[], id: string | null, by: 1 | -1): Step {
  const here = groups.findIndex(({ items }) => items.some(({ workItemId }) => workItemId === id));
  const group = groups[here];
  if (!group) return itemOr(groups.find(({ items }) => items.length > 0)?.items[0]);
  const beside = group.items[group.items.findIndex(({ workItemId }) => workItemId === id) + by];
  if (beside) return { item: beside };
  if (by === 1) return group.more ? { read: group.id } : itemOr(groups.slice(here + 1).find(({ items }) => items.length > 0)?.items[0]);
  const above = groups.slice(0, here).findLast(({ items }) => items.length > 0);
  return above?.more ? { read: above.id } : itemOr(above?.items.at(-1));
}

/** The group whose next page is wanted soon: whoever goes on from here comes to its loaded end. */
export function nearEnd(groups: readonly LoadedGroup[], id: string | null): LoadedGroup['id'] | null {
  const near = groups.find(({ items, more }) => more && items.slice(-AHEAD).some(({ workItemId }) => workItemId === id));
  return near?.id ?? null;
}

/** The group to read on so that an item of it comes to stand in the list; null when all of it is there. */
export function toReadFor(groups: readonly LoadedGroup[], group: LoadedGroup['id']): LoadedGroup['id'] | null {
  return groups.find(({ id }) => id === group)?.more ? group : null;
}

/** What an address says may be anything. */
export function isWorkItemId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

// helpers //////////////////////

const AHEAD = 10;

function itemOr(item: InboxItem | undefined): Step {
  return item ? { item } : null;
}

/** The count may be a moment older than the items, and stops at a thousand. */
function sizeOf({ items, count, more }: LoadedGroup): number {
  return more ? Math.max(count.count, items.length + 1) : items.length;
}
