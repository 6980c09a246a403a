import type { AssignmentRule } from '../assignment';
import type { FieldInfo } from '../check-context';
import { readSettings } from '../element-settings';
import { predecessors, reach } from '../graph';
import type { Problem } from '../problem';
import type { FlowNode } from '../process-model';
import { nodesOf, problemAt, type Rule, type RuleInput } from '../rule';

/** Assignment rules name fields, activities and choices that are there when they are asked. */
export const assignment: Rule = (input) =>
  nodesOf(input.model).flatMap((node) => {
    if (node.kind !== 'userTask' && node.kind !== 'sendTask') return [];
    const read = readSettings(node.element, node.kind);
    if (read.state !== 'set') return [];
    const except = 'except' in read.value ? read.value.except : [];
    return [
      ...read.value.assignment.flatMap((rule, index) => check(input, node, rule, `assignment.${index}`)),
      ...except.flatMap((rule, index) => check(input, node, rule, `except.${index}`)),
    ];
  });

// helpers //////////////////////

function check(input: RuleInput, node: FlowNode, rule: AssignmentRule, path: string): Problem[] {
  switch (rule.kind) {
    case 'departmentHead':
    case 'fieldDepartments':
      return fieldProblems(input, node, { key: rule.field, type: 'department', path });
    case 'fieldUsers':
      return fieldProblems(input, node, { key: rule.field, type: 'user', path });
    case 'managerChain':
      return rule.untilRank === undefined && !rule.levels?.trim() ? [problemAt('chainEndless', node, { path })] : [];
    case 'sameAs':
      return sameAsProblems(input, node, { activityId: rule.activityId, path });
    case 'chosenByPrevious':
      return previousIsNobody(input, node) ? [problemAt('chosenByNobody', node, { level: 'warning', path })] : [];
    default:
      return [];
  }
}

function fieldProblems(
  { context }: RuleInput,
  node: FlowNode,
  { key, type, path }: { key: string; type: FieldInfo['type']; path: string },
): Problem[] {
  if (!context.form) return [];
  const field = context.form.fields.find((item) => item.key === key && item.parentId === undefined);
  if (!field) return [problemAt('fieldUnknown', node, { path, params: { field: key } })];
  return field.type === type ? [] : [problemAt('fieldKind', node, { path, params: { field: key, expected: type } })];
}

function sameAsProblems({ model }: RuleInput, node: FlowNode, { activityId, path }: { activityId: string; path: string }): Problem[] {
  const other = model.nodes.get(activityId);
  if (other?.kind !== 'userTask') return [problemAt('sameAsUnknown', node, { path, params: { other: activityId } })];
  const before = other.id !== node.id && comesBefore({ model }, other, node);
  return before ? [] : [problemAt('sameAsLater', node, { path, params: { other: other.name || other.id } })];
}

/** Whether a path leads from `first` to `second`; a sub-process stands for what is inside. */
function comesBefore({ model }: Pick<RuleInput, 'model'>, first: FlowNode, second: FlowNode): boolean {
  const chain = (node: FlowNode): FlowNode[] => {
    const container = model.nodes.get(node.scope);
    return container ? [node, ...chain(container)] : [node];
  };
  return chain(first).some((a) =>
    chain(second).some((b) => a.scope === b.scope && a.id !== b.id && reach(model, [a], 'forwards').has(b.id)),
  );
}

/** Before this activity, past gateways and messages, stands no person who could choose. */
function previousIsNobody({ model }: RuleInput, node: FlowNode): boolean {
  const seen = new Set<string>([node.id]);
  const stack = predecessors(model, node);
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (seen.has(at.id)) continue;
    seen.add(at.id);
    if (at.kind === 'serviceTask' || at.kind === 'timerCatchEvent' || at.kind === 'timerBoundaryEvent') return true;
    if (at.kind !== 'userTask' && at.kind !== 'startEvent') stack.push(...predecessors(model, at));
  }
  return false;
}
