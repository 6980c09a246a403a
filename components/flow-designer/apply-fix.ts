import type Modeler from 'bpmn-js/lib/Modeler';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Element } from 'bpmn-js/lib/model/Types';
import { getBusinessObject } from 'bpmn-js/lib/util/ModelUtil';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { assertNever } from '@/lib/assert-never';
import type { Fix } from '@/lib/bpmn/problem';
import { carrierOf } from './modeler/process';

/** bpmn-js declares every optional part of the target as needed. */
type Replace = { replaceElement(element: Element, target: { type: string }): unknown };

/** Makes the change that a problem proposes, through the command stack. */
export function applyFix(modeler: Modeler, fix: Fix): void {
  const registry = modeler.get<ElementRegistry>('elementRegistry');
  const modeling = modeler.get<Modeling>('modeling');
  const find = (id: string) => registry.get(id) as Element | undefined;
  switch (fix.kind) {
    case 'changeGateway': {
      const gateway = find(fix.elementId);
      if (gateway) modeler.get<Replace>('bpmnReplace').replaceElement(gateway, { type: fix.to });
      return;
    }
    case 'setDefault': {
      const gateway = find(fix.gatewayId);
      const flow = find(fix.flowId);
      if (gateway && flow) modeling.updateProperties(gateway, { default: getBusinessObject(flow) });
      return;
    }
    case 'removeCondition': {
      const flow = find(fix.flowId);
      if (flow) modeling.updateProperties(flow, { conditionExpression: undefined });
      return;
    }
    case 'setExecutable': {
      // In a file with pools the process is no element of the canvas.
      const shown = registry.filter((element) => carrierOf(element as Element).id === fix.elementId)[0] as Element | undefined;
      if (shown) modeling.updateModdleProperties(shown, carrierOf(shown), { isExecutable: true });
      return;
    }
    default:
      assertNever(fix);
  }
}
