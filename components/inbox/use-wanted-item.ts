'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import type { InboxItem } from '@/server/task/task-views';
import type { InboxList } from './use-inbox';
import { isWorkItemId, toReadFor } from './walk';

/** So many pages of a group are read on to show an item in its place; one that stands deeper is open all the same. */
const MOST_PAGES = 20;

/**
 * The item that the address names, wherever in the list it stands: what is not loaded is asked for by its id and opens at once, and the
 * list is read on up to it. `isSought` until it is known whether there is such an item.
 */
export function useWantedItem(wanted: string | null, list: InboxList): { item: InboxItem | undefined; isSought: boolean } {
  const trpc = useTRPC();
  const groups = list.groups;
  const inList = groups?.flatMap((group) => group.items).find((item) => item.workItemId === wanted);
  const seeks = wanted !== null && isWorkItemId(wanted) && groups !== undefined && !list.isOld && !inList;
  const { data: placed, isPending } = useQuery(trpc.task.inboxItem.queryOptions({ workItemId: wanted ?? '' }, { enabled: seeks }));
  const read = useRef({ wanted, pages: 0 });
  const readOn = placed && groups && seeks ? toReadFor(groups, placed.group) : null;
  useEffect(() => {
    if (read.current.wanted !== wanted) read.current = { wanted, pages: 0 };
    if (readOn === null || list.reading !== null || read.current.pages >= MOST_PAGES) return;
    read.current.pages += 1;
    void list.readOn(readOn);
  });
  return { item: inList ?? (seeks ? placed?.item : undefined), isSought: seeks && isPending };
}
