import { newFieldId } from '@/forms/schema/ids';
import type { Field, FieldType, FormNode } from '@/forms/schema/schema';
import type { LocalText } from '@/lib/json';

/** What a field is called before its author names it: the label, and the key formulas use. */
const names: Record<FieldType, [zh: string, en: string]> = {
  text: ['文本', 'Text'],
  textarea: ['多行文本', 'Long text'],
  integer: ['整数', 'Whole number'],
  number: ['数字', 'Number'],
  money: ['金额', 'Amount'],
  percentage: ['百分比', 'Percentage'],
  date: ['日期', 'Date'],
  time: ['时间', 'Time'],
  dateTime: ['日期时间', 'Date and time'],
  dateRange: ['日期区间', 'Date range'],
  select: ['下拉选择', 'Choice'],
  multiSelect: ['下拉多选', 'Choices'],
  radio: ['单选', 'Option'],
  checkbox: ['勾选', 'Checkboxes'],
  switch: ['是否', 'Yes or no'],
  user: ['人员', 'Person'],
  department: ['部门', 'Department'],
  file: ['附件', 'Files'],
  image: ['图片', 'Images'],
  formula: ['公式', 'Formula'],
  autoNumber: ['自动编号', 'Number'],
  subTable: ['明细', 'Lines'],
};

const WIDE = new Set<FieldType>(['textarea', 'subTable', 'file', 'image', 'checkbox']);

/** What a field is called before its author names it. */
export function stockLabel(type: FieldType): LocalText {
  const [zh, en] = names[type];
  return { zh, en };
}

/** A field as the palette gives it: complete, valid, with a fresh id. */
export function newField(type: FieldType): Field {
  const label = stockLabel(type);
  const base = { id: newFieldId(), key: label.zh, label, span: WIDE.has(type) ? 12 : 6 };
  const options = ['1', '2'].map((n) => ({ id: `o${n}`, label: { zh: `选项 ${n}`, en: `Option ${n}` } }));
  switch (type) {
    case 'number':
      return { ...base, type, scale: 2 };
    case 'money':
      return { ...base, type, currency: 'CNY', capitals: false };
    case 'percentage':
      return { ...base, type, scale: 4 };
    case 'select':
    case 'multiSelect':
    case 'radio':
    case 'checkbox':
      return { ...base, type, options };
    case 'user':
    case 'department':
      return { ...base, type, multiple: false };
    case 'file':
      return { ...base, type, maxCount: 5, maxSizeMb: 20, formats: [] };
    case 'image':
      return { ...base, type, maxCount: 9, maxSizeMb: 20 };
    case 'formula':
      return { ...base, type, expression: '0', result: { type: 'number', scale: 2 } };
    case 'autoNumber':
      return { ...base, type, pattern: '{yyyy}{mm}-{seq:4}' };
    case 'subTable':
      return {
        ...base,
        type,
        columns: [{ id: newFieldId(), key: '名称', label: { zh: '名称', en: 'Name' }, span: 12, type: 'text' }],
        totals: [],
      };
    case 'text':
    case 'textarea':
    case 'integer':
    case 'date':
    case 'time':
    case 'dateTime':
    case 'dateRange':
    case 'switch':
      return { ...base, type };
  }
}

export function newOrnament(type: 'divider' | 'description'): FormNode {
  return type === 'divider' ? { id: newFieldId(), type } : { id: newFieldId(), type, text: { zh: '说明文字', en: 'Description' } };
}
