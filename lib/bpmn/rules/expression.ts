import { compile } from '@/lib/expression/compile';
import type { NameSchema } from '@/lib/expression/types';
import { readSettings } from '../element-settings';
import { readTimer } from '../event-definitions';
import type { Problem } from '../problem';
import type { FlowNode, SequenceFlow } from '../process-model';
import { nodesOf, problemAt, type Rule, type RuleInput } from '../rule';

/** What a connector's answer offers to the expressions of a service task. */
const answerNames: NameSchema = { response: 'any', status: 'number' };

type Use = { at: FlowNode | SequenceFlow; path: string; source: string; names: NameSchema; expect?: 'boolean' | 'number' };

/** Every FEEL expression of the model compiles over the names that it will see. */
export const expression: Rule = (input) =>
  [...ofFlows(input), ...nodesOf(input.model).flatMap((node) => ofNode(input, node))].flatMap(faultsOf);

// helpers //////////////////////

function ofFlows({ model, names }: RuleInput): Use[] {
  return [...model.flows.values()].flatMap((flow) =>
    flow.condition && !flow.isDefault ? [{ at: flow, path: 'condition', source: flow.condition, names, expect: 'boolean' as const }] : [],
  );
}

function ofNode({ names }: RuleInput, node: FlowNode): Use[] {
  if (node.kind === 'timerCatchEvent' || node.kind === 'timerBoundaryEvent') {
    const read = readTimer(node.element);
    return read.state === 'set' && read.timer.kind === 'date' ? [{ at: node, path: 'timer', source: read.timer.expression, names }] : [];
  }
  if (node.kind === 'userTask' || node.kind === 'sendTask') return ofAssignment(node, node.kind, names);
  return node.kind === 'serviceTask' ? ofService(node, names) : [];
}

function ofAssignment(node: FlowNode, kind: 'userTask' | 'sendTask', names: NameSchema): Use[] {
  const read = readSettings(node.element, kind);
  if (read.state !== 'set') return [];
  return read.value.assignment.flatMap((rule, index): Use[] =>
    rule.kind === 'managerChain' && rule.levels?.trim()
      ? [{ at: node, path: `assignment.${index}.levels`, source: rule.levels, names, expect: 'number' }]
      : [],
  );
}

function ofService(node: FlowNode, names: NameSchema): Use[] {
  const read = readSettings(node.element, 'serviceTask');
  if (read.state !== 'set') return [];
  const { body, output, errors } = read.value;
  return [
    ...(body ? [{ at: node, path: 'body', source: body, names }] : []),
    ...output.map((item, index) => ({ at: node, path: `output.${index}.expression`, source: item.expression, names: answerNames })),
    ...errors.map((item, index) => ({
      at: node,
      path: `errors.${index}.when`,
      source: item.when,
      names: answerNames,
      expect: 'boolean' as const,
    })),
  ];
}

function faultsOf({ at, path, source, names, expect }: Use): Problem[] {
  const result = compile(source, { names, ...(expect ? { expect } : {}) });
  if (result.ok) return [];
  return result.errors.slice(0, 3).map((error) =>
    problemAt('expressionInvalid', at, {
      path,
      cause: { code: error.code, params: error.params },
      params: {
        detail: error.code,
        column: error.from + 1,
        excerpt: source.slice(error.from, Math.max(error.to, error.from + 1)),
        source: source.slice(0, 200),
      },
    }),
  );
}
