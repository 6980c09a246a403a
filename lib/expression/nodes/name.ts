import type { EmitNode } from '../check/emitter';
import { nearest } from '../check/nearest';

export const emitName: EmitNode<'name'> = (node, scope, emitter) => {
  const binding = scope.find(node.name);
  if (binding === undefined) {
    return emitter.refuse('EXPR_UNKNOWN_NAME', node, { name: node.name, suggestion: nearest(node.name, scope.names()) });
  }
  binding.used = true;
  if (binding.renamable && binding.origin !== null) emitter.mark(binding.origin, node);
  return { span: { from: node.from, to: node.to }, type: binding.type, run: binding.run, origin: binding.origin };
};
