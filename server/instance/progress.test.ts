import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/json';
import { model } from '../engine/testing/builder';
import { forUsers } from '../engine/testing/people';
import { progressOf } from './progress';

const chain = model()
  .start('s', 'manager')
  .task('manager', 'large', forUsers('wang'))
  .xor('large', [
    { to: 'board', when: 'n > 100' },
    { to: 'both', otherwise: true },
  ])
  .task('board', 'both', forUsers('gu'))
  .and('both', ['legal', 'finance'])
  .task('legal', 'join', forUsers('li'))
  .task('finance', 'join', forUsers('su'))
  .and('join', 'e')
  .end('e')
  .build();

const of = (done: string[], active: string[], values: Record<string, Json> = { n: 1 }, back = false) =>
  progressOf({ definition: chain, values, now: '2026-11-21T00:00:00.000Z', timeZone: 'Asia/Shanghai', done, active, back });

describe('how far a request has come', () => {
  it('counts the steps behind, under way and ahead, by the conditions as they are', () => {
    expect(of([], ['manager'])).toEqual({ done: 0, now: 1, ahead: 2 });
    expect(of([], ['manager'], { n: 200 })).toEqual({ done: 0, now: 1, ahead: 3 });
    expect(of(['manager', 'board'], ['legal', 'finance'], { n: 200 })).toEqual({ done: 2, now: 2, ahead: 0 });
    expect(of(['manager', 'legal'], ['finance'])).toEqual({ done: 2, now: 1, ahead: 0 });
  });

  it('counts a step that comes again as ahead', () => {
    expect(of([], ['s'], { n: 1 }, true)).toEqual({ done: 0, now: 1, ahead: 3 });
    expect(of(['manager', 'board'], ['manager'], { n: 200 })).toEqual({ done: 0, now: 1, ahead: 3 });
  });

  it('keeps what is done while the applicant has it back and it goes straight to who returned it', () => {
    expect(of(['manager'], ['s'], { n: 1 }, true)).toEqual({ done: 1, now: 1, ahead: 2 });
  });

  it('ends where a condition cannot be told', () => {
    expect(of([], ['manager'], { n: 'many' })).toEqual({ done: 0, now: 1, ahead: 0 });
  });
});
