import { type FormRule, problem } from './problem';

export const limits = { fields: 300, subTables: 20, columns: 60 } as const;

/** A form that is too large to be filled in, or empty. A table has room for 1,600 columns; dropped ones would count for ever. */
export const formLimits: FormRule = ({ schema, fields }) => {
  const form = { path: 'sections', fieldId: null };
  const main = fields.filter(({ table }) => table === null);
  const tables = main.filter(({ field }) => field.type === 'subTable');
  if (main.length === 0) return [problem('FORM_EMPTY', form)];
  return [
    ...(main.length > limits.fields ? [problem('FORM_LIMIT', form, { reason: 'fields', count: main.length, max: limits.fields })] : []),
    ...(tables.length > limits.subTables
      ? [problem('FORM_LIMIT', form, { reason: 'subTables', count: tables.length, max: limits.subTables })]
      : []),
    ...(schema.title.zh.trim() === '' && schema.title.en.trim() === ''
      ? [problem('FORM_EMPTY', { path: 'title', fieldId: null }, { reason: 'title' })]
      : []),
  ];
};
