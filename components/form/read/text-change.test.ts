import { describe, expect, it } from 'vitest';
import { textChange } from './text-change';

describe('what changed in a text', () => {
  it('is only what stands between what is shared', () => {
    expect(textChange('拜访三家客户。', '拜访三家客户，展后交接名单。')).toEqual({
      before: '拜访三家客户',
      removed: '',
      added: '，展后交接名单',
      after: '。',
    });
    expect(textChange('参加上海展会', '参加北京展会')).toEqual({ before: '参加', removed: '上海', added: '北京', after: '展会' });
    expect(textChange('abcd', 'abd')).toEqual({ before: 'ab', removed: 'c', added: '', after: 'd' });
    expect(textChange('aaa', 'aaaa')).toEqual({ before: 'aaa', removed: '', added: 'a', after: '' });
  });

  it('is the whole text when little is shared, and characters are never cut in half', () => {
    expect(textChange('出差', '培训费用')).toBeNull();
    expect(textChange('好😀好', '好😁好')).toEqual({ before: '好', removed: '😀', added: '😁', after: '好' });
  });
});
