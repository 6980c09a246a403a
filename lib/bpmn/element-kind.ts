import type { ElementKind } from './element-kinds';
import { children, type ModdleElement } from './moddle';

const plain: Readonly<Record<string, ElementKind>> = {
  'bpmn:UserTask': 'userTask',
  'bpmn:ServiceTask': 'serviceTask',
  'bpmn:SendTask': 'sendTask',
  'bpmn:ExclusiveGateway': 'exclusiveGateway',
  'bpmn:ParallelGateway': 'parallelGateway',
  'bpmn:InclusiveGateway': 'inclusiveGateway',
};

/** By event type, then by the type of its only event definition; '' = none. */
const events: Readonly<Record<string, Readonly<Record<string, ElementKind>>>> = {
  'bpmn:StartEvent': { '': 'startEvent' },
  'bpmn:EndEvent': { '': 'endEvent', 'bpmn:TerminateEventDefinition': 'terminateEndEvent', 'bpmn:ErrorEventDefinition': 'errorEndEvent' },
  'bpmn:IntermediateCatchEvent': { 'bpmn:TimerEventDefinition': 'timerCatchEvent' },
  'bpmn:BoundaryEvent': { 'bpmn:TimerEventDefinition': 'timerBoundaryEvent', 'bpmn:ErrorEventDefinition': 'errorBoundaryEvent' },
};

/** What the engine runs this flow node as; null when it does not (lib/bpmn/rules/supported-element.ts says why). */
export function kindOf(element: ModdleElement): ElementKind | null {
  const type = element.$type;
  if (type === 'bpmn:SubProcess') return element.triggeredByEvent === true ? null : 'subProcess';
  const byDefinition = Object.hasOwn(events, type) ? events[type] : undefined;
  if (byDefinition) {
    const definitions = children(element, 'eventDefinitions');
    return definitions.length > 1 ? null : (byDefinition[definitions[0]?.$type ?? ''] ?? null);
  }
  return Object.hasOwn(plain, type) ? (plain[type] ?? null) : null;
}

export const isBoundary = (kind: ElementKind | null): boolean => kind === 'timerBoundaryEvent' || kind === 'errorBoundaryEvent';
export const isGateway = (kind: ElementKind | null): boolean =>
  kind === 'exclusiveGateway' || kind === 'parallelGateway' || kind === 'inclusiveGateway';
export const isEnd = (kind: ElementKind | null): boolean => kind === 'endEvent' || kind === 'terminateEndEvent' || kind === 'errorEndEvent';
/** Where an instance rests until somebody or something outside goes on. */
export const isWaitState = (kind: ElementKind | null): boolean =>
  kind === 'userTask' || kind === 'serviceTask' || kind === 'timerCatchEvent';
