import type { FieldInfo } from '../check-context';
import { readSettings } from '../element-settings';
import type { Problem } from '../problem';
import { nodesOf, problemAt, problemOf, type Rule } from '../rule';
import type { FieldAccess } from '../settings';

/** Access is set for fields that the form has; what stands there for one that has left the form does nothing any more. */
export const fieldAccess: Rule = ({ model, context }) => {
  if (!context.form) return [];
  const { fields } = context.form;
  const process = readSettings(model.process, 'process');
  const atStart =
    process.state === 'set'
      ? unknownIn(process.value.startAccess, fields).map(({ id, path }) =>
          problemOf('fieldUnknown', { level: 'warning', path: `startAccess.${path}`, params: { name: model.name, field: id } }),
        )
      : [];
  const atNodes = nodesOf(model).flatMap((node): Problem[] => {
    if (node.kind !== 'userTask' && node.kind !== 'sendTask') return [];
    const read = readSettings(node.element, node.kind);
    if (read.state !== 'set') return [];
    const { access } = read.value;
    return [
      ...unknownIn(access, fields).map(({ id, path }) =>
        problemAt('fieldUnknown', node, { level: 'warning', path: `access.${path}`, params: { field: id } }),
      ),
      ...givenAway(access, fields).map(({ formula, hidden }) =>
        problemAt('formulaShowsHidden', node, {
          level: 'warning',
          path: `access.fields.${formula.id}`,
          params: { field: formula.key, hidden: hidden.key },
        }),
      ),
    ];
  });
  return [...atStart, ...atNodes];
};

// helpers //////////////////////

/** Formulas that are seen where a value they are made of is not. */
function givenAway(access: FieldAccess, fields: readonly FieldInfo[]): { formula: FieldInfo; hidden: FieldInfo }[] {
  const known = new Map(fields.map((field) => [field.id, field]));
  const isKept = ({ id, parentId }: FieldInfo): boolean => {
    const level = access.fields[id] ?? access.default;
    const table = parentId === undefined ? undefined : known.get(parentId);
    return level === 'hidden' || level === 'masked' || (table !== undefined && isKept(table));
  };
  return fields.flatMap((formula) => {
    if (!formula.shows || isKept(formula)) return [];
    const hidden = formula.shows.map((id) => known.get(id)).find((field) => field !== undefined && isKept(field));
    return hidden ? [{ formula, hidden }] : [];
  });
}

function unknownIn(access: FieldAccess, fields: readonly FieldInfo[]): { id: string; path: string }[] {
  const known = new Map(fields.map((field) => [field.id, field]));
  const ofFields = Object.keys(access.fields)
    .filter((id) => !known.has(id))
    .map((id) => ({ id, path: `fields.${id}` }));
  const ofRows = Object.keys(access.rows)
    .filter((id) => known.get(id)?.type !== 'subTable')
    .map((id) => ({ id, path: `rows.${id}` }));
  return [...ofFields, ...ofRows];
}
