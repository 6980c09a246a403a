import { createHash } from 'node:crypto';
import type { CheckContext } from '@/lib/bpmn/check-context';
import { checkModel } from '@/lib/bpmn/check';
import { readSettings } from '@/lib/bpmn/element-settings';
import { modelNames } from '@/lib/bpmn/names';
import { isPublishable, type Problem } from '@/lib/bpmn/problem';
import type { ProcessModel } from '@/lib/bpmn/process-model';
import { compileElement } from './compile-element';
import type { Definition, FlowDef, ScopeDef } from './definition';
import { parseModel, withLine } from './parse';

export type CompileContext = CheckContext & {
  /** Key of the process in the portal; without it the id in the file. */
  processKey?: string;
  /** Name of the process in the portal, for a model without one. */
  processName?: string;
};

export type Compiled =
  | { definition: Definition; hash: string; problems: readonly Problem[] }
  | { definition: null; problems: readonly Problem[] };

/** Turns a model into what the engine runs, or says everything that stands against it. Warnings come with both; what is no BPMN at all is refused. */
export async function compileModel(xml: string | Uint8Array, context: CompileContext): Promise<Compiled> {
  const parsed = await parseModel(xml);
  const { model, problems: found } = checkModel(parsed.definitions, context);
  const broken = new Set(parsed.problems.map((problem) => problem.elementId));
  // A flow to a missing id is told once, with that id.
  const problems = [
    ...parsed.problems,
    ...found.filter((problem) => problem.code !== 'flowDangling' || !broken.has(problem.elementId)),
  ].map((problem) => withLine(problem, parsed.lineOf));
  if (!model || !isPublishable(problems)) return { definition: null, problems };
  const definition = toDefinition(model, context);
  return { definition, hash: createHash('sha256').update(JSON.stringify(definition)).digest('hex'), problems };
}

/** Compiles a model that has no errors. */
export function toDefinition(model: ProcessModel, context: CompileContext): Definition {
  const settings = readSettings(model.process, 'process');
  if (settings.state === 'invalid' || !settings.value) throw new Error('unchecked settings of the process');
  const scopes = Object.fromEntries([...model.scopes.keys()].map((id) => [id, compileScope(model, id)]));
  return {
    processKey: context.processKey ?? model.process.id ?? 'process',
    name: model.name || (context.processName ?? ''),
    settings: settings.value,
    startId: scopes['']?.startId ?? '',
    elements: Object.fromEntries([...model.nodes.values()].map((node) => [node.id, compileElement(model, node)])),
    flows: Object.fromEntries([...model.flows.values()].map((flow) => [flow.id, compileFlow(flow)])),
    scopes,
    names: modelNames(model, context.form?.names ?? {}),
  };
}

// helpers //////////////////////

function compileScope(model: ProcessModel, id: string): ScopeDef {
  const elementIds = model.scopes.get(id)?.nodeIds ?? [];
  return { startId: elementIds.find((node) => model.nodes.get(node)?.kind === 'startEvent') ?? '', elementIds };
}

function compileFlow({
  id,
  name,
  nameEn,
  source,
  target,
  condition,
  isDefault,
}: FlowDef | (Omit<FlowDef, 'condition'> & { condition: string | null })): FlowDef {
  return { id, name, ...(nameEn && { nameEn }), source, target, isDefault, ...(condition ? { condition } : {}) };
}
