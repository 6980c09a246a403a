import { describe, expect, it } from 'vitest';
import { sectionNumber } from './section-number';

describe('the number of a section', () => {
  it('is written as the language writes it', () => {
    expect([0, 1, 9, 10, 19, 20, 98].map((index) => sectionNumber(index, 'zh'))).toEqual([
      '一',
      '二',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
    ]);
    expect([0, 10].map((index) => sectionNumber(index, 'en'))).toEqual(['1', '11']);
  });
});
