import { beforeEach, describe, expect, it } from 'vitest';
import { takeCalls } from './call-limit';

const refused = (caller: string, calls: number, now: number): boolean => {
  try {
    takeCalls(caller, calls, now);
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: 'RATE_LIMITED' });
    return true;
  }
};

let start = 0;
beforeEach(() => {
  start += 1_000_000;
});

describe('the calls of one person', () => {
  it('are counted one by one, batched or not, and refused beyond the limit of a minute', () => {
    const answers = Array.from({ length: 1_000 }, (_, n) => refused('user', 10, start + n));
    expect(answers.filter((was) => !was)).toHaveLength(300);
    expect(refused('user', 1, start + 59_999)).toBe(true);
  });

  it('do not count for anybody else, and start anew with the next minute', () => {
    refused('wild', 5_000, start);
    expect(refused('wild', 1, start + 1)).toBe(true);
    expect(refused('calm', 1, start + 1)).toBe(false);
    expect(refused('wild', 1, start + 60_000)).toBe(false);
  });
});
