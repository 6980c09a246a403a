import { readSettings } from '../element-settings';
import { nodesOf, problemAt, type Rule } from '../rule';

/** A notice has readers. */
export const sendTask: Rule = ({ model }) =>
  nodesOf(model).flatMap((node) => {
    if (node.kind !== 'sendTask') return [];
    const read = readSettings(node.element, 'sendTask');
    return read.state !== 'invalid' && read.value?.assignment.length === 0
      ? [problemAt('readersMissing', node, { path: 'assignment' })]
      : [];
  });
