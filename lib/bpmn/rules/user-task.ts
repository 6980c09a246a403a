import type { CompletionRule } from '../assignment';
import { readSettings } from '../element-settings';
import type { Problem } from '../problem';
import type { FlowNode, ProcessModel } from '../process-model';
import { nodesOf, problemAt, type Rule } from '../rule';
import type { UserTaskSettings } from '../settings';
import { isSensible, roughSeconds } from './timer';

/** A human activity can be decided: somebody is asked, by numbers that can come true, with a button to say yes. */
export const userTask: Rule = ({ model }) =>
  nodesOf(model).flatMap((node) => {
    if (node.kind !== 'userTask') return [];
    const nameless = node.name.trim() === '' ? [problemAt('nameMissing', node, { level: 'warning' })] : [];
    const read = readSettings(node.element, 'userTask');
    if (read.state === 'invalid' || !read.value) return nameless;
    return [...nameless, ...check(model, node, read.value)];
  });

// helpers //////////////////////

function check(model: ProcessModel, node: FlowNode, settings: UserTaskSettings): Problem[] {
  const { assignment, completion, distribution, actions, onReject } = settings;
  const problems = [...voteProblems(node, completion), ...dueProblems(node, settings)];
  if (assignment.length === 0) problems.push(problemAt('assignmentMissing', node, { path: 'assignment' }));
  if (settings.nobody.kind === 'processAdmin' && hasNoAdmin(model))
    problems.push(problemAt('nobodyAdminMissing', node, { level: 'warning', path: 'nobody' }));
  const decides = completion.rule !== 'auto';
  if (decides && !actions.includes('approve')) problems.push(problemAt('approveMissing', node, { path: 'actions' }));
  if (distribution === 'claim' && decides && completion.rule !== 'any')
    problems.push(problemAt('claimRule', node, { level: 'warning', path: 'distribution' }));
  if (decides && actions.includes('reject') && onReject.kind === 'followFlow' && !readsOutcome(model, node))
    problems.push(problemAt('followFlowUseless', node, { level: 'warning', path: 'onReject' }));
  return problems;
}

function hasNoAdmin({ process }: ProcessModel): boolean {
  const read = readSettings(process, 'process');
  return read.state !== 'invalid' && (read.value?.adminIds.length ?? 0) === 0;
}

function voteProblems(node: FlowNode, completion: CompletionRule): Problem[] {
  if (completion.rule !== 'vote') return [];
  const { percent, count, compare } = completion;
  if (percent === undefined && count === undefined) return [problemAt('voteNumber', node, { path: 'completion' })];
  if (percent !== undefined && count !== undefined) return [problemAt('votePercentBoth', node, { path: 'completion' })];
  return percent === 100 && compare === 'moreThan' ? [problemAt('voteExceedsAll', node, { path: 'completion.percent' })] : [];
}

function dueProblems(node: FlowNode, { due }: UserTaskSettings): Problem[] {
  if (!due) return [];
  if (!isSensible(due.duration)) return [problemAt('dueInvalid', node, { path: 'due.duration', params: { source: due.duration } })];
  const late = due.remindBefore !== undefined && roughSeconds(due.remindBefore) >= roughSeconds(due.duration);
  return late ? [problemAt('remindTooLate', node, { level: 'warning', path: 'due.remindBefore' })] : [];
}

/** Whether a condition between here and the next human activity asks for the outcome. */
function readsOutcome(model: ProcessModel, node: FlowNode): boolean {
  const seen = new Set<string>();
  const stack = [node];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (seen.has(at.id)) continue;
    seen.add(at.id);
    for (const id of at.outgoing) {
      const flow = model.flows.get(id);
      if (flow?.condition && /\boutcome\b/.test(flow.condition)) return true;
      const next = flow && model.nodes.get(flow.target);
      if (next && next.kind !== 'userTask') stack.push(next);
    }
  }
  return false;
}
