import { isGateway } from '../element-kind';
import { coversNumbers } from '../conditions';
import type { Problem } from '../problem';
import type { FlowNode, ProcessModel, SequenceFlow } from '../process-model';
import { nodesOf, problemAt, type Rule } from '../rule';

/** Where paths part, one of them can always be taken; where they do not, no condition stands in the way. */
export const flowCondition: Rule = ({ model }) => nodesOf(model).flatMap((node) => check(model, node));

function check(model: ProcessModel, node: FlowNode): Problem[] {
  const flows = node.outgoing.flatMap((id) => model.flows.get(id) ?? []);
  const conditional = flows.filter((flow) => flow.condition && !flow.isDefault);
  if (!mayBranch(node))
    return conditional.map((flow) =>
      problemAt('conditionElsewhere', flow, {
        params: { source: node.name || node.id },
        fix: { kind: 'removeCondition', flowId: flow.id },
      }),
    );
  const withCondition = flows
    .filter((flow) => flow.isDefault && flow.condition)
    .map((flow) => problemAt('defaultCondition', flow, { fix: { kind: 'removeCondition', flowId: flow.id } }));
  return [...withCondition, ...(node.kind === 'exclusiveGateway' ? exclusive(node, flows) : inclusive(node, flows, conditional))];
}

/** Events and parallel gateways take every flow. */
function mayBranch({ kind }: FlowNode): boolean {
  return isGateway(kind)
    ? kind !== 'parallelGateway'
    : kind === 'userTask' || kind === 'serviceTask' || kind === 'sendTask' || kind === 'subProcess' || kind === null;
}

function exclusive(node: FlowNode, flows: readonly SequenceFlow[]): Problem[] {
  const hasDefault = flows.some((flow) => flow.isDefault);
  const open = flows.filter((flow) => !flow.isDefault && !flow.condition);
  if (flows.length < 2 && open.length > 0) return [];
  if (open.length > 0) {
    const [only] = open;
    const fix =
      !hasDefault && open.length === 1 && only ? { fix: { kind: 'setDefault' as const, gatewayId: node.id, flowId: only.id } } : {};
    return open.map((flow) => problemAt('flowConditionMissing', flow, fix));
  }
  return hasDefault || flows.length === 0 ? [] : [noDefault(node, flows)];
}

function inclusive(node: FlowNode, flows: readonly SequenceFlow[], conditional: readonly SequenceFlow[]): Problem[] {
  const always = flows.some((flow) => flow.isDefault || !flow.condition);
  return always || conditional.length === 0 ? [] : [noDefault(node, flows)];
}

/** Conditions that cover every number leave only the empty value: a warning. Anything else is a gap. */
function noDefault(node: FlowNode, flows: readonly SequenceFlow[]): Problem {
  const covered = coversNumbers(flows.map((flow) => flow.condition ?? ''));
  return problemAt('defaultMissing', node, { level: covered ? 'warning' : 'error' });
}
