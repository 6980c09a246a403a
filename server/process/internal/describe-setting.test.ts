import { describe, expect, it } from 'vitest';
import { settingLabel, settingText } from './describe-setting';
import { wordsFor } from './setting-words';

const names = new Map([
  ['u1', '王敏'],
  ['d1', '会计组'],
  ['f1', '申请金额'],
]);

describe('a changed setting', () => {
  it('is told in the words of the designer', async () => {
    const zh = await wordsFor('zh', names);
    expect(settingLabel('completion', zh)).toBe('怎样算通过');
    expect(settingText('completion', { rule: 'vote', percent: 50, compare: 'moreThan' }, zh)).toBe('票签 超过 50%');
    expect(
      settingText(
        'assignment',
        [
          { kind: 'users', userIds: ['u1'] },
          { kind: 'department', departmentIds: ['d1'], includeSub: true },
        ],
        zh,
      ),
    ).toBe('指定用户：王敏；部门：会计组，含下级部门');
    expect([settingLabel('access.fields.f1', zh), settingText('access.fields.f1', 'hidden', zh)]).toEqual(['申请金额', '隐藏']);
    expect([settingLabel('startAccess.default', zh), settingText('startAccess.default', 'edit', zh)]).toEqual([
      '填写申请：其他字段',
      '可改',
    ]);
    expect(settingText('due', { duration: 'P1DT4H', remindBefore: 'PT30M' }, zh)).toBe('1 天 4 小时，提前 30 分钟 提醒');
    expect(settingText('timer', { kind: 'duration', duration: 'P2W' }, zh)).toBe('2 周');
    expect(settingText('nobody', { kind: 'user', userId: 'u1' }, zh)).toBe('指定用户办：王敏');
    expect(settingText('due', null, zh)).toBeNull();
    expect(settingText('actions', [], zh)).toBe('无');
  });

  it('is told in English too', async () => {
    const en = await wordsFor('en', names);
    expect(settingText('completion', { rule: 'vote', count: 3, compare: 'atLeast' }, en)).toContain('3 votes');
    expect(settingText('nobody', { kind: 'user', userId: 'u1' }, en)).toBe('A named user: 王敏');
    expect(settingText('assignment', [{ kind: 'department', departmentIds: ['d1'], includeSub: true }, { kind: 'applicant' }], en)).toBe(
      'Department: 会计组, with sub-departments; The applicant',
    );
    expect(settingText('retry', { attempts: 3, backoffSeconds: 2 }, en)).toBe('up to 3 times, from 2 s apart');
    expect(
      settingText('starter', { kind: 'some', userIds: ['u1'], departmentIds: ['d1'], positionIds: [], roleIds: [], workGroupIds: [] }, en),
    ).toBe('王敏, 会计组');
  });
});
