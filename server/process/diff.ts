import { z } from 'zod';
import { readSettings, type SettingsKind } from '@/lib/bpmn/element-settings';
import { readProcess, type ProcessModel } from '@/lib/bpmn/process-model';
import { AppError } from '@/lib/errors';
import type { Json } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import { parseModel } from '@/server/bpmn/parse';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';

export const DiffProcessInput = z.strictObject({
  id: z.uuid(),
  /** null = the draft. */ fromVersionId: z.uuid().nullable(),
  toVersionId: z.uuid().nullable(),
});
export type DiffProcessInput = z.infer<typeof DiffProcessInput>;

export type ModelChange =
  | { kind: 'added' | 'removed'; elementId: string; name: string; type: string }
  | { kind: 'renamed'; elementId: string; name: string; before: string }
  | { kind: 'rewired'; elementId: string; name: string; before: string; after: string }
  | { kind: 'condition'; elementId: string; name: string; before: string | null; after: string | null }
  | { kind: 'setting'; elementId: string; name: string; path: string; before: Json; after: Json };

/** What changed between two versions of a process, or a version and its draft, element by element; positions on the canvas do not count. */
export async function diffProcess(ctx: Ctx, input: DiffProcessInput): Promise<readonly ModelChange[]> {
  requirePermission(ctx, 'process.design');
  const [before, after] = await Promise.all([loadModel(input.id, input.fromVersionId), loadModel(input.id, input.toVersionId)]);
  return diffModels(before, after);
}

export function diffModels(before: ProcessModel, after: ProcessModel): ModelChange[] {
  return [...processSettings(before, after), ...nodeChanges(before, after), ...flowChanges(before, after)];
}

// helpers //////////////////////

const KINDS: Partial<Record<string, SettingsKind>> = { userTask: 'userTask', sendTask: 'sendTask', serviceTask: 'serviceTask' };

async function loadModel(processId: string, versionId: string | null): Promise<ProcessModel> {
  const { rows } = await query<{ xml: string }>(
    versionId === null
      ? { name: 'diff_draft', text: 'select draft_xml as xml from portal.process where id = $1', values: [processId] }
      : {
          name: 'diff_version',
          text: 'select xml from portal.process_version where process_id = $1 and id = $2',
          values: [processId, versionId],
        },
  );
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND');
  const { definitions } = await parseModel(row.xml);
  const model = readProcess(definitions);
  if (!model) throw new AppError('MODEL_PROCESS_COUNT');
  return model;
}

function processSettings(before: ProcessModel, after: ProcessModel): ModelChange[] {
  return settingChanges('process', { id: '', name: after.name }, [before.process, after.process]);
}

function nodeChanges(before: ProcessModel, after: ProcessModel): ModelChange[] {
  const changes: ModelChange[] = [];
  for (const [id, node] of before.nodes)
    if (!after.nodes.has(id)) changes.push({ kind: 'removed', elementId: id, name: node.name, type: node.kind ?? node.element.$type });
  for (const [id, node] of after.nodes) {
    const old = before.nodes.get(id);
    if (!old) changes.push({ kind: 'added', elementId: id, name: node.name, type: node.kind ?? node.element.$type });
    else {
      if (old.name !== node.name) changes.push({ kind: 'renamed', elementId: id, name: node.name, before: old.name });
      const kind = KINDS[node.kind ?? ''];
      if (kind && old.kind === node.kind) changes.push(...settingChanges(kind, { id, name: node.name }, [old.element, node.element]));
    }
  }
  return changes;
}

function flowChanges(before: ProcessModel, after: ProcessModel): ModelChange[] {
  const changes: ModelChange[] = [];
  const nameOf = (model: ProcessModel, id: string) => model.nodes.get(id)?.name || id;
  const route = (model: ProcessModel, flow: { source: string; target: string }) =>
    `${nameOf(model, flow.source)} → ${nameOf(model, flow.target)}`;
  for (const [id, flow] of before.flows)
    if (!after.flows.has(id))
      changes.push({ kind: 'removed', elementId: id, name: flow.name || route(before, flow), type: 'sequenceFlow' });
  for (const [id, flow] of after.flows) {
    const old = before.flows.get(id);
    const name = flow.name || route(after, flow);
    if (!old) changes.push({ kind: 'added', elementId: id, name, type: 'sequenceFlow' });
    else {
      if (old.source !== flow.source || old.target !== flow.target)
        changes.push({ kind: 'rewired', elementId: id, name, before: route(before, old), after: route(after, flow) });
      if (old.condition !== flow.condition || old.isDefault !== flow.isDefault)
        changes.push({
          kind: 'condition',
          elementId: id,
          name,
          before: old.isDefault ? 'default' : old.condition,
          after: flow.isDefault ? 'default' : flow.condition,
        });
    }
  }
  return changes;
}

function settingChanges(
  kind: SettingsKind,
  subject: { id: string; name: string },
  [before, after]: [ProcessModel['process'], ProcessModel['process']],
): ModelChange[] {
  const read = (element: ProcessModel['process']): Record<string, Json> => {
    const settings = readSettings(element, kind);
    return settings.state === 'invalid' || !settings.value ? {} : settings.value;
  };
  const [old, next] = [flatten(read(before)), flatten(read(after))];
  return [...new Set([...old.keys(), ...next.keys()])]
    .filter((path) => JSON.stringify(old.get(path) ?? null) !== JSON.stringify(next.get(path) ?? null))
    .map((path) => ({
      kind: 'setting',
      elementId: subject.id,
      name: subject.name,
      path,
      before: old.get(path) ?? null,
      after: next.get(path) ?? null,
    }));
}

/** Objects become dotted paths; a list is one value, since its order is its meaning. */
function flatten(value: Record<string, Json>, prefix = ''): Map<string, Json> {
  const flat = new Map<string, Json>();
  for (const [key, part] of Object.entries(value)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (part !== null && typeof part === 'object' && !Array.isArray(part))
      for (const [inner, leaf] of flatten(part, path)) flat.set(inner, leaf);
    else flat.set(path, part);
  }
  return flat;
}
