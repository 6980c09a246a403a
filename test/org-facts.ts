import { beforeAll } from 'vitest';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import { type FactAnswer, factKey, type FactQuery } from '@/server/engine/core/facts';
import { resolveFacts } from '@/server/org/facts';
import type { OrgNoun } from '@/server/org/org-index';
import type { OrgPlan } from '@/server/seed/org-plan';
import { company, type Company, named, person, ranks } from './xinghe';

/** A company to ask: importing this file writes it before the tests of the file that imports it. */

export const NOW = '2026-11-21T04:00:00.000Z';

/** Small, with every edge that the rules have: 公司 → 财务{会计, 出纳 without a head}, 销售{华东, 华南, 关停 (disabled, with a head), 离人 (its head has left)}. */
const plan: OrgPlan = {
  positions: ranks,
  departments: [
    { ...named('公司'), head: 'gu' },
    { ...named('财务'), parent: '公司', head: 'shen' },
    { ...named('会计'), parent: '财务', head: 'zhou' },
    { ...named('出纳'), parent: '财务' },
    { ...named('销售'), parent: '公司', head: 'chen' },
    { ...named('华东'), parent: '销售', head: 'wang' },
    { ...named('华南'), parent: '销售', head: 'qin' },
    { ...named('关停'), parent: '销售', head: 'yu', disabled: true },
    { ...named('离人'), parent: '销售', head: 'gone' },
  ],
  users: [
    person('gu', ['公司', '总经理']),
    person('shen', ['财务', '总监']),
    person('zhou', ['会计', '主管']),
    person('he', ['会计', '专员'], ['出纳', '主管']),
    person('ma', ['会计', '专员']),
    person('cai', ['出纳', '专员']),
    person('chen', ['销售', '总监'], ['华东', '专员']),
    person('wang', ['华东', '经理']),
    person('li', ['华东', '专员']),
    person('qin', ['华南', '经理']),
    { ...person('gone', ['华东', '专员']), disabled: true },
    person('yu', ['关停', '经理']),
    person('ling', ['离人', '专员']),
  ],
  roles: [
    { ...named('审核人'), members: [{ department: '财务', includeSub: true, position: '主管' }, { user: 'wang' }, { user: 'gone' }] },
    { ...named('本部专员'), members: [{ department: '财务', includeSub: false, position: '专员' }] },
    { ...named('全体经理'), members: [{ position: '经理' }] },
    { ...named('会计组的人'), members: [{ department: '会计' }] },
    { ...named('空行'), members: [{}] },
    { ...named('停用角色'), members: [{ user: 'wang' }], disabled: true },
  ],
  workGroups: [
    { ...named('小组'), startsOn: '2026-11-01', endsOn: '2026-11-21', members: ['ma', 'wang', 'gone'] },
    { ...named('已过'), endsOn: '2026-11-20', members: ['ma'] },
    { ...named('未到'), startsOn: '2026-11-22', members: ['ma'] },
    { ...named('停用组'), members: ['ma'], disabled: true },
    { ...named('无期'), members: ['gu', 'li'] },
  ],
};

let at: Company;
beforeAll(async () => {
  at = await company(plan);
});

export const id = (noun: OrgNoun, code: string): string => at.id(noun, code);
export const ids = (noun: OrgNoun, ...codes: string[]): string[] => at.ids(noun, ...codes);

export type Asking = { applicant?: string; department?: string | null; subjects?: string[]; levels?: number | null; processId?: string };

export function ask(
  rule: AssignmentRule,
  { applicant = 'li', department = null, subjects = [], levels = null, processId }: Asking = {},
): FactQuery {
  const of = { applicantId: id('users', applicant), departmentId: department === null ? null : id('departments', department) };
  return { kind: 'assignees', rule, ...of, subjects, levels, ...(processId ? { processId } : {}) };
}

export async function answer(asked: FactQuery, now = NOW): Promise<FactAnswer> {
  const facts = await resolveFacts([asked], now);
  const found = facts[factKey(asked)];
  if (!found) throw new Error('no answer');
  return found;
}

/** The names of the people found, in seat order. */
export async function who(rule: AssignmentRule, asking?: Asking, now = NOW): Promise<string[]> {
  const found = await answer(ask(rule, asking), now);
  return found.kind === 'assignees' ? found.people.map((one) => one.name) : [];
}
