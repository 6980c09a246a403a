declare module 'bpmn-moddle' {
  import type { ModdleElement } from '@/lib/bpmn/moddle';

  export type ModdleWarning = { message: string; element?: ModdleElement; property?: string; value?: string; error?: Error };
  export type ModdleReference = { element: ModdleElement; property: string; id: string };
  export type ParseResult = {
    rootElement: ModdleElement;
    references: ModdleReference[];
    warnings: ModdleWarning[];
    elementsById: Record<string, ModdleElement>;
  };

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>, options?: Record<string, unknown>);
    fromXML(xml: string): Promise<ParseResult>;
    toXML(element: ModdleElement, options?: { format?: boolean; preamble?: boolean }): Promise<{ xml: string }>;
    create(type: string, attributes?: Record<string, unknown>): ModdleElement;
  }
}
