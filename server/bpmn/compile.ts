import { createHash } from 'node:crypto';
import type { CheckContext } from '@/lib/bpmn/check-context';
import { checkModel } from '@/lib/bpmn/check';
import { readSettings } from '@/lib/bpmn/element-settings';
import { modelNames } from '@/lib/bpmn/names';
import { isPublishable, type Problem } from '@/lib/bpmn/problem';
import type { ProcessModel } from '@/lib/bpmn/process-model';
import { compileElement } from './compile-element';
import type { Definition, FlowDef, ScopeDef } from './definition';
import { parseModel } from './parse';

export type CompileContext = Omit<CheckContext, 'strict'> & {
  /** Key of the process in the portal; without it the id in the file. */
  processKey?: string;
};

export type Compiled = { definition: Definition; hash: string; problems: readonly Problem[] } | { definition: null; problems: readonly Problem[] };

/** Turns a model into what the engine runs, or says everything that stands against it. Warnings come with both. */
export async function compileModel(xml: string | Uint8Array, context: CompileContext): Promise<Compiled> {
  const parsed = await parseModel(xml);
  if (!parsed.definitions) return { definition: null, problems: parsed.problems };
  const checked = checkModel(parsed.definitions, { form: context.form, connectorIds: context.connectorIds, strict: true });
  const problems = [...parsed.problems, ...checked.problems];
  if (!checked.model || !isPublishable(problems)) return { definition: null, problems };
  const definition = toDefinition(checked.model, context);
  return { definition, hash: createHash('sha256').update(JSON.stringify(definition)).digest('hex'), problems };
}

// helpers //////////////////////

function toDefinition(model: ProcessModel, context: CompileContext): Definition {
  const settings = readSettings(model.process, 'process');
  if (settings.state === 'invalid' || !settings.value) throw new Error('unchecked settings of the process');
  const scopes = Object.fromEntries([...model.scopes.keys()].map((id) => [id, compileScope(model, id)]));
  return {
    processKey: context.processKey ?? model.process.id ?? 'process',
    name: model.name,
    settings: settings.value,
    startId: scopes['']?.startId ?? '',
    elements: Object.fromEntries([...model.nodes.values()].map((node) => [node.id, compileElement(model, node)])),
    flows: Object.fromEntries([...model.flows.values()].map((flow) => [flow.id, compileFlow(flow)])),
    scopes,
    names: modelNames(model, context.form?.names ?? {}),
  };
}

function compileScope(model: ProcessModel, id: string): ScopeDef {
  const elementIds = model.scopes.get(id)?.nodeIds ?? [];
  return { startId: elementIds.find((node) => model.nodes.get(node)?.kind === 'startEvent') ?? '', elementIds };
}

function compileFlow({ id, name, source, target, condition, isDefault }: FlowDef | (Omit<FlowDef, 'condition'> & { condition: string | null })): FlowDef {
  return { id, name, source, target, isDefault, ...(condition ? { condition } : {}) };
}
