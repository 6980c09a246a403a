import type { FormSchema } from '@/forms/schema/schema';
import { defaultProcess, defaultSendTask, defaultUserTask } from '@/lib/bpmn/default-settings';
import type { Template } from './template';

const choice = (id: string, zh: string, en: string) => ({ id, label: { zh, en } });

const form: FormSchema = {
  title: { zh: '出差申请', en: 'Business trip' },
  sections: [
    {
      id: 'trpsct0001',
      type: 'section',
      label: { zh: '行程', en: 'Trip' },
      children: [
        {
          id: 'trprsn0001',
          key: '出差事由',
          label: { zh: '出差事由', en: 'Reason' },
          span: 12,
          type: 'text',
          required: true,
          maxLength: 200,
          placeholder: { zh: '去做什么，见谁', en: 'What for, and whom to meet' },
        },
        {
          id: 'trpdst0001',
          key: '出差地点',
          label: { zh: '出差地点', en: 'Destination' },
          span: 6,
          type: 'text',
          required: true,
          maxLength: 100,
        },
        {
          id: 'trpmdn0001',
          key: '交通方式',
          label: { zh: '交通方式', en: 'Transport' },
          span: 6,
          type: 'select',
          options: [
            choice('train', '火车', 'Train'),
            choice('plane', '飞机', 'Plane'),
            choice('car', '汽车', 'Car'),
            choice('other', '其他', 'Other'),
          ],
        },
        { id: 'trpdts0001', key: '日期', label: { zh: '开始和结束日期', en: 'Dates' }, span: 6, type: 'dateRange', required: true },
        {
          id: 'trpdys0001',
          key: '天数',
          label: { zh: '天数', en: 'Days' },
          span: 6,
          type: 'formula',
          expression: 'if 日期.start = null or 日期.end = null then null else (日期.end - 日期.start) / duration("P1D") + 1',
          result: { type: 'number', scale: 0 },
        },
        { id: 'trpcmp0001', key: '同行人', label: { zh: '同行人', en: 'Companions' }, span: 12, type: 'user', multiple: true },
      ],
    },
    {
      id: 'trpsct0002',
      type: 'section',
      label: { zh: '预算', en: 'Budget' },
      children: [
        {
          id: 'trpbdg0001',
          key: '预算明细',
          label: { zh: '预算明细', en: 'Budget lines' },
          span: 12,
          type: 'subTable',
          minRows: 1,
          maxRows: 50,
          columns: [
            {
              id: 'trpbct0001',
              key: '费用类别',
              label: { zh: '费用类别', en: 'Category' },
              span: 12,
              type: 'select',
              required: true,
              options: [
                choice('fare', '交通', 'Fares'),
                choice('hotel', '住宿', 'Hotel'),
                choice('meal', '餐补', 'Meals'),
                choice('entertain', '招待', 'Entertainment'),
                choice('other', '其他', 'Other'),
              ],
            },
            { id: 'trpbnt0001', key: '说明', label: { zh: '说明', en: 'Note' }, span: 12, type: 'text', maxLength: 100 },
            {
              id: 'trpbpr0001',
              key: '单价',
              label: { zh: '单价', en: 'Unit price' },
              span: 12,
              type: 'money',
              currency: 'CNY',
              required: true,
              min: '0',
            },
            { id: 'trpbqt0001', key: '数量', label: { zh: '数量', en: 'Quantity' }, span: 12, type: 'integer', required: true, min: '1' },
            {
              id: 'trpbsm0001',
              key: '小计',
              label: { zh: '小计', en: 'Subtotal' },
              span: 12,
              type: 'formula',
              expression: '单价 * 数量',
              result: { type: 'money', currency: 'CNY' },
            },
          ],
          totals: [{ columnId: 'trpbsm0001', kind: 'sum' }],
        },
        {
          id: 'trpmnt0001',
          key: '申请金额',
          label: { zh: '申请金额', en: 'Amount' },
          span: 12,
          type: 'formula',
          expression: 'sum(预算明细.小计)',
          result: { type: 'money', currency: 'CNY', capitals: true },
        },
      ],
    },
  ],
};

