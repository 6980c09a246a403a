import { readErrorCode } from '../event-definitions';
import type { FlowNode, ProcessModel } from '../process-model';
import { nodesOf, problemAt, type Rule } from '../rule';

/** An error is thrown with a code, and each code is caught once at an activity. */
export const errorEvent: Rule = ({ model }) =>
  nodesOf(model).flatMap((node) => {
    if (node.kind === 'errorEndEvent') return thrown(model, node);
    const codes = catchers(model, node).map((event) => ({ event, code: readErrorCode(event.element) ?? '' }));
    return codes
      .filter(({ code }, index) => codes.findIndex((other) => other.code === code) < index)
      .map(({ event, code }) => problemAt('errorCodeTwice', event, { params: { code: code || '*' } }));
  });

// helpers //////////////////////

function thrown(model: ProcessModel, node: FlowNode) {
  const code = readErrorCode(node.element);
  if (!code) return [problemAt('errorCodeMissing', node)];
  for (let scope = model.nodes.get(node.scope); scope; scope = model.nodes.get(scope.scope)) {
    if (catchers(model, scope).some((event) => (readErrorCode(event.element) ?? code) === code)) return [];
  }
  return [problemAt('errorUnhandled', node, { level: 'warning', params: { code } })];
}

function catchers(model: ProcessModel, host: FlowNode): FlowNode[] {
  return host.boundaries.flatMap((id) => model.nodes.get(id) ?? []).filter((event) => event.kind === 'errorBoundaryEvent');
}
