import { describe, expect, it } from 'vitest';
import { begins, fits, matches } from './match';

describe('the palette finds', () => {
  it('every word of the query, in any text, whatever its case and width', () => {
    expect(matches('START req', 'Start a request')).toBe(true);
    expect(matches('发起', '发起申请', 'start')).toBe(true);
    expect(matches('ｓｔａｒｔ', 'Start')).toBe(true);
    expect(matches('start done', 'Start a request')).toBe(false);
    expect(matches('', 'anything', undefined)).toBe(true);
  });

  it('what is found by its beginning alone', () => {
    expect(begins('退', '退出登录', 'sign out')).toBe(true);
    expect(begins('出', '退出登录', 'sign out')).toBe(false);
    expect(begins('out', '退出登录', 'sign out')).toBe(true);
    expect(begins('', '退出登录')).toBe(true);
  });
});

it('a page is found by the pinyin of its name and by its initials', () => {
  const page = { label: '待办', keywords: 'inbox', reading: 'dai ban' };
  expect(['db', 'daiban', 'ban', 'inb', '待'].filter((typed) => fits(typed, page))).toHaveLength(5);
  expect(['dd', 'an'].filter((typed) => fits(typed, page))).toEqual([]);
});
