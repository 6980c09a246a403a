import type { NameType } from '@/lib/bpmn/check-context';
import type { ElementKind } from '@/lib/bpmn/element-kinds';
import type { ProcessSettings, SendTaskSettings, ServiceTaskSettings, TimerSettings, UserTaskSettings } from '@/lib/bpmn/settings';

export type { NameType };

/** A compiled, immutable process version: what the engine runs. Plain JSON; stored in process_version.definition. */
export type Definition = {
  processKey: string;
  name: string;
  settings: ProcessSettings;
  /** The process's own none start event. */
  startId: string;
  elements: Readonly<Record<string, ElementDef>>;
  flows: Readonly<Record<string, FlowDef>>;
  /** Element ids per scope in document order; key '' is the process itself, else a sub-process id. */
  scopes: Readonly<Record<string, ScopeDef>>;
  /** Types of the form's fields by key, for expressions: money and formulas as their FEEL types. */
  names: Readonly<Record<string, NameType>>;
};

export type ScopeDef = { startId: string; elementIds: readonly string[] };

/** In document order; `condition` is FEEL source. */
export type FlowDef = { id: string; name: string; nameEn?: string; source: string; target: string; condition?: string; isDefault: boolean };

type Base<K extends ElementKind> = {
  kind: K;
  id: string;
  name: string;
  /** Where the designer gave one (vm:nameEn). */
  nameEn?: string;
  /** Enclosing sub-process; '' = the process. */
  scope: string;
  incoming: readonly string[];
  outgoing: readonly string[];
  /** Boundary events attached to it. */
  boundaries: readonly string[];
};

export type ElementDef =
  | (Base<'startEvent'> & object)
  | (Base<'endEvent'> & object)
  | (Base<'terminateEndEvent'> & object)
  | (Base<'errorEndEvent'> & { errorCode: string })
  | (Base<'userTask'> & { settings: UserTaskSettings })
  | (Base<'serviceTask'> & { settings: ServiceTaskSettings })
  | (Base<'sendTask'> & { settings: SendTaskSettings })
  | (Base<'exclusiveGateway'> & object)
  | (Base<'parallelGateway'> & object)
  | (Base<'inclusiveGateway'> & {
      /** Per incoming flow: ids of the elements from which that flow can be reached without passing this gateway (BPMN table 13.3). */
      reach: Readonly<Record<string, readonly string[]>>;
    })
  | (Base<'subProcess'> & object)
  | (Base<'timerCatchEvent'> & { timer: TimerSettings })
  | (Base<'timerBoundaryEvent'> & { timer: TimerSettings; attachedTo: string; interrupting: boolean })
  | (Base<'errorBoundaryEvent'> & { /** undefined = catches every error */ errorCode?: string; attachedTo: string });

export type ElementOf<K extends ElementKind> = Extract<ElementDef, { kind: K }>;
