import { describe, expect, it } from 'vitest';
import { matching, mentionAt, mentioned, mentionParts, withMention } from './mentions';

const wang = { id: 'w', name: '王敏', nameEn: 'Wang Min' };
const wangMinna = { id: 'm', name: '王敏娜', nameEn: 'Wang Minna' };
const people = [wang, wangMinna, { id: 'l', name: '李卓', nameEn: 'Li Zhuo' }];

describe('writing @ in a comment', () => {
  it('begins a mention where a name may stand, and not in an address', () => {
    const at = (text: string) => mentionAt(text, text.length);
    expect([at('@'), at('请@王'), at('see @Wang')]).toEqual([
      { from: 0, query: '' },
      { from: 1, query: '王' },
      { from: 4, query: 'Wang' },
    ]);
    expect([at('li@xinghe'), at('@王敏 '), at('王')]).toEqual([null, null, null]);
    expect(mentionAt('@王 later', 2)).toEqual({ from: 0, query: '王' });
  });

  it('finds people by either name, with or without the space', () => {
    expect([matching(people, '敏'), matching(people, 'wangmin'), matching(people, 'LI')].map((found) => found.map(({ id }) => id))).toEqual(
      [['w', 'm'], ['w', 'm'], ['l']],
    );
  });

  it('puts the name in the place of what was written', () => {
    expect(withMention('请@王 看', { from: 1, query: '王' }, wang, 'zh')).toEqual({ text: '请@王敏 看', cursor: 5 });
    expect(withMention('@wa', { from: 0, query: 'wa' }, wang, 'en')).toEqual({ text: '@Wang Min ', cursor: 10 });
  });

  it('tells those whose names still stand there, the longest name first', () => {
    expect(mentioned('@王敏娜 请看', people)).toEqual(['m']);
    expect(mentioned('@王敏 @王敏 请看', people)).toEqual(['w']);
    expect(mentioned('王敏 请看', people)).toEqual([]);
  });
});

it('a comment shows whom it addresses, whatever language it was written in', () => {
  expect(mentionParts('请@王敏 和 @Li Zhuo 看', people)).toEqual(['请', wang, ' 和 ', people[2], ' 看']);
  expect(mentionParts('@王敏', [])).toEqual(['@王敏']);
  expect(mentionParts('a (b) @x', [{ id: 'x', name: 'x(', nameEn: '' }])).toEqual(['a (b) @x']);
});
