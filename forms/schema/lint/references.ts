import { type FormProblem, type FormRule, type Placed, inside, problem } from './problem';

const NUMERIC = new Set(['integer', 'number', 'money', 'percentage', 'formula']);

/** Totals and look-ups name other fields by id or key. */
export const references: FormRule = ({ fields }) => fields.flatMap((placed) => [...totals(placed), ...lookup(placed, fields)]);

function totals(placed: Placed): FormProblem[] {
  const { field } = placed;
  if (field.type !== 'subTable') return [];
  return field.totals.flatMap((total, index) => {
    const column = field.columns.find((candidate) => candidate.id === total.columnId);
    if (!column) return [problem('FORM_REF_BROKEN', inside(placed, `totals[${index}]`), { name: total.columnId, reason: 'column' })];
    const countable =
      NUMERIC.has(column.type) && !(column.type === 'formula' && column.result.type !== 'number' && column.result.type !== 'money');
    return total.kind === 'count' || countable
      ? []
      : [problem('FORM_REF_BROKEN', inside(placed, `totals[${index}]`), { name: column.key, reason: 'notNumeric' })];
  });
}

function lookup(placed: Placed, fields: readonly Placed[]): FormProblem[] {
  const { field, table } = placed;
  if (field.type !== 'text' || !field.lookup) return [];
  const near = new Set(
    fields.filter((other) => other.table?.id === table?.id || other.table === null).flatMap(({ field: { id, key } }) => [id, key]),
  );
  return field.lookup.fill.flatMap((fill, index) =>
    near.has(fill.field)
      ? []
      : [problem('FORM_REF_BROKEN', inside(placed, `lookup.fill[${index}]`), { name: fill.field, reason: 'field' })],
  );
}