const summary = {
  zh: '按金额逐级审批，两万以上会计组票签，知会人力资源部',
  en: 'Signed level by level by amount; from 20,000 accounting votes; HR is told',
};

/** Level by level up to the rank that may sign the amount; from 20,000 accounting votes; HR is told. */
export const businessTrip: Template = {
  key: 'business-trip',
  name: { zh: '出差申请', en: 'Business trip' },
  summary,
  icon: 'plane',
  categoryCode: 'finance',
  form: () => form,
  model: (lookup, formId) => ({
    name: '出差申请',
    settings: {
      ...defaultProcess,
      formId,
      description: summary,
      starter: { kind: 'some', userIds: [], departmentIds: [], positionIds: [], roleIds: [lookup.role('traveller')], workGroupIds: [] },
      titleTemplate: '出差申请：{出差事由}',
      numbering: 'CC-{yyyy}-{seq:4}',
      summaryFields: ['申请金额'],
      withdraw: 'untilFirstDecision',
      documents: [
        {
          id: 'trpdcm0001',
          name: { zh: '出差说明', en: 'Trip note' },
          required: false,
          formats: ['pdf', 'docx', 'png', 'jpg'],
          maxCount: 5,
          addedAt: ['Start'],
        },
      ],
    },
    nodes: [
      { id: 'Start', type: 'startEvent', name: '提交', nameEn: 'Submit', x: 180, y: 200 },
      {
        id: 'Approve',
        type: 'userTask',
        name: '逐级审批',
        nameEn: 'Managers, level by level',
        x: 320,
        y: 200,
        settings: {
          ...defaultUserTask,
          assignment: [{ kind: 'managerChain', untilRank: 1, levels: 'if 申请金额 < 5000 then 1 else if 申请金额 < 20000 then 2 else 99' }],
          completion: { rule: 'sequential' },
          onReject: { kind: 'returnToApplicant', resubmit: 'toRejecter' },
          due: { duration: 'P2D', remindBefore: 'PT4H' },
        },
      },
      { id: 'Amount', type: 'exclusiveGateway', name: '满两万？', nameEn: '20,000 or more?', x: 450, y: 200 },
      {
        id: 'Vote',
        type: 'userTask',
        name: '会计组票签',
        nameEn: 'Accounting votes',
        x: 580,
        y: 100,
        settings: {
          ...defaultUserTask,
          assignment: [{ kind: 'department', departmentIds: [lookup.department('accounting')], includeSub: false }],
          completion: { rule: 'vote', percent: 50, compare: 'moreThan' },
          applicant: 'leaveOut',
          repeat: 'ask',
          onReject: { kind: 'returnToApplicant', resubmit: 'toRejecter' },
          due: { duration: 'P3D' },
        },
      },
      { id: 'Merge', type: 'exclusiveGateway', name: '', x: 710, y: 200 },
      {
        id: 'Notify',
        type: 'sendTask',
        name: '知会人力资源部',
        nameEn: 'Tell human resources',
        x: 840,
        y: 200,
        settings: {
          ...defaultSendTask,
          assignment: [{ kind: 'department', departmentIds: [lookup.department('hr')], includeSub: true }],
          message: { zh: '出差已批准，请备案。', en: 'The trip is approved, for your records.' },
        },
      },
      { id: 'End', type: 'endEvent', name: '办结', nameEn: 'Done', x: 970, y: 200 },
    ],
    flows: [
      { id: 'Flow_1', from: 'Start', to: 'Approve' },
      { id: 'Flow_2', from: 'Approve', to: 'Amount' },
      { id: 'Flow_3', from: 'Amount', to: 'Vote', name: '是', nameEn: 'Yes', condition: '申请金额 >= 20000', via: [[450, 100]] },
      { id: 'Flow_4', from: 'Amount', to: 'Merge', name: '否', nameEn: 'No', isDefault: true },
      { id: 'Flow_5', from: 'Vote', to: 'Merge', via: [[710, 100]] },
      { id: 'Flow_6', from: 'Merge', to: 'Notify' },
      { id: 'Flow_7', from: 'Notify', to: 'End' },
    ],
  }),
};
