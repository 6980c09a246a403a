import { readErrorCode, readTimer } from '@/lib/bpmn/event-definitions';
import { readSettings, type SettingsKind } from '@/lib/bpmn/element-settings';
import type { ModdleElement } from '@/lib/bpmn/moddle';
import type { FlowNode, ProcessModel } from '@/lib/bpmn/process-model';
import type { Json } from '@/lib/json';

export type SettingChange = { kind: 'setting'; elementId: string; name: string; path: string; before: Json; after: Json };
export type StructureChange =
  | { kind: 'added' | 'removed'; elementId: string; name: string; type: string }
  | { kind: 'renamed'; elementId: string; name: string; before: string }
  | { kind: 'rewired'; elementId: string; name: string; before: string; after: string }
  /** `default` for the default flow. */
  | { kind: 'condition'; elementId: string; name: string; before: string | null; after: string | null };

/** What changed from one model to another, element by element; positions on the canvas do not count. */
export function diffModels(before: ProcessModel, after: ProcessModel): (SettingChange | StructureChange)[] {
  const subject = { id: '', name: after.name };
  return [
    ...settingChanges(subject, processSettings(before.process), processSettings(after.process)),
    ...nodeChanges(before, after),
    ...flowChanges(before, after),
  ];
}

// helpers //////////////////////

type Settings = ReadonlyMap<string, Json>;

function nodeChanges(before: ProcessModel, after: ProcessModel): (SettingChange | StructureChange)[] {
  const changes: (SettingChange | StructureChange)[] = [];
  for (const [id, node] of before.nodes)
    if (!after.nodes.has(id)) changes.push({ kind: 'removed', elementId: id, name: node.name, type: node.kind ?? node.element.$type });
  for (const [id, node] of after.nodes) {
    const old = before.nodes.get(id);
    if (!old) changes.push({ kind: 'added', elementId: id, name: node.name, type: node.kind ?? node.element.$type });
    else {
      if (fullName(old) !== fullName(node)) changes.push({ kind: 'renamed', elementId: id, name: fullName(node), before: fullName(old) });
      if (old.kind === node.kind) changes.push(...settingChanges({ id, name: node.name }, nodeSettings(old), nodeSettings(node)));
    }
  }
  return changes;
}

function flowChanges(before: ProcessModel, after: ProcessModel): (SettingChange | StructureChange)[] {
  const changes: (SettingChange | StructureChange)[] = [];
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
      if (fullName(old) !== fullName(flow)) changes.push({ kind: 'renamed', elementId: id, name: fullName(flow), before: fullName(old) });
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

/** In both languages. */
function fullName({ name, nameEn }: { name: string; nameEn: string }): string {
  return nameEn ? `${name} / ${nameEn}` : name;
}

function settingChanges(subject: { id: string; name: string }, before: Settings, after: Settings): SettingChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => JSON.stringify(before.get(path) ?? null) !== JSON.stringify(after.get(path) ?? null))
    .map((path) => ({
      kind: 'setting',
      elementId: subject.id,
      name: subject.name,
      path,
      before: before.get(path) ?? null,
      after: after.get(path) ?? null,
    }));
}

function processSettings(process: ModdleElement): Settings {
  return settingsIn(process, 'process');
}

function nodeSettings(node: FlowNode): Settings {
  const { kind, element } = node;
  if (kind === 'userTask' || kind === 'sendTask' || kind === 'serviceTask') return settingsIn(element, kind);
  const settings = new Map<string, Json>();
  if (kind === 'timerCatchEvent' || kind === 'timerBoundaryEvent') {
    const read = readTimer(element);
    if (read.state === 'set') settings.set('timer', { ...read.timer });
  }
  if (kind === 'errorEndEvent' || kind === 'errorBoundaryEvent') settings.set('errorCode', readErrorCode(element) ?? null);
  if (kind === 'timerBoundaryEvent') settings.set('interrupting', element.cancelActivity !== false);
  return settings;
}

function settingsIn(element: ModdleElement, kind: SettingsKind): Settings {
  const read = readSettings(element, kind);
  return read.state === 'invalid' || !read.value ? new Map() : flatten(read.value);
}

/** One entry a setting; of access one a field, since each is decided by itself. */
function flatten(settings: Record<string, Json>): Map<string, Json> {
  const flat = new Map<string, Json>();
  for (const [key, value] of Object.entries(settings)) {
    if (key !== 'access' && key !== 'startAccess') flat.set(key, value);
    else
      for (const [part, inner] of Object.entries(value as Record<string, Json>)) {
        if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) flat.set(`${key}.${part}`, inner);
        else for (const [id, level] of Object.entries(inner)) flat.set(`${key}.${part}.${id}`, level);
      }
  }
  return flat;
}
