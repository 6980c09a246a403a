import { readSettings } from '../element-settings';
import { nodesOf, problemAt, type Rule } from '../rule';

/** A service task calls a connector that an administrator has registered. */
export const serviceTask: Rule = ({ model, context }) =>
  nodesOf(model).flatMap((node) => {
    if (node.kind !== 'serviceTask') return [];
    const read = readSettings(node.element, 'serviceTask');
    if (read.state === 'unset') return [problemAt('connectorMissing', node)];
    if (read.state === 'invalid' || context.connectorIds === null) return [];
    return context.connectorIds.includes(read.value.connectorId) ? [] : [problemAt('connectorUnknown', node, { path: 'connectorId' })];
  });
