import type { FormSchema } from '@/forms/schema/schema';
import { defaultProcess, defaultSendTask } from '@/lib/bpmn/default-settings';
import type { Template } from './template';

const form: FormSchema = {
  title: { zh: '通知传阅', en: 'Notice' },
  sections: [
    {
      id: 'cclsct0001',
      type: 'section',
      label: { zh: '', en: '' },
      children: [
        { id: 'ccltlt0001', key: '标题', label: { zh: '标题', en: 'Title' }, span: 12, type: 'text', required: true, maxLength: 120 },
        {
          id: 'cclbdy0001',
          key: '正文',
          label: { zh: '正文', en: 'Text' },
          span: 12,
          type: 'textarea',
          required: true,
          maxLength: 20000,
          rows: 8,
        },
        {
          id: 'ccldpt0001',
          key: '接收部门',
          label: { zh: '接收部门', en: 'Departments' },
          span: 6,
          type: 'department',
          multiple: true,
          requiredWhen: 'count(接收人) = 0',
        },
        { id: 'cclsrs0001', key: '接收人', label: { zh: '另外的接收人', en: 'And these people' }, span: 6, type: 'user', multiple: true },
        {
          id: 'cclfls0001',
          key: '附件',
          label: { zh: '附件', en: 'Files' },
          span: 12,
          type: 'file',
          maxCount: 10,
          maxSizeMb: 20,
          formats: [],
        },
      ],
    },
  ],
};

const summary = { zh: '发给部门和个人，看到谁已读，提醒没读的', en: 'To departments and people; see who has read it, remind the others' };

/** Everyone in the chosen departments gets it to read; nobody is waited for; the sender sees who has. */
export const circulation: Template = {
  key: 'circulation',
  name: { zh: '通知传阅', en: 'Notice' },
  summary,
  icon: 'notice',
  categoryCode: 'document',
  form: () => form,
  model: (_lookup, formId) => ({
    name: '通知传阅',
    settings: {
      ...defaultProcess,
      formId,
      description: summary,
      titleTemplate: '{标题}',
      numbering: 'TZ-{yyyy}-{seq:4}',
      withdraw: 'never',
    },
    nodes: [
      { id: 'Start', type: 'startEvent', name: '发出', nameEn: 'Sent', x: 180, y: 200 },
      {
        id: 'Circulate',
        type: 'sendTask',
        name: '传阅',
        nameEn: 'Circulation',
        x: 320,
        y: 200,
        settings: {
          ...defaultSendTask,
          assignment: [
            { kind: 'fieldDepartments', field: '接收部门', includeSub: true },
            { kind: 'fieldUsers', field: '接收人' },
          ],
          message: { zh: '请阅读并确认。', en: 'Please read and confirm.' },
          receipt: true,
        },
      },
      { id: 'End', type: 'endEvent', name: '归档', nameEn: 'Filed', x: 460, y: 200 },
    ],
    flows: [
      { id: 'Flow_1', from: 'Start', to: 'Circulate' },
      { id: 'Flow_2', from: 'Circulate', to: 'End' },
    ],
  }),
};
