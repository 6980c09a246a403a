import { describe, expect, it } from 'vitest';
import type { Inbox, InboxItem } from '@/server/task/task-views';
import { seenInData } from './mark-seen';

const itemOf = (workItemId: string, status: InboxItem['status'] = 'unread') => ({ workItemId, status }) as InboxItem;
const listOf = (...items: InboxItem[]): Inbox => ({
  groups: [{ group: 'later', items, count: { count: items.length, more: false }, nextCursor: null }],
  waitingForApplicant: [],
});
const statuses = (list: Inbox) => list.groups.flatMap(({ items }) => items.map((item) => item.status));

describe('what was just seen', () => {
  it('is marked where it stands, in whatever was loaded', () => {
    expect(statuses(seenInData(listOf(itemOf('a'), itemOf('b')), 'b', 'viewed'))).toEqual(['unread', 'viewed']);
    const grown = { pages: [listOf(itemOf('a')), listOf(itemOf('b'))], pageParams: [undefined, 'c'] };
    const { pages, pageParams } = seenInData(grown, 'b', 'viewed');
    expect(pages.map(statuses)).toEqual([['unread'], ['viewed']]);
    expect(pageParams).toEqual(grown.pageParams);
    expect(seenInData({ group: 'later', item: itemOf('a') }, 'a', 'viewed').item.status).toBe('viewed');
  });

  it('leaves everything else as it is', () => {
    const list = listOf(itemOf('a'));
    expect(seenInData(list, 'other', 'viewed')).toBe(list);
    expect(seenInData({ items: [], nextCursor: null }, 'a', 'viewed')).toEqual({ items: [], nextCursor: null });
    expect([null, undefined].map((nothing) => seenInData(nothing, 'a', 'viewed'))).toEqual([null, undefined]);
  });
});
