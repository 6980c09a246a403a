import { describe, expect, it } from 'vitest';
import type { Inbox, InboxGroup, InboxGroupName, InboxItem } from '@/server/task/task-views';
import { type GrownPages, loadedGroups, nearEnd, positionOf, type Step, stepFrom } from './walk';

const itemOf = (workItemId: string) => ({ workItemId }) as InboxItem;
const ids = (from: number, to: number, prefix: string) => Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`);

function groupOf(group: InboxGroupName, list: readonly string[], count: number, nextCursor: string | null = null): InboxGroup {
  return { group, items: list.map(itemOf), count: { count, more: false }, nextCursor };
}

/** Three overdue of which two are loaded, none today, two this week. */
const first: Pick<Inbox, 'groups'> = {
  groups: [groupOf('overdue', ['o1', 'o2'], 3, 'c'), groupOf('today', [], 0), groupOf('week', ['w1', 'w2'], 2), groupOf('later', [], 0)],
};
const nothing = () => undefined;
const grownOverdue =
  (...pages: InboxGroup[]) =>
  (group: InboxGroupName): GrownPages =>
    group === 'overdue' ? { pages: pages.map((page) => ({ groups: [page] })) } : undefined;
const told = (step: Step) => (step === null ? null : 'item' in step ? step.item.workItemId : `read ${step.read}`);

describe('what is loaded of the inbox', () => {
  it('is the beginning of every group, and of a group that was read on all its pages', () => {
    expect(loadedGroups(first, nothing).map(({ items, more }) => [items.length, more])).toEqual([
      [2, true],
      [0, false],
      [2, false],
      [0, false],
    ]);
    const grown = grownOverdue(groupOf('overdue', ['o1', 'o2'], 3, 'c'), groupOf('overdue', ['o3'], 3));
    expect(loadedGroups(first, grown)[0]).toMatchObject({ items: ['o1', 'o2', 'o3'].map(itemOf), more: false });
  });

  it('has an item once, also while it passes from one group to the next', () => {
    const grown = grownOverdue(groupOf('overdue', ['o1', 'o2'], 3, 'c'), groupOf('overdue', ['o2', 'w1'], 3));
    expect(loadedGroups(first, grown).map(({ items }) => items.map(({ workItemId }) => workItemId))).toEqual([
      ['o1', 'o2', 'w1'],
      [],
      ['w2'],
      [],
    ]);
  });

  it('counts an item where it stands in the whole list, with what is not loaded before it', () => {
    const groups = loadedGroups(first, nothing);
    expect(positionOf(groups, 'o2')).toEqual({ index: 1, total: 5, more: false });
    expect(positionOf(groups, 'w1')).toEqual({ index: 3, total: 5, more: false });
    expect(positionOf(groups, 'gone')).toBeNull();
  });
});

describe('walking the inbox', () => {
  it('goes from item to item over the groups, and reads on where the loaded ones end', () => {
    const groups = loadedGroups(first, nothing);
    expect([null, 'gone', 'o1', 'o2', 'w1', 'w2'].map((id) => told(stepFrom(groups, id, 1)))).toEqual([
      'o1',
      'o1',
      'o2',
      'read overdue',
      'w2',
      null,
    ]);
    expect(['o1', 'o2', 'w1', 'w2'].map((id) => told(stepFrom(groups, id, -1)))).toEqual([null, 'o1', 'read overdue', 'w1']);
    expect(stepFrom([], null, 1)).toBeNull();
  });

  it('comes by each of 300 items down and up again, whatever was loaded', () => {
    const all = ids(1, 300, 'o');
    const pages = Array.from({ length: 6 }, (_, page) =>
      groupOf('overdue', all.slice(page * 50, page * 50 + 50), 300, page < 5 ? `c${page}` : null),
    );
    const start = { groups: [pages[0]!, groupOf('today', ['t1'], 1), groupOf('week', [], 0), groupOf('later', ['l1'], 1)] };
    const walk = (from: string | null, by: 1 | -1): string[] => {
      const seen: string[] = [];
      let loaded = 1;
      for (let id = from; ; ) {
        const step = stepFrom(loadedGroups(start, grownOverdue(...pages.slice(0, loaded))), id, by);
        if (step === null) return seen;
        if ('read' in step) loaded++;
        else seen.push((id = step.item.workItemId));
      }
    };
    expect(walk(null, 1)).toEqual([...all, 't1', 'l1']);
    expect(walk('l1', -1)).toEqual(['t1', ...all.toReversed()]);
  });

  it('tells which group will be wanted soon', () => {
    const long = { groups: [groupOf('overdue', ids(1, 50, 'o'), 60, 'c'), groupOf('today', ['t1'], 1)] };
    const groups = loadedGroups(long, nothing);
    expect(['o40', 'o41', 'o50', 't1', null].map((id) => nearEnd(groups, id))).toEqual([null, 'overdue', 'overdue', null, null]);
  });
});
