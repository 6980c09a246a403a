import { describe, expect, it } from 'vitest';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import { answer, ask, id, ids, who } from '@/test/org-facts';

describe('people named one by one', () => {
  it('keep the order in which they are named, each once, without disabled ones', async () => {
    expect(await who({ kind: 'users', userIds: ids('users', 'ma', 'gone', 'gu', 'ma') })).toEqual(['ma', 'gu']);
  });

  it('come from a form field, from a choice, or from whoever decided before', async () => {
    const subjects = ids('users', 'ma', 'li');
    expect(await who({ kind: 'fieldUsers', field: 'f' }, { subjects })).toEqual(['ma', 'li']);
    expect(await who({ kind: 'chosenByApplicant', multiple: true }, { subjects })).toEqual(['ma', 'li']);
    expect(await who({ kind: 'chosenByPrevious', multiple: true }, { subjects })).toEqual(['ma', 'li']);
    expect(await who({ kind: 'sameAs', activityId: 'a' }, { subjects })).toEqual(['ma', 'li']);
  });

  it('are nobody when a form field holds something that is no id', async () => {
    expect(await who({ kind: 'fieldUsers', field: 'f' }, { subjects: ['null', "'; drop table x", id('departments', '财务')] })).toEqual([]);
  });

  it('are the applicant', async () => {
    expect(await who({ kind: 'applicant' })).toEqual(['li']);
    expect(await who({ kind: 'applicant' }, { applicant: 'gone' })).toEqual([]);
  });

  it('are shown with their primary post', async () => {
    const found = await answer(ask({ kind: 'users', userIds: ids('users', 'he') }));
    expect(found).toEqual({ kind: 'assignees', people: [{ userId: id('users', 'he'), name: 'he', via: '会计 专员' }] });
  });
});

describe('departments and positions', () => {
  it('a department means its own posts, second posts too, by rank then name', async () => {
    expect(await who({ kind: 'department', departmentIds: ids('departments', '会计'), includeSub: false })).toEqual(['zhou', 'he', 'ma']);
    expect(await who({ kind: 'department', departmentIds: ids('departments', '出纳'), includeSub: false })).toEqual(['he', 'cai']);
  });

  it('a department with its sub-departments has each person once, at the best matched post', async () => {
    const found = await answer(ask({ kind: 'department', departmentIds: ids('departments', '财务'), includeSub: true }));
    expect(found.kind === 'assignees' && found.people.map(({ name, via }) => `${name}: ${via}`)).toEqual([
      'shen: 财务 总监',
      'he: 出纳 主管',
      'zhou: 会计 主管',
      'cai: 出纳 专员',
      'ma: 会计 专员',
    ]);
  });

  it('a disabled department has nobody, alone or below another', async () => {
    expect(await who({ kind: 'department', departmentIds: ids('departments', '关停'), includeSub: true })).toEqual([]);
    expect(await who({ kind: 'department', departmentIds: ids('departments', '销售'), includeSub: true })).not.toContain('yu');
  });

  it('a position is found in every enabled department', async () => {
    expect(await who({ kind: 'position', positionIds: ids('positions', '经理') })).toEqual(['qin', 'wang']);
    expect(await who({ kind: 'position', positionIds: ids('positions', '总监', '总经理') })).toEqual(['gu', 'chen', 'shen']);
  });

  it('department × position must both fit the same post', async () => {
    const rule = { kind: 'departmentPosition', departmentIds: ids('departments', '会计'), includeSub: false } as const;
    expect(await who({ ...rule, positionIds: ids('positions', '主管') })).toEqual(['zhou']);
    expect(
      await who({ ...rule, departmentIds: ids('departments', '公司'), includeSub: true, positionIds: ids('positions', '主管') }),
    ).toEqual(['he', 'zhou']);
  });

  it('departments chosen in a form field count like named ones', async () => {
    expect(
      await who({ kind: 'fieldDepartments', field: 'f', includeSub: false }, { subjects: ids('departments', '会计', '华南') }),
    ).toEqual(['qin', 'zhou', 'he', 'ma']);
    expect(await who({ kind: 'fieldDepartments', field: 'f', includeSub: true }, { subjects: [] })).toEqual([]);
  });

  it('everyone is everyone who is not disabled', async () => {
    const everyone = await who({ kind: 'everyone' });
    expect(everyone).toHaveLength(12);
    expect(everyone.slice(0, 3)).toEqual(['gu', 'chen', 'shen']);
    expect(everyone).not.toContain('gone');
  });
});

describe('roles and work groups', () => {
  it('a role unites department × position lines and named people', async () => {
    expect(await who({ kind: 'role', roleIds: ids('roles', '审核人') })).toEqual(['wang', 'he', 'zhou']);
  });

  it('a line without sub-departments stays in its department, one without a department is any, one without a position is all', async () => {
    expect(await who({ kind: 'role', roleIds: ids('roles', '本部专员') })).toEqual([]);
    expect(await who({ kind: 'role', roleIds: ids('roles', '全体经理') })).toEqual(['qin', 'wang']);
    expect(await who({ kind: 'role', roleIds: ids('roles', '会计组的人') })).toEqual(['zhou', 'he', 'ma']);
  });

  it('a line that says nothing means nobody, and so does a disabled role', async () => {
    expect(await who({ kind: 'role', roleIds: ids('roles', '空行', '停用角色') })).toEqual([]);
  });

  it('a named person of a role is shown with the role', async () => {
    const found = await answer(ask({ kind: 'role', roleIds: ids('roles', '审核人') }));
    expect(found.kind === 'assignees' && found.people[0]?.via).toBe('审核人');
  });

  it('a work group counts from its first to its last day in the company, while it is enabled', async () => {
    const rule: AssignmentRule = { kind: 'workGroup', workGroupIds: ids('workGroups', '小组', '已过', '未到', '停用组') };
    expect(await who(rule)).toEqual(['wang', 'ma']);
    // 2026-11-21 ends at 16:00 UTC in Shanghai; 未到 starts that moment
    expect(await who(rule, {}, '2026-11-21T15:59:59.000Z')).toEqual(['wang', 'ma']);
    expect(await who(rule, {}, '2026-11-21T16:00:00.000Z')).toEqual(['ma']);
    expect(await who({ kind: 'workGroup', workGroupIds: ids('workGroups', '无期') })).toEqual(['gu', 'li']);
  });
});
