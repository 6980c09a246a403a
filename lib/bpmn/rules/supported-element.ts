import type { ProblemCode } from '../problem';
import type { FlowNode } from '../process-model';
import { child, children, isA, text } from '../moddle';
import { nodesOf, problemAt, type Rule } from '../rule';

/** Each node is something that the engine runs; what it does not run is named with the reason, never skipped. */
export const supportedElement: Rule = ({ model }) =>
  nodesOf(model).flatMap((node) => {
    if (node.element.$type === 'bpmn:CallActivity' && calls(node) === model.process.id) return [problemAt('callRecursion', node)];
    const problems = node.kind === null ? [problemAt(reasonOf(node), node, { params: { type: shortType(node.element.$type) } })] : [];
    const loop = child(node.element, 'loopCharacteristics');
    return loop ? [...problems, problemAt('loopUnsupported', node)] : problems;
  });

// helpers //////////////////////

function reasonOf({ element }: FlowNode): ProblemCode {
  if (element.$type === 'bpmn:ScriptTask') return 'scriptUnsupported';
  if (element.$type === 'bpmn:Task') return 'taskTypeMissing';
  if (!isA(element, 'bpmn:Event')) return 'elementUnsupported';
  const count = children(element, 'eventDefinitions').length;
  if (count > 1) return 'eventDefinitionSeveral';
  const needsOne = element.$type === 'bpmn:IntermediateCatchEvent' || element.$type === 'bpmn:BoundaryEvent';
  return count === 0 && needsOne ? 'eventDefinitionMissing' : 'eventUnsupported';
}

function calls({ element }: FlowNode): string {
  const called = text(element, 'calledElement');
  return called.slice(called.indexOf(':') + 1);
}

function shortType(type: string): string {
  return type.slice(type.indexOf(':') + 1);
}
