import { kindOf } from './element-kind';
import type { ElementKind } from './element-kinds';
import { child, children, englishName, isA, type ModdleElement, text } from './moddle';

/** A flow node as the rules see it; `incoming` and `outgoing` are flow ids in the order of the file. */
export type FlowNode = {
  id: string;
  name: string;
  /** Empty where the model gives none. */
  nameEn: string;
  element: ModdleElement;
  /** null: the engine does not run it. */
  kind: ElementKind | null;
  /** Enclosing sub-process; '' = the process itself. */
  scope: string;
  incoming: readonly string[];
  outgoing: readonly string[];
  boundaries: readonly string[];
  attachedTo: string | null;
};

export type SequenceFlow = {
  id: string;
  name: string;
  nameEn: string;
  element: ModdleElement;
  scope: string;
  source: string;
  target: string;
  condition: string | null;
  isDefault: boolean;
};
export type Scope = { id: string; element: ModdleElement; nodeIds: readonly string[] };

/** One process of a BPMN file as plain look-ups, read once and shared by all rules. */
export type ProcessModel = {
  definitions: ModdleElement;
  /** Every process of the file in order; `process` is the one that would run. */
  processes: readonly ModdleElement[];
  process: ModdleElement;
  name: string;
  nodes: ReadonlyMap<string, FlowNode>;
  flows: ReadonlyMap<string, SequenceFlow>;
  scopes: ReadonlyMap<string, Scope>;
  /** Sequence flows without source or target. */
  dangling: readonly ModdleElement[];
  /** Flow elements without an id: nothing can name them. */
  nameless: readonly ModdleElement[];
};

/** The process of a file that would run: its executable one, else its first one. */
export function runningProcess(definitions: ModdleElement): ModdleElement | undefined {
  const processes = processesOf(definitions);
  return processes.find((element) => element.isExecutable === true) ?? processes[0];
}

function processesOf(definitions: ModdleElement): readonly ModdleElement[] {
  return children(definitions, 'rootElements').filter((element) => element.$type === 'bpmn:Process');
}

/** Reads the executable process of <bpmn:definitions>, else its first one; null when there is no process. */
export function readProcess(definitions: ModdleElement): ProcessModel | null {
  const process = runningProcess(definitions);
  if (!process) return null;
  const reader = new Reader();
  reader.readScope(process, '');
  return { definitions, processes: processesOf(definitions), process, name: text(process, 'name'), ...reader.finish() };
}

type OpenNode = Omit<FlowNode, 'incoming' | 'outgoing' | 'boundaries'> & { incoming: string[]; outgoing: string[]; boundaries: string[] };

class Reader {
  readonly #nodes = new Map<string, OpenNode>();
  readonly #flows = new Map<string, SequenceFlow>();
  readonly #scopes = new Map<string, Scope>();
  readonly #dangling: ModdleElement[] = [];
  readonly #nameless: ModdleElement[] = [];
  readonly #pending: { element: ModdleElement; scope: string }[] = [];

  readScope(container: ModdleElement, scope: string): void {
    const nodeIds: string[] = [];
    this.#scopes.set(scope, { id: scope, element: container, nodeIds });
    for (const element of children(container, 'flowElements')) {
      if (element.$type === 'bpmn:SequenceFlow') this.#pending.push({ element, scope });
      else if (!isA(element, 'bpmn:FlowNode')) continue;
      else if (!element.id) this.#nameless.push(element);
      else {
        nodeIds.push(element.id);
        this.#nodes.set(element.id, toNode(element, element.id, scope));
        if (isA(element, 'bpmn:SubProcess')) this.readScope(element, element.id);
      }
    }
  }

  finish(): Pick<ProcessModel, 'nodes' | 'flows' | 'scopes' | 'dangling' | 'nameless'> {
    for (const { element, scope } of this.#pending) this.#connect(element, scope);
    for (const node of this.#nodes.values()) if (node.attachedTo !== null) this.#nodes.get(node.attachedTo)?.boundaries.push(node.id);
    return { nodes: this.#nodes, flows: this.#flows, scopes: this.#scopes, dangling: this.#dangling, nameless: this.#nameless };
  }

  #connect(element: ModdleElement, scope: string): void {
    const source = this.#nodes.get(child(element, 'sourceRef')?.id ?? '');
    const target = this.#nodes.get(child(element, 'targetRef')?.id ?? '');
    if (!element.id) this.#nameless.push(element);
    else if (!source || !target) this.#dangling.push(element);
    else {
      const condition = child(element, 'conditionExpression');
      const isDefault = child(source.element, 'default')?.id === element.id;
      const flow = {
        id: element.id,
        name: text(element, 'name'),
        nameEn: englishName(element),
        element,
        scope,
        source: source.id,
        target: target.id,
        condition: condition ? text(condition, 'body').trim() : null,
        isDefault,
      };
      this.#flows.set(element.id, flow);
      source.outgoing.push(element.id);
      target.incoming.push(element.id);
    }
  }
}

function toNode(element: ModdleElement, id: string, scope: string): OpenNode {
  const host = child(element, 'attachedToRef')?.id ?? null;
  return {
    id,
    name: text(element, 'name'),
    nameEn: englishName(element),
    element,
    kind: kindOf(element),
    scope,
    incoming: [],
    outgoing: [],
    boundaries: [],
    attachedTo: host,
  };
}
