import type { FormSchema } from '@/forms/schema/schema';
import { defaultProcess, defaultUserTask } from '@/lib/bpmn/default-settings';
import type { Template } from './template';

const AFTER = 'mttftr0001';

const form: FormSchema = {
  title: { zh: '临时事项', en: 'Ad-hoc matter' },
  sections: [
    {
      id: 'mttsct0001',
      type: 'section',
      label: { zh: '', en: '' },
      children: [
        { id: 'mttsbj0001', key: '事由', label: { zh: '事由', en: 'Subject' }, span: 12, type: 'text', required: true, maxLength: 120 },
        {
          id: 'mttwrk0001',
          key: '要办的事',
          label: { zh: '要办的事', en: 'What is to be done' },
          span: 12,
          type: 'textarea',
          required: true,
          maxLength: 20000,
          rows: 6,
        },
        { id: 'mttwhn0001', key: '希望办完', label: { zh: '希望办完', en: 'Wanted by' }, span: 6, type: 'date' },
        {
          id: 'mttfls0001',
          key: '附件',
          label: { zh: '附件', en: 'Files' },
          span: 12,
          type: 'file',
          maxCount: 10,
          maxSizeMb: 20,
          formats: [],
        },
        {
          id: AFTER,
          key: '办完之后',
          label: { zh: '办完之后', en: 'Afterwards' },
          help: { zh: '交给下一位时，在下面选出是谁。', en: 'When it goes on, choose below who is next.' },
          span: 12,
          type: 'radio',
          options: [
            { id: 'next', label: { zh: '交给下一位', en: 'Hand on to somebody' } },
            { id: 'done', label: { zh: '办结', en: 'Finish it' } },
          ],
        },
      ],
    },
  ],
};

/** No fixed flow: whoever asks chooses who begins, and each handler hands it on or finishes it. */
export const adHocMatter: Template = {
  key: 'ad-hoc-matter',
  name: { zh: '临时事项', en: 'Ad-hoc matter' },
  summary: {
    zh: '没有固定的流程：发起时选第一位，每位办完再交给下一位，或者办结',
    en: 'No fixed flow: choose who begins; each handler hands it on or finishes it',
  },
  icon: 'route',
  categoryCode: 'document',
  form: () => form,
  model: (_lookup, formId) => ({
    name: '临时事项',
    settings: {
      ...defaultProcess,
      formId,
      titleTemplate: '{事由}',
      numbering: 'LS-{yyyy}-{seq:4}',
      startAccess: { fields: { [AFTER]: 'hidden' }, default: 'edit', rows: {} },
    },
    nodes: [
      { id: 'Start', type: 'startEvent', name: '发起', nameEn: 'Started', x: 180, y: 200 },
      {
        id: 'Handle',
        type: 'userTask',
        name: '办理',
        nameEn: 'Handling',
        x: 330,
        y: 200,
        settings: {
          ...defaultUserTask,
          assignment: [{ kind: 'chosenByPrevious', multiple: false }],
          applicant: 'allow',
          repeat: 'ask',
          actions: ['approve', 'return', 'transfer', 'addSign', 'comment'],
          approveLabel: { zh: '办好了', en: 'Done' },
          commentRequired: ['return'],
          access: { fields: { [AFTER]: 'required' }, default: 'read', rows: {} },
        },
      },
      { id: 'More', type: 'exclusiveGateway', name: '还有下一位？', nameEn: 'Somebody next?', x: 490, y: 200 },
      { id: 'End', type: 'endEvent', name: '办结', nameEn: 'Done', x: 630, y: 200 },
    ],
    flows: [
      { id: 'Flow_1', from: 'Start', to: 'Handle' },
      { id: 'Flow_2', from: 'Handle', to: 'More' },
      {
        id: 'Flow_3',
        from: 'More',
        to: 'Handle',
        name: '交给下一位',
        nameEn: 'Handed on',
        condition: '办完之后 = "next"',
        via: [
          [490, 100],
          [330, 100],
        ],
      },
      { id: 'Flow_4', from: 'More', to: 'End', isDefault: true },
    ],
  }),
};
