import { compileExpression } from '../../runtime/expression';
import { type FormRule, inside, warning } from './problem';

/** A condition that reads nothing and is not true hides for ever; asked for as well, it is surely a mistake. */
export const neverShown: FormRule = ({ fields, others }) => {
  const hiddenSections = new Set(others.filter(({ node }) => node.type === 'section' && hides(node.visibleWhen)).map(({ path }) => path));
  return fields.flatMap((placed) => {
    const { field, path } = placed;
    const hidden = hides(field.visibleWhen) || [...hiddenSections].some((section) => path.startsWith(`${section}.`));
    return hidden ? [warning('FORM_NEVER_SHOWN', inside(placed, 'visibleWhen'), { required: field.required ? 'yes' : 'no' })] : [];
  });
};

function hides(condition: string | undefined): boolean {
  if (condition === undefined) return false;
  const compiled = compileExpression(condition, {}, 'boolean');
  if (!compiled.ok || compiled.expression.references.length > 0) return false;
  // Without inputs the only thing that changes from one time to the next is the clock.
  if (/\b(?:now|today)\s*\(/.test(condition)) return false;
  const result = compiled.expression.run({}, { now: '2000-01-01T00:00:00.000Z', timeZone: 'UTC' });
  return result.ok && result.value !== true;
}
