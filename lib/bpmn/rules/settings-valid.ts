import { readSettings, type SettingsKind } from '../element-settings';
import type { ModdleElement } from '../moddle';
import type { Problem } from '../problem';
import type { FlowNode } from '../process-model';
import { nodesOf, problemAt, problemOf, type Rule } from '../rule';

/** The JSON in <vm:settings> is what its schema says. */
export const settingsValid: Rule = ({ model }) => {
  const ofProcess = faultsOf(model.process, 'process').map((fault) =>
    problemOf('settingsInvalid', { path: fault.path, params: { name: model.name, reason: fault.reason, path: fault.path } }),
  );
  const ofNodes = nodesOf(model).flatMap((node): Problem[] => {
    if (node.kind !== 'userTask' && node.kind !== 'sendTask' && node.kind !== 'serviceTask') return [];
    return unique(faultsOf(node.element, node.kind).map((fault) => problemAt(...inWords(fault, node))));
  });
  return [...ofProcess, ...ofNodes];
};

// helpers //////////////////////

type Fault = { path: string; reason: string };

/** What is merely not finished yet is told by what is missing, not by where it stands. */
function inWords({ path, reason }: Fault, node: FlowNode): Parameters<typeof problemAt> {
  const rule = /^(assignment|except)\.(\d+)\./.exec(path);
  if (rule) return [rule[1] === 'except' ? 'exceptIncomplete' : 'ruleIncomplete', node, { path, params: { no: Number(rule[2]) + 1 } }];
  if (path === 'nobody.userId') return ['nobodyUserMissing', node, { path }];
  if (path === 'connectorId') return ['connectorMissing', node, { path }];
  return ['settingsInvalid', node, { path, params: { reason, path } }];
}

/** A rule with two faults is one unfinished rule. */
function unique(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem, index) => problems.findIndex((other) => sayTheSame(problem, other)) === index);
}

function sayTheSame(one: Problem, other: Problem): boolean {
  return one.code === other.code && one.params.no === other.params.no && one.params.path === other.params.path;
}

function faultsOf(element: ModdleElement, kind: SettingsKind): readonly Fault[] {
  const read = readSettings(element, kind);
  return read.state === 'invalid' ? read.faults : [];
}
