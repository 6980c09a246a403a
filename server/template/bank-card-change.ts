import type { FormSchema } from '@/forms/schema/schema';
import { defaultProcess, defaultSendTask, defaultUserTask } from '@/lib/bpmn/default-settings';
import type { Lookup, Template } from './template';

const choice = (id: string, zh: string, en: string) => ({ id, label: { zh, en } });

const form = (lookup: Lookup): FormSchema => ({
  title: { zh: '借款人银行卡信息修改', en: 'Change of a borrower’s bank card' },
  sections: [
    {
      id: 'crdsct0001',
      type: 'section',
      label: { zh: '借款人', en: 'Borrower' },
      children: [
        {
          id: 'crdlnn0001',
          key: '借款编号',
          label: { zh: '借款编号', en: 'Loan number' },
          span: 6,
          type: 'text',
          required: true,
          maxLength: 40,
          help: { zh: '填好后自动取借款人信息', en: 'Fills in the borrower when typed' },
          lookup: {
            connectorId: lookup.connector('core-system'),
            path: '/loans/{借款编号}',
            fill: [
              { field: '借款人姓名', expression: 'response.borrower' },
              // The middle of the number never leaves the server.
              { field: '身份证号', expression: 'substring(response.idNumber, 1, 4) + "**********" + substring(response.idNumber, -4)' },
              { field: '原银行卡号', expression: 'response.card' },
            ],
          },
        },
        {
          id: 'crdchn0001',
          key: '申请来源',
          label: { zh: '申请来源', en: 'Channel' },
          span: 6,
          type: 'radio',
          required: true,
          options: [choice('phone', '电话', 'Phone'), choice('app', '应用内', 'App'), choice('branch', '网点', 'Branch')],
        },
        {
          id: 'crdnmn0001',
          key: '借款人姓名',
          label: { zh: '借款人姓名', en: 'Borrower’s name' },
          span: 6,
          type: 'text',
          required: true,
          maxLength: 60,
        },
        { id: 'crdnmb0001', key: '身份证号', label: { zh: '身份证号', en: 'ID number' }, span: 6, type: 'text', maxLength: 30 },
        { id: 'crdldc0001', key: '原银行卡号', label: { zh: '原银行卡号', en: 'Present card' }, span: 6, type: 'text', maxLength: 30 },
      ],
    },
    {
      id: 'crdsct0002',
      type: 'section',
      label: { zh: '新的银行卡', en: 'New card' },
      children: [
        {
          id: 'crdnwc0001',
          key: '新银行卡号',
          label: { zh: '新银行卡号', en: 'New card number' },
          span: 6,
          type: 'text',
          required: true,
          pattern: { preset: 'bankCard' },
          rules: [
            {
              expression: '新银行卡号 != 原银行卡号',
              message: { zh: '新卡号与原卡号相同', en: 'The new card is the present one' },
              level: 'error',
            },
          ],
        },
        { id: 'crdbnk0001', key: '开户行', label: { zh: '开户行', en: 'Bank' }, span: 6, type: 'text', required: true, maxLength: 80 },
        {
          id: 'crdpht0001',
          key: '手持身份证照片',
          label: { zh: '手持身份证照片', en: 'Photo with ID card' },
          span: 12,
          type: 'image',
          required: true,
          maxCount: 3,
          maxSizeMb: 10,
        },
        {
          id: 'crdrsl0001',
          key: '核心系统流水号',
          label: { zh: '核心系统流水号', en: 'Core system receipt' },
          span: 6,
          type: 'text',
          maxLength: 60,
          help: { zh: '修改成功后由系统填写', en: 'Filled in by the system when done' },
        },
      ],
    },
  ],
});

const summary = {
  zh: '风控复核，调用核心系统修改，知会客服',
  en: 'Risk control reviews, the core system is changed, customer service is told',
};

/** Risk control reviews, the core system is changed by a service call that never happens twice, customer service is told. */
export const bankCardChange: Template = {
  key: 'bank-card-change',
  name: { zh: '借款人银行卡信息修改', en: 'Change of a borrower’s bank card' },
  summary,
  icon: 'card',
  categoryCode: 'customer',
  form,
  model: (lookup, formId) => ({
    name: '借款人银行卡信息修改',
    settings: {
      ...defaultProcess,
      formId,
      description: summary,
      starter: {
        kind: 'some',
        userIds: [],
        departmentIds: [lookup.department('customer-service')],
        positionIds: [],
        roleIds: [],
        workGroupIds: [],
      },
      titleTemplate: '银行卡修改：{借款编号} {借款人姓名}',
      numbering: 'YHK-{yyyy}{mm}-{seq:4}',
      businessKeyField: '借款编号',
      summaryFields: ['借款编号'],
      startAccess: { fields: { crdrsl0001: 'hidden' }, default: 'edit', rows: {} },
    },
    nodes: [
      { id: 'Start', type: 'startEvent', name: '提交', nameEn: 'Submit', x: 180, y: 200 },
      {
        id: 'Review',
        type: 'userTask',
        name: '风控复核',
        nameEn: 'Risk review',
        x: 320,
        y: 200,
        settings: {
          ...defaultUserTask,
          assignment: [{ kind: 'department', departmentIds: [lookup.department('risk')], includeSub: true }],
          completion: { rule: 'any' },
          applicant: 'leaveOut',
          onReject: { kind: 'returnToApplicant', resubmit: 'toRejecter' },
          access: { fields: { crdrsl0001: 'hidden' }, default: 'read', rows: {} },
          due: { duration: 'PT4H' },
        },
      },
      {
        id: 'Change',
        type: 'serviceTask',
        name: '修改核心系统',
        nameEn: 'Change the core system',
        x: 490,
        y: 200,
        settings: {
          connectorId: lookup.connector('core-system'),
          method: 'POST',
          path: '/loans/{借款编号}/bank-card',
          body: '{ "card": 新银行卡号, "bank": 开户行 }',
          output: [{ target: 'field', name: '核心系统流水号', expression: 'response.receipt' }],
          errors: [],
          retry: { attempts: 3, backoffSeconds: 2 },
        },
      },
      {
        id: 'Notify',
        type: 'sendTask',
        name: '知会客户服务部',
        nameEn: 'Tell customer service',
        x: 660,
        y: 200,
        settings: {
          ...defaultSendTask,
          assignment: [{ kind: 'department', departmentIds: [lookup.department('customer-service')], includeSub: true }],
          message: { zh: '银行卡已修改，请告知借款人。', en: 'The card has been changed; please tell the borrower.' },
        },
      },
      { id: 'End', type: 'endEvent', name: '办结', nameEn: 'Done', x: 800, y: 200 },
    ],
    flows: [
      { id: 'Flow_1', from: 'Start', to: 'Review' },
      { id: 'Flow_2', from: 'Review', to: 'Change' },
      { id: 'Flow_3', from: 'Change', to: 'Notify' },
      { id: 'Flow_4', from: 'Notify', to: 'End' },
    ],
  }),
};
