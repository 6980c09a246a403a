import { describe, expect, it } from 'vitest';
import { readingPattern } from '@/lib/reading';
import { keysOf } from './keys-of';

/** True when one of the name's keys begins as somebody typed. */
function finds(typed: string, zh: string, { en = '', words = [] as string[] } = {}): boolean {
  const pattern = new RegExp(`^${readingPattern(typed)}`);
  return [...keysOf({ zh, en, words }).keys()].some((key) => pattern.test(key));
}

describe('the keys of a name', () => {
  it.each([
    ['wm', '王敏'],
    ['wangmin', '王敏'],
    ['wang min', '王敏'],
    ['WangM', '王敏'],
    ['wmin', '王敏'],
    ['min', '王敏'],
    ['rsb', '人事部'],
    ['renshib', '人事部'],
    ['shibu', '人事部'],
    ['kjz', '会计组'],
    ['yhkbg', '借款人银行卡变更'],
    ['itbu', '华东IT部'],
  ])('%s finds %s', (typed, name) => {
    expect(finds(typed, name)).toBe(true);
  });

  it.each([
    ['shan', 'dan', '单雄信'],
    ['xie', 'jie', '解缙'],
    ['zeng', 'ceng', '曾巩'],
    ['ou', 'qu', '区寄'],
    ['yuchi', 'weichi', '尉迟恭'],
    ['lvbu', 'lubu', '吕布'],
  ])('a surname is found by its own reading %s and by the usual one %s', (own, usual, name) => {
    expect(finds(own, name)).toBe(true);
    expect(finds(usual, name)).toBe(true);
  });

  it.each([
    ['wn', '王敏'],
    ['ang', '王敏'],
    ['wmx', '王敏'],
    ['sbr', '人事部'],
  ])('%s does not find %s', (typed, name) => {
    expect(finds(typed, name)).toBe(false);
  });

  it('begin at every character, word and number, and know which are whole', () => {
    const keys = keysOf({ zh: '采购 A组', en: '', words: ['E1001'] });
    expect([...keys].filter(([, whole]) => whole).map(([key]) => key)).toEqual(['采购 a组', 'cai gou a zu', 'e1001']);
    for (const key of ['购 a组', 'a组', '组', 'gou a zu', 'a zu', '1001']) expect(keys.get(key), key).toBe(false);
  });

  it('hold what has no reading as it stands', () => {
    expect(keysOf({ zh: '尹𠀀', en: '', words: [null] }).get('尹𠀀')).toBe(true);
    expect([...keysOf({ zh: '', en: '', words: [] })]).toEqual([]);
  });
});
