import { expect, test } from 'vitest';
import { isTold } from './seat-told';

const mine = { id: 'wangmin' };

test('nobody is told whether he himself has opened what he looks at', () => {
  expect(isTold({ person: mine, status: 'unread' }, 'wangmin')).toBe(false);
  expect(isTold({ person: mine, status: 'viewed' }, 'wangmin')).toBe(false);
});

test('what one has decided, or waits for, stands there for oneself too', () => {
  for (const status of ['waiting', 'accepted', 'approved', 'rejected', 'done', 'transferred']) {
    expect(isTold({ person: mine, status }, 'wangmin')).toBe(true);
  }
});

test('of others, and of what nobody has taken, one is told everything', () => {
  expect(isTold({ person: mine, status: 'unread' }, 'lizhuo')).toBe(true);
  expect(isTold({ person: mine, status: 'viewed' }, 'lizhuo')).toBe(true);
  expect(isTold({ person: null, status: 'unread' }, 'lizhuo')).toBe(true);
});
