import { isBoundary, isEnd } from '../element-kind';
import { nodesOf, problemAt, type Rule } from '../rule';

/** A path stops at an end event, and nothing comes after one. */
export const endEvent: Rule = ({ model }) =>
  nodesOf(model).flatMap((node) => {
    if (isEnd(node.kind)) return node.outgoing.length > 0 ? [problemAt('endOutgoing', node)] : [];
    const stops = node.outgoing.length === 0 && node.kind !== null;
    if (!stops) return [];
    if (node.kind === 'startEvent' || isBoundary(node.kind)) return [problemAt('flowMissing', node)];
    return [problemAt('endImplicit', node, { level: 'warning' })];
  });
