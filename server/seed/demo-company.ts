import { companyDay } from '@/server/engine/runtime/company-time';
import { demoPeople } from './demo-people';
import type { OrgPlan, PlannedDelegation } from './org-plan';

/** 星河金服 Xinghe Fintech, as of an instant: who is away, and how long groups last, is counted from it. */
export function demoCompany(now: Date): OrgPlan {
  const at = (days: number) => new Date(now.getTime() + days * DAY);
  const away = (user: string, proxy: string, reason: string): PlannedDelegation => ({
    user,
    proxy,
    reason,
    startsAt: at(-1).toISOString(),
    endsAt: at(30).toISOString(),
  });
  return {
    positions,
    departments,
    users: demoPeople,
    roles,
    workGroups: [
      {
        code: 'purchase-review',
        zh: '采购评审小组',
        en: 'Purchase review group',
        startsOn: companyDay(at(-60)),
        endsOn: companyDay(at(220)),
        members: ['wangmin', 'fangning', 'zhoulan', 'suqing', 'liangbo'],
      },
      {
        code: 'security-response',
        zh: '信息安全应急小组',
        en: 'Security response group',
        startsOn: companyDay(at(-20)),
        endsOn: companyDay(at(40)),
        members: ['gaoyuan', 'tangning', 'wutong', 'shilei'],
      },
    ],
    delegations: [away('qinlang', 'wangmin', '出差拜访客户'), away('gaoyuan', 'guoxiao', '年休假'), away('zhoulan', 'hejing', '培训')],
  };
}

/** Groups that the start page and the process library show. */
export const demoCategories = [
  { code: 'finance', zh: '差旅与费用', en: 'Travel and expenses' },
  { code: 'purchasing', zh: '采购与付款', en: 'Purchasing and payment' },
  { code: 'customer', zh: '客户业务', en: 'Customers' },
  { code: 'document', zh: '公文与通知', en: 'Documents and notices' },
  { code: 'it', zh: '信息技术', en: 'IT' },
  { code: 'hr', zh: '人事与福利', en: 'People and benefits' },
  { code: 'administration', zh: '行政', en: 'Administration' },
] as const;

// helpers //////////////////////

const DAY = 86_400_000;

const positions: OrgPlan['positions'] = [
  { code: 'general-manager', zh: '总经理', en: 'General manager', rank: 1 },
  { code: 'deputy-general-manager', zh: '副总经理', en: 'Deputy general manager', rank: 2 },
  { code: 'director', zh: '总监', en: 'Director', rank: 3 },
  { code: 'manager', zh: '经理', en: 'Manager', rank: 4 },
  { code: 'supervisor', zh: '主管', en: 'Supervisor', rank: 5 },
  { code: 'specialist', zh: '专员', en: 'Specialist', rank: 6 },
];

const departments: OrgPlan['departments'] = [
  { code: 'xinghe', zh: '星河金服', en: 'Xinghe Fintech', head: 'guyuanzhou' },
  { code: 'general-office', zh: '总经办', en: 'General Office', parent: 'xinghe', head: 'guyuanzhou' },
  { code: 'finance', zh: '财务部', en: 'Finance', parent: 'xinghe', head: 'shenyan' },
  { code: 'accounting', zh: '会计组', en: 'Accounting', parent: 'finance', head: 'zhoulan' },
  // Nobody heads it: what needs its head goes one level up.
  { code: 'treasury', zh: '出纳组', en: 'Treasury', parent: 'finance' },
  { code: 'hr', zh: '人力资源部', en: 'HR', parent: 'xinghe', head: 'bailu' },
  { code: 'customer-service', zh: '客户服务部', en: 'Customer Service', parent: 'xinghe', head: 'zhanglei' },
  { code: 'risk', zh: '风险控制部', en: 'Risk Control', parent: 'xinghe', head: 'shilei' },
  { code: 'operations', zh: '运营部', en: 'Operations', parent: 'xinghe', head: 'duruofei' },
  { code: 'it', zh: '信息技术部', en: 'IT', parent: 'xinghe', head: 'gaoyuan' },
  { code: 'purchasing', zh: '采购部', en: 'Purchasing', parent: 'xinghe', head: 'zhengnan' },
  { code: 'warehouse', zh: '仓储部', en: 'Warehouse', parent: 'xinghe', head: 'liangbo' },
  { code: 'sales', zh: '销售部', en: 'Sales', parent: 'xinghe', head: 'chenli' },
  { code: 'east', zh: '华东区', en: 'East', parent: 'sales', head: 'wangmin' },
  { code: 'south', zh: '华南区', en: 'South', parent: 'sales', head: 'qinlang' },
];

const roles: OrgPlan['roles'] = [
  {
    code: 'traveller',
    zh: '差旅申请人',
    en: 'May travel',
    members: [
      { department: 'sales', includeSub: true },
      ...['general-office', 'finance', 'hr', 'customer-service', 'risk', 'operations', 'it', 'purchasing'].map((department) => ({
        department,
      })),
      { position: 'director' },
      { user: 'liangbo' },
    ],
  },
  {
    code: 'finance-reviewer',
    zh: '财务审核人',
    en: 'Finance reviewer',
    members: [{ department: 'finance', includeSub: true, position: 'supervisor' }],
  },
  { code: 'cashier', zh: '出纳', en: 'Cashier', members: [{ department: 'treasury' }] },
  { code: 'risk-reviewer', zh: '风控复核人', en: 'Risk reviewer', members: [{ department: 'risk' }] },
  { code: 'customer-service-staff', zh: '客服经办', en: 'Customer service staff', members: [{ department: 'customer-service' }] },
  { code: 'operations-staff', zh: '运营经办', en: 'Operations staff', members: [{ department: 'operations' }] },
  { code: 'buyer', zh: '采购员', en: 'Buyer', members: [{ department: 'purchasing' }] },
  { code: 'warehouse-keeper', zh: '仓管员', en: 'Warehouse keeper', members: [{ department: 'warehouse' }] },
  {
    code: 'document-drafter',
    zh: '公文拟稿人',
    en: 'Document drafter',
    members: [{ department: 'general-office' }, { position: 'director' }, { position: 'manager' }],
  },
  { code: 'it-support', zh: '信息技术支持', en: 'IT support', members: [{ department: 'it' }] },
];
