import type { Definition, ElementDef } from '@/server/bpmn/definition';

/** Fills in, for every inclusive gateway, from where each incoming flow can be reached without passing the gateway. */
export function fillReach(definition: Definition): Definition {
  const elements = Object.fromEntries(
    Object.values(definition.elements).map((element) => [
      element.id,
      element.kind === 'inclusiveGateway' ? { ...element, reach: reachOf(definition, element) } : element,
    ]),
  );
  return { ...definition, elements };
}

// helpers //////////////////////

function reachOf(definition: Definition, gateway: ElementDef): Record<string, string[]> {
  return Object.fromEntries(
    gateway.incoming.map((flowId) => [flowId, backwards(definition, gateway.id, definition.flows[flowId]?.source ?? '')]),
  );
}

function backwards(definition: Definition, gatewayId: string, from: string): string[] {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const element = definition.elements[id];
    if (!element || id === gatewayId || seen.has(id)) continue;
    seen.add(id);
    // A boundary event begins where its host is.
    open.push(
      ...element.incoming.map((flowId) => definition.flows[flowId]?.source ?? ''),
      ...('attachedTo' in element ? [element.attachedTo] : []),
    );
  }
  return [...seen];
}
