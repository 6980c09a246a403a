import type { ElementKind } from '@/lib/bpmn/element-kinds';
import { defaultProcess, defaultSendTask, defaultUserTask } from '@/lib/bpmn/default-settings';
import type { ProcessSettings, SendTaskSettings, ServiceTaskSettings, TimerSettings, UserTaskSettings } from '@/lib/bpmn/settings';
import type { Definition, ElementDef, FlowDef, NameType } from '@/server/bpmn/definition';
import { fillReach } from './reach';

type Flow = { to: string; when?: string; otherwise?: true; id?: string };
type To = string | Flow | readonly (string | Flow)[];
type Placed = { in?: string };

/**
 * Definitions for tests, written as a table of elements: each says where it goes. Flow ids are `from>to` unless given;
 * a flow's order is the order of writing.
 *
 *   model().start('s', 'a').task('a', 'x', {assignment: …}).xor('x', [{to: 'b', when: 'n > 1'}, {to: 'e', otherwise: true}]).end('e').build()
 */
export function model(settings: Partial<ProcessSettings> = {}): ModelBuilder {
  return new ModelBuilder(settings);
}

export class ModelBuilder {
  readonly #settings: ProcessSettings;
  readonly #elements = new Map<string, ElementDef>();
  readonly #flows: FlowDef[] = [];
  readonly #names: Record<string, NameType> = {};

  constructor(settings: Partial<ProcessSettings>) {
    this.#settings = { ...defaultProcess, ...settings };
  }

  names(names: Record<string, NameType>): this {
    Object.assign(this.#names, names);
    return this;
  }

  start(id: string, to: To, placed?: Placed): this {
    return this.#add({ ...base('startEvent', id, placed) }, to);
  }

  end(id: string, placed?: Placed): this {
    return this.#add({ ...base('endEvent', id, placed) }, []);
  }

  terminate(id: string, placed?: Placed): this {
    return this.#add({ ...base('terminateEndEvent', id, placed) }, []);
  }

  errorEnd(id: string, errorCode: string, placed?: Placed): this {
    return this.#add({ ...base('errorEndEvent', id, placed), errorCode }, []);
  }

  task(id: string, to: To, settings: Partial<UserTaskSettings> = {}, placed?: Placed): this {
    return this.#add({ ...base('userTask', id, placed), settings: { ...defaultUserTask, ...settings } }, to);
  }

  service(id: string, to: To, settings: Partial<ServiceTaskSettings> = {}, placed?: Placed): this {
    return this.#add({ ...base('serviceTask', id, placed), settings: { ...service, ...settings } }, to);
  }

  send(id: string, to: To, settings: Partial<SendTaskSettings> = {}, placed?: Placed): this {
    return this.#add({ ...base('sendTask', id, placed), settings: { ...defaultSendTask, ...settings } }, to);
  }

  xor(id: string, to: To, placed?: Placed): this {
    return this.#add({ ...base('exclusiveGateway', id, placed) }, to);
  }

  and(id: string, to: To, placed?: Placed): this {
    return this.#add({ ...base('parallelGateway', id, placed) }, to);
  }

  or(id: string, to: To, placed?: Placed): this {
    return this.#add({ ...base('inclusiveGateway', id, placed), reach: {} }, to);
  }

  sub(id: string, to: To, placed?: Placed): this {
    return this.#add({ ...base('subProcess', id, placed) }, to);
  }

  timer(id: string, to: To, timer: TimerSettings, placed?: Placed): this {
    return this.#add({ ...base('timerCatchEvent', id, placed), timer }, to);
  }

  onTimer(id: string, attachedTo: string, to: To, more: { timer: TimerSettings; interrupting: boolean } & Placed): this {
    return this.#add({ ...base('timerBoundaryEvent', id, more), timer: more.timer, attachedTo, interrupting: more.interrupting }, to);
  }

  onError(id: string, attachedTo: string, to: To, more: { code?: string } & Placed = {}): this {
    return this.#add(
      { ...base('errorBoundaryEvent', id, more), attachedTo, ...(more.code === undefined ? {} : { errorCode: more.code }) },
      to,
    );
  }

  build(): Definition {
    const elements: Record<string, ElementDef> = {};
    for (const element of this.#elements.values()) {
      elements[element.id] = {
        ...element,
        incoming: this.#flows.filter((flow) => flow.target === element.id).map((flow) => flow.id),
        outgoing: this.#flows.filter((flow) => flow.source === element.id).map((flow) => flow.id),
        boundaries: [...this.#elements.values()]
          .filter((other) => 'attachedTo' in other && other.attachedTo === element.id)
          .map((other) => other.id),
      };
    }
    for (const flow of this.#flows) if (!elements[flow.source] || !elements[flow.target]) throw new Error(`flow ${flow.id} leads nowhere`);
    const scopeIds = ['', ...Object.values(elements).flatMap((element) => (element.kind === 'subProcess' ? [element.id] : []))];
    const scopes = Object.fromEntries(scopeIds.map((scope) => [scope, scopeOf(elements, scope)]));
    const flows = Object.fromEntries(this.#flows.map((flow) => [flow.id, flow]));
    return fillReach({
      processKey: 'test',
      name: 'Test',
      settings: this.#settings,
      startId: scopes['']?.startId ?? '',
      elements,
      flows,
      scopes,
      names: this.#names,
    });
  }

  #add(element: ElementDef, to: To): this {
    if (this.#elements.has(element.id)) throw new Error(`two elements ${element.id}`);
    this.#elements.set(element.id, element);
    for (const target of typeof to === 'string' || !Array.isArray(to) ? [to as string | Flow] : (to as readonly (string | Flow)[])) {
      const flow: Flow = typeof target === 'string' ? { to: target } : target;
      const id = flow.id ?? `${element.id}>${flow.to}`;
      this.#flows.push({
        id,
        name: flow.when ?? '',
        source: element.id,
        target: flow.to,
        isDefault: flow.otherwise ?? false,
        ...(flow.when === undefined ? {} : { condition: flow.when }),
      });
    }
    return this;
  }
}

// helpers //////////////////////

const service: ServiceTaskSettings = {
  connectorId: '00000000-0000-7000-8000-00000000c0c0',
  method: 'POST',
  path: '/',
  output: [],
  errors: [],
  retry: { attempts: 3, backoffSeconds: 10 },
};

function base<K extends ElementKind>(kind: K, id: string, placed: Placed | undefined) {
  const none: readonly string[] = [];
  return { kind, id, name: id, scope: placed?.in ?? '', incoming: none, outgoing: none, boundaries: none };
}

function scopeOf(elements: Readonly<Record<string, ElementDef>>, scope: string): { startId: string; elementIds: string[] } {
  const inside = Object.values(elements).filter((element) => element.scope === scope);
  const start = inside.find((element) => element.kind === 'startEvent');
  if (!start) throw new Error(`scope "${scope}" has no start event`);
  return { startId: start.id, elementIds: inside.map((element) => element.id) };
}
