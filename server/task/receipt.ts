import type { Definition } from '@/server/bpmn/definition';

/** Whether readers must confirm; where they need not, opening it is reading it. */
export function needsReceipt(definition: Definition, elementId: string): boolean {
  const element = definition.elements[elementId];
  return element?.kind === 'sendTask' && element.settings.receipt;
}
