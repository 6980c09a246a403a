import { readErrorCode, readTimer } from '@/lib/bpmn/event-definitions';
import { readSettings, type SettingsByKind, type SettingsKind } from '@/lib/bpmn/element-settings';
import type { FlowNode, ProcessModel } from '@/lib/bpmn/process-model';
import type { TimerSettings } from '@/lib/bpmn/settings';
import { assertNever } from '@/lib/assert-never';
import type { ElementDef } from './definition';
import { joinReach } from './reach';

/** One element of a model that has passed every check. */
export function compileElement(model: ProcessModel, node: FlowNode): ElementDef {
  const { id, name, nameEn, scope, incoming, outgoing, boundaries, kind, element } = node;
  if (kind === null) throw new Error(`unchecked element ${id}`);
  const base = { id, name, ...(nameEn && { nameEn }), scope, incoming, outgoing, boundaries };
  switch (kind) {
    case 'userTask':
      return { ...base, kind, settings: settingsOf(node, 'userTask') };
    case 'serviceTask':
      return { ...base, kind, settings: settingsOf(node, 'serviceTask') };
    case 'sendTask':
      return { ...base, kind, settings: settingsOf(node, 'sendTask') };
    case 'inclusiveGateway':
      return { ...base, kind, reach: incoming.length > 1 ? joinReach(model, id) : {} };
    case 'errorEndEvent':
      return { ...base, kind, errorCode: readErrorCode(element) ?? '' };
    case 'timerCatchEvent':
      return { ...base, kind, timer: timerOf(node) };
    case 'timerBoundaryEvent':
      return { ...base, kind, timer: timerOf(node), attachedTo: node.attachedTo ?? '', interrupting: element.cancelActivity !== false };
    case 'errorBoundaryEvent': {
      const errorCode = readErrorCode(element);
      return { ...base, kind, attachedTo: node.attachedTo ?? '', ...(errorCode === undefined ? {} : { errorCode }) };
    }
    case 'startEvent':
    case 'endEvent':
    case 'terminateEndEvent':
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'subProcess':
      return { ...base, kind };
    default:
      return assertNever(kind);
  }
}

// helpers //////////////////////

function settingsOf<K extends SettingsKind>(node: FlowNode, kind: K): SettingsByKind[K] {
  const read = readSettings(node.element, kind);
  if (read.state === 'invalid' || read.value === null) throw new Error(`unchecked settings of ${node.id}`);
  return read.value;
}

function timerOf(node: FlowNode): TimerSettings {
  const read = readTimer(node.element);
  if (read.state !== 'set') throw new Error(`unchecked timer of ${node.id}`);
  return read.timer;
}
