import type { CheckContext, NameType } from './check-context';
import type { Problem, ProblemCode } from './problem';
import type { FlowNode, ProcessModel, SequenceFlow } from './process-model';

export type RuleInput = { model: ProcessModel; context: CheckContext; names: Readonly<Record<string, NameType>> };

/** One thing that a model is checked for. Total: a broken model gives problems, never an exception. */
export type Rule = (input: RuleInput) => Problem[];

type Extra = Partial<Omit<Problem, 'code' | 'elementId' | 'level'>> & { level?: Problem['level'] };

/** A problem of a flow node or sequence flow, named as its reader knows it. */
export function problemAt(
  code: ProblemCode,
  at: Pick<FlowNode | SequenceFlow, 'id' | 'name'>,
  { level = 'error', params, ...rest }: Extra = {},
): Problem {
  return { code, level, elementId: at.id, params: { name: at.name || at.id, ...params }, ...rest };
}

/** A problem of the process as a whole. */
export function problemOf(code: ProblemCode, { level = 'error', params, ...rest }: Extra = {}): Problem {
  return { code, level, elementId: null, params: params ?? {}, ...rest };
}

/** Nodes in document order. */
export function nodesOf(model: ProcessModel): FlowNode[] {
  return [...model.nodes.values()];
}
