import { foldKey } from '../normalize';
import { type FormRule, inside, problem } from './problem';

/** Two options that read the same, or that are stored the same, cannot be told apart. */
export const options: FormRule = ({ fields }) =>
  fields.flatMap((placed) => {
    const { field } = placed;
    if (!('options' in field)) return [];
    const ids = new Set<string>();
    const labels = new Set<string>();
    const found = field.options.flatMap((option, index) => {
      const at = inside(placed, `options[${index}]`);
      const label = foldKey(option.label.zh.trim() || option.label.en.trim());
      if (label === '') return [problem('FORM_EMPTY', at, { reason: 'option' })];
      const duplicate = ids.has(option.id) || (!option.retired && labels.has(label));
      ids.add(option.id);
      if (!option.retired) labels.add(label);
      return duplicate ? [problem('FORM_OPTION_DUPLICATE', at, { option: option.label.zh || option.label.en || option.id })] : [];
    });
    return field.options.every((option) => option.retired)
      ? [...found, problem('FORM_EMPTY', inside(placed, 'options'), { reason: 'options' })]
      : found;
  });
