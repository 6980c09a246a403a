import type { CheckContext } from './check-context';
import { modelNames } from './names';
import type { ModdleElement } from './moddle';
import type { Problem } from './problem';
import { type ProcessModel, readProcess } from './process-model';
import { rules } from './rules/registry';

export type Checked = { model: ProcessModel | null; problems: readonly Problem[] };

/** Checks <bpmn:definitions> against every rule: the same answer in the designer while drawing and on the server when publishing. */
export function checkModel(definitions: ModdleElement, context: CheckContext): Checked {
  const model = readProcess(definitions);
  if (!model) return { model, problems: [{ code: 'processMissing', level: 'error', elementId: null, params: {} }] };
  const names = modelNames(model, context.form?.names ?? {});
  return { model, problems: rules.flatMap((rule) => rule({ model, context, names })).map((problem) => named(problem, model)) };
}

// helpers //////////////////////

/** A flow without a name is known by what it connects. */
function named(problem: Problem, model: ProcessModel): Problem {
  const flow = problem.elementId === null ? undefined : model.flows.get(problem.elementId);
  if (!flow || flow.name) return problem;
  const nameOf = (id: string) => model.nodes.get(id)?.name || id;
  return { ...problem, params: { ...problem.params, name: `${nameOf(flow.source)} → ${nameOf(flow.target)}` } };
}
