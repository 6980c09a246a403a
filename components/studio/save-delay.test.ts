import { describe, expect, it } from 'vitest';
import { saveDelay } from './save-delay';

describe('when a draft is saved', () => {
  it('waits for a pause, but not for longer than ten seconds of work without one', () => {
    expect(saveDelay({ unsavedFor: 0, failures: 0 })).toBe(1_500);
    expect(saveDelay({ unsavedFor: 9_000, failures: 0 })).toBe(1_000);
    expect(saveDelay({ unsavedFor: 12_000, failures: 0 })).toBe(0);
  });

  it('tries again by itself while nobody answers, ever more rarely', () => {
    expect([1, 2, 3, 4, 50].map((failures) => saveDelay({ unsavedFor: 60_000, failures }))).toEqual([2_000, 5_000, 10_000, 30_000, 30_000]);
  });
});
