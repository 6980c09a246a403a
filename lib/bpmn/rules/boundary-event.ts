import { isBoundary } from '../element-kind';
import type { ElementKind } from '../element-kinds';
import { nodesOf, problemAt, type Rule } from '../rule';

/** Where an instance waits long enough for the event to come. */
const hosts: readonly (ElementKind | null)[] = ['userTask', 'serviceTask', 'subProcess'];

/** A boundary event sits on an activity that waits, and is entered through it alone. */
export const boundaryEvent: Rule = ({ model }) =>
  nodesOf(model).flatMap((node) => {
    if (!isBoundary(node.kind)) return [];
    const host = node.attachedTo === null ? undefined : model.nodes.get(node.attachedTo);
    if (!host || host.scope !== node.scope) return [problemAt('boundaryDetached', node)];
    const problems = node.incoming.length > 0 ? [problemAt('boundaryIncoming', node)] : [];
    if (host.kind !== null && !hosts.includes(host.kind))
      problems.push(problemAt('boundaryHost', node, { params: { host: host.name || host.id } }));
    if (node.kind === 'errorBoundaryEvent' && host.kind === 'userTask')
      problems.push(problemAt('errorNeverThrown', node, { level: 'warning', params: { host: host.name || host.id } }));
    return problems;
  });
