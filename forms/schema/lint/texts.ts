import { changesDirection, unfitText } from '../../fields/text-check';
import type { LocalText } from '@/lib/json';
import { type FormProblem, type FormRule, problem, warning } from './problem';

type Named = { text: LocalText; path: string; fieldId: string | null; long?: boolean };

/** Names go into headings, lists, files and comments of the database: nothing invisible, and nothing that turns the text around it. */
export const texts: FormRule = ({ schema, fields, others }) => {
  const named: Named[] = [
    { text: schema.title, path: 'title', fieldId: null },
    ...fields.flatMap(({ field, path }): Named[] => [
      { text: field.label, path: `${path}.label`, fieldId: field.id },
      ...('options' in field
        ? field.options.map((option, index) => ({ text: option.label, path: `${path}.options[${index}]`, fieldId: field.id }))
        : []),
    ]),
    ...others.flatMap(({ node, path }): Named[] => [
      ...('label' in node && node.label ? [{ text: node.label, path: `${path}.label`, fieldId: node.id }] : []),
      ...(node.type === 'description' ? [{ text: node.text, path: `${path}.text`, fieldId: node.id, long: true }] : []),
    ]),
  ];
  return [
    ...named.flatMap(unfit),
    ...fields.flatMap(({ field, path }) => unnamed({ text: field.label, path: `${path}.label`, fieldId: field.id })),
  ];
};

function unfit({ text, path, fieldId, long = false }: Named): FormProblem[] {
  for (const value of [text.zh, text.en]) {
    const finding = unfitText(value, long);
    if (finding?.code === 'TEXT_CONTROL_CHAR' || finding?.code === 'TEXT_INVALID_UNICODE')
      return [problem(finding.code, { path, fieldId })];
    if (!long && changesDirection(value)) return [problem('TEXT_BIDI', { path, fieldId })];
  }
  return [];
}

function unnamed({ text, path, fieldId }: Named): FormProblem[] {
  const [zh, en] = [text.zh.trim(), text.en.trim()];
  if (zh === '' && en === '') return [problem('FORM_EMPTY', { path, fieldId }, { reason: 'label' })];
  return zh === '' || en === '' ? [warning('FORM_TRANSLATION_MISSING', { path, fieldId }, { language: zh === '' ? 'zh' : 'en' })] : [];
}
