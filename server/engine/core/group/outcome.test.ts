import { describe, expect, it } from 'vitest';
import type { CompletionRule } from '@/lib/bpmn/assignment';
import { needOf } from './need';
import { outcomeOf } from './outcome';

const vote = (more: { percent?: number; count?: number; compare?: 'atLeast' | 'moreThan' }): CompletionRule => ({
  rule: 'vote',
  compare: 'atLeast',
  ...more,
});

/** A group by its seats: a = approved, r = rejected, . = not yet. */
function outcome(rule: CompletionRule, seats: string): 'approved' | 'rejected' | null {
  return outcomeOf(
    rule,
    [...seats].map((seat) => ({ status: seat === 'a' ? 'approved' : seat === 'r' ? 'rejected' : 'unread' })),
  ).outcome;
}

describe('the need of a vote', () => {
  it.each([
    ['60 % of 5', vote({ percent: 60 }), 5, 3],
    ['more than 60 % of 5', vote({ percent: 60, compare: 'moreThan' }), 5, 4],
    ['half of 4', vote({ percent: 50 }), 4, 2],
    ['more than half of 4', vote({ percent: 50, compare: 'moreThan' }), 4, 3],
    ['more than half of 3', vote({ percent: 50, compare: 'moreThan' }), 3, 2],
    ['half of 3', vote({ percent: 50 }), 3, 2],
    ['a third of 3 as 33.3 %', vote({ percent: 33.3 }), 3, 1],
    ['55.1 % of 1000, exactly', vote({ percent: 55.1 }), 1000, 551],
    ['7 % of 100, exactly', vote({ percent: 7 }), 100, 7],
    ['a tiny part', vote({ percent: 0.001 }), 5, 1],
    ['all of 3', vote({ percent: 100 }), 3, 3],
    ['more than all of 3 is all of them', vote({ percent: 100, compare: 'moreThan' }), 3, 3],
    ['2 of 5', vote({ count: 2 }), 5, 2],
    ['more than 2 of 5', vote({ count: 2, compare: 'moreThan' }), 5, 3],
    ['5 where there are only 3', vote({ count: 5 }), 3, 3],
    ['whichever comes first', vote({ percent: 80, count: 2 }), 5, 2],
    ['one where there is one', vote({ percent: 60 }), 1, 1],
    ['neither percent nor count: all', vote({}), 4, 4],
  ])('%s', (_name, rule, seats, need) => {
    expect(needOf(rule, seats)).toBe(need);
  });
});

describe('the outcome of a group', () => {
  it.each([
    [vote({ percent: 60 }), 'aa...', null],
    [vote({ percent: 60 }), 'aaa..', 'approved'],
    [vote({ percent: 60 }), 'aarr.', null],
    [vote({ percent: 60 }), 'aarrr', 'rejected'],
    [vote({ percent: 60 }), 'rrr..', 'rejected'],
    [vote({ percent: 50 }), 'aarr', 'approved'],
    [vote({ percent: 50, compare: 'moreThan' }), 'aarr', 'rejected'],
    [vote({ percent: 50, compare: 'moreThan' }), 'aarr.', null],
    [vote({ percent: 50, compare: 'moreThan' }), 'aaar.', 'approved'],
    [vote({ percent: 50, compare: 'moreThan' }), 'rr..', 'rejected'],
    [{ rule: 'all' }, 'aa.', null],
    [{ rule: 'all' }, 'aaa', 'approved'],
    [{ rule: 'all' }, 'a.r', 'rejected'],
    [{ rule: 'any' }, '...', null],
    [{ rule: 'any' }, '.a.', 'approved'],
    [{ rule: 'any' }, '.r.', 'rejected'],
    [{ rule: 'sequential' }, 'a.', null],
    [{ rule: 'sequential' }, 'aa', 'approved'],
    [{ rule: 'sequential' }, 'ar.', 'rejected'],
    [{ rule: 'all' }, '', null],
  ] as const)('%j with %s is %s', (rule, seats, expected) => {
    expect(outcome(rule, seats)).toBe(expected);
  });

  it('comes with its arithmetic', () => {
    const { tally } = outcomeOf(vote({ percent: 60 }), [
      { status: 'approved' },
      { status: 'rejected' },
      { status: 'unread' },
      { status: 'waiting' },
      { status: 'viewed' },
    ]);
    expect(tally).toEqual({ approved: 1, rejected: 1, pending: 3, seats: 5, need: 3 });
  });
});
