import type Modeler from 'bpmn-js/lib/Modeler';
import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Element } from 'bpmn-js/lib/model/Types';
import type { ModdleElement } from '@/lib/bpmn/moddle';
import { carrierOf } from './process';

/** The element's settings as they stand in the model, unchecked; null when it has none (or they are no JSON: the problems list says so). */
export function rawSettings(element: Element): Record<string, unknown> | null {
  const body = settingsElement(carrierOf(element))?.get('body') as string | undefined;
  if (!body) return null;
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed !== null && typeof parsed === 'object' ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Puts settings on an element through the command stack, so that undo and redo know them. Other extension elements stay. */
export function updateSettings(modeler: Modeler, element: Element, settings: object): void {
  const factory = modeler.get<BpmnFactory>('bpmnFactory');
  const businessObject = carrierOf(element);
  const others = extensionValues(businessObject).filter((value) => value.$type !== 'vm:Settings');
  const own = factory.create('vm:Settings', { body: JSON.stringify(settings) });
  const extensionElements = factory.create('bpmn:ExtensionElements', { values: [...others, own] });
  own.$parent = extensionElements;
  extensionElements.$parent = businessObject;
  modeler.get<Modeling>('modeling').updateModdleProperties(element, businessObject, { extensionElements });
}

// helpers //////////////////////

function extensionValues(businessObject: ModdleElement): ModdleElement[] {
  const extensionElements = businessObject.get('extensionElements') as ModdleElement | undefined;
  return (extensionElements?.get('values') as ModdleElement[] | undefined) ?? [];
}

function settingsElement(businessObject: ModdleElement): ModdleElement | undefined {
  return extensionValues(businessObject).find((value) => value.$type === 'vm:Settings');
}
