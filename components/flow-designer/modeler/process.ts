import type { Element } from 'bpmn-js/lib/model/Types';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import type { ModdleElement } from '@/lib/bpmn/moddle';
import { runningProcess } from '@/lib/bpmn/process-model';

/** What an element's settings stand on: itself, but for a pool the process in it, and for a canvas of pools the process that runs. */
export function carrierOf(element: Element): ModdleElement {
  const own: ModdleElement = getBusinessObject(element);
  if (is(element, 'bpmn:Participant')) return (own.get('processRef') as ModdleElement | undefined) ?? own;
  if (is(element, 'bpmn:Collaboration')) return runningOf(own) ?? own;
  return own;
}

/** Whether an element stands for the process as a whole: the canvas, or the pool of the process that runs. */
export function isWholeProcess(element: Element): boolean {
  if (is(element, 'bpmn:Process') || is(element, 'bpmn:Collaboration')) return true;
  const carrier = carrierOf(element);
  return is(element, 'bpmn:Participant') && carrier.$type === 'bpmn:Process' && runningOf(carrier) === carrier;
}

// helpers //////////////////////

function runningOf(rootElement: ModdleElement): ModdleElement | undefined {
  return rootElement.$parent ? runningProcess(rootElement.$parent) : undefined;
}
