import { planOf } from '../../runtime/plan';
import { type FormRule, problem } from './problem';

/** Formulas and conditions that need their own result. */
export const cycles: FormRule = ({ schema, fields }) =>
  planOf(schema).cycles.flatMap((cycle) => {
    const names = [...cycle, ...cycle.slice(0, 1)].map((node) => node.name).join(' → ');
    return cycle.map((node) => {
      const placed = fields.find(({ field }) => field.id === node.field.id);
      return problem(
        'FORM_FORMULA_CYCLE',
        { path: `${placed?.path ?? 'sections'}.${node.formula ? 'expression' : 'visibleWhen'}`, fieldId: node.field.id },
        { names },
      );
    });
  });
