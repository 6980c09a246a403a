import { patternProblem } from '../pattern';
import { numberPatternProblem } from '../number-pattern';
import { type FormRule, inside, problem } from './problem';

/** Patterns run on what strangers type: one that could take for ever is refused, and so is one that cannot be read. */
export const patterns: FormRule = ({ fields }) =>
  fields.flatMap((placed) => {
    const { field, table } = placed;
    if (field.type === 'autoNumber') {
      const reason = table ? 'subTable' : numberPatternProblem(field.pattern);
      return reason === null ? [] : [problem('FORM_SCHEMA_INVALID', inside(placed, 'pattern'), { reason: `number_${reason}` })];
    }
    if (field.type !== 'text' || field.pattern?.preset !== 'custom') return [];
    const reason = field.pattern.source ? patternProblem(field.pattern.source) : 'invalid';
    return reason === null ? [] : [problem('FORM_PATTERN_UNSAFE', inside(placed, 'pattern'), { reason })];
  });
