import { withTransaction } from '@/server/db/unit-of-work';
import type { OrgIndex, OrgNoun } from '@/server/org/org-index';
import type { OrgPlan } from '@/server/seed/org-plan';
import { writePlan } from '@/server/seed/write-plan';
import type { TestUser } from './portal';

/** A company that is small enough to know by heart; people are called by their login. */

export const named = (code: string) => ({ code, zh: code, en: code });
export const person = (login: string, ...posts: [string, string][]) => ({ login, name: login, nameEn: login, posts });

export const ranks = [
  { ...named('总经理'), rank: 1 },
  { ...named('总监'), rank: 3 },
  { ...named('经理'), rank: 4 },
  { ...named('主管'), rank: 5 },
  { ...named('专员'), rank: 6 },
];

/** 公司(gu 1) → 财务(shen 3){会计(zhou 5: he, ma), 出纳: cai, nobody heads it}, 销售(chen 3){华东(wang 4: li, xu), 华南(qin 4)}. */
const small: OrgPlan = {
  positions: ranks,
  departments: [
    { ...named('公司'), head: 'gu' },
    { ...named('财务'), parent: '公司', head: 'shen' },
    { ...named('会计'), parent: '财务', head: 'zhou' },
    { ...named('出纳'), parent: '财务' },
    { ...named('销售'), parent: '公司', head: 'chen' },
    { ...named('华东'), parent: '销售', head: 'wang' },
    { ...named('华南'), parent: '销售', head: 'qin' },
    named('空部门'),
  ],
  users: [
    person('gu', ['公司', '总经理']),
    person('shen', ['财务', '总监']),
    person('zhou', ['会计', '主管']),
    person('he', ['会计', '专员']),
    person('ma', ['会计', '专员']),
    person('cai', ['出纳', '专员']),
    person('chen', ['销售', '总监']),
    person('wang', ['华东', '经理']),
    person('li', ['华东', '专员']),
    person('xu', ['华东', '专员']),
    person('qin', ['华南', '经理']),
  ],
  roles: [{ ...named('审核人'), members: [{ department: '财务', includeSub: true, position: '主管' }, { user: 'qin' }] }],
  workGroups: [{ ...named('小组'), members: ['ma', 'xu'] }],
};

export type Company = {
  id(noun: OrgNoun, code: string): string;
  ids(noun: OrgNoun, ...codes: string[]): string[];
  user(login: string): TestUser;
};

export async function company(plan: OrgPlan = small): Promise<Company> {
  const org: OrgIndex = await withTransaction((tx) => writePlan(tx, plan, { passwordHash: null, now: '2026-11-01T00:00:00.000Z' }));
  const id = (noun: OrgNoun, code: string) => {
    const found = org[noun].get(code);
    if (found === undefined) throw new Error(`no ${noun} ${code}`);
    return found;
  };
  return {
    id,
    ids: (noun, ...codes) => codes.map((code) => id(noun, code)),
    user: (login) => ({ id: id('users', login), name: login }),
  };
}
