import type Connect from 'diagram-js/lib/features/connect/Connect';
import type ContextPad from 'diagram-js/lib/features/context-pad/ContextPad';
import type { ContextPadEntries } from 'diagram-js/lib/features/context-pad/ContextPadProvider';
import type Create from 'diagram-js/lib/features/create/Create';
import type AutoPlace from 'diagram-js/lib/features/auto-place/AutoPlace';
import type PopupMenu from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type ElementFactory from 'bpmn-js/lib/features/modeling/ElementFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import { is, isAny } from 'bpmn-js/lib/util/ModelUtil';
import type { InsertStep } from './insert-step';
import { modelerText, type ModelerText } from './text';

type Parts = {
  connect: Connect;
  contextPad: ContextPad;
  create: Create;
  autoPlace: AutoPlace;
  popupMenu: PopupMenu;
  elementFactory: ElementFactory;
  modeling: Modeling;
  insertStep: InsertStep;
};

/** What stands beside a selected element: the next step, a connection, another kind, away with it. */
export class FlowContextPad {
  static $inject = [
    'connect',
    'contextPad',
    'create',
    'autoPlace',
    'popupMenu',
    'elementFactory',
    'modeling',
    'insertStep',
    'config.vermilion',
  ];
  readonly #parts: Parts;
  readonly #text: ModelerText;

  constructor(
    ...injected: [Connect, ContextPad, Create, AutoPlace, PopupMenu, ElementFactory, Modeling, InsertStep, { locale: 'zh' | 'en' }]
  ) {
    const [connect, contextPad, create, autoPlace, popupMenu, elementFactory, modeling, insertStep, config] = injected;
    this.#parts = { connect, contextPad, create, autoPlace, popupMenu, elementFactory, modeling, insertStep };
    this.#text = modelerText[config.locale];
    contextPad.registerProvider(this as unknown as Parameters<ContextPad['registerProvider']>[0] & object);
  }

  getContextPadEntries(element: Element): ContextPadEntries {
    const { connect, modeling } = this.#parts;
    const text = this.#text;
    const remove = {
      group: 'edit',
      className: 'bpmn-icon-trash',
      title: text.remove,
      action: { click: () => modeling.removeElements([element]) },
    };
    if (is(element, 'bpmn:SequenceFlow') && element.type !== 'label')
      return {
        'insert.user-task': this.#insert(element as Connection, 'bpmn-icon-user-task', text.userTask, 'bpmn:UserTask'),
        'insert.exclusive': this.#insert(element as Connection, 'bpmn-icon-gateway-xor', text.exclusive, 'bpmn:ExclusiveGateway'),
        delete: remove,
      };
    if (isAny(element, ['bpmn:Association', 'bpmn:TextAnnotation']) || element.type === 'label') return { delete: remove };
    const entries: ContextPadEntries = {};
    if (is(element, 'bpmn:FlowNode') && !is(element, 'bpmn:EndEvent')) {
      entries['append.user-task'] = this.#append(element, 'bpmn-icon-user-task', text.userTask, 'bpmn:UserTask');
      entries['append.exclusive'] = this.#append(element, 'bpmn-icon-gateway-xor', text.exclusive, 'bpmn:ExclusiveGateway');
      if (onlyWay(element) === null)
        entries['append.end-event'] = this.#append(element, 'bpmn-icon-end-event-none', text.endEvent, 'bpmn:EndEvent');
      entries.connect = {
        group: 'connect',
        className: 'bpmn-icon-connection-multi',
        title: text.connect,
        action: {
          click: (event) => connect.start(event as MouseEvent, element),
          dragstart: (event: Event) => connect.start(event as MouseEvent, element),
        },
      };
    }
    if (!isAny(element, ['bpmn:Process', 'bpmn:Participant', 'bpmn:Lane']))
      entries.replace = {
        group: 'edit',
        className: 'bpmn-icon-screw-wrench',
        title: text.changeKind,
        action: { click: () => this.#changeKind(element) },
      };
    entries.delete = remove;
    return entries;
  }

  #append(element: Element, className: string, title: string, type: string) {
    const { autoPlace, create, elementFactory, insertStep } = this.#parts;
    return {
      group: 'model',
      className,
      title: `${this.#text.append}${title}`,
      action: {
        // What comes next comes before what came next so far: two ways out of a step that does not branch would both be taken.
        click: () => {
          const way = onlyWay(element);
          const shape = elementFactory.createShape({ type });
          if (way) insertStep.into(way, shape);
          else autoPlace.append(element as Shape, shape);
        },
        dragstart: (event: Event) => create.start(event, elementFactory.createShape({ type }), { source: element }),
      },
    };
  }

  #insert(flow: Connection, className: string, title: string, type: string) {
    const { elementFactory, insertStep } = this.#parts;
    return {
      group: 'model',
      className,
      title: `${this.#text.insert}${title}`,
      action: { click: () => insertStep.into(flow, elementFactory.createShape({ type })) },
    };
  }

  #changeKind(element: Element) {
    const { contextPad, popupMenu } = this.#parts;
    const pad = (contextPad as unknown as { getPad(target: Element): { html: HTMLElement } }).getPad(element).html.getBoundingClientRect();
    popupMenu.open(
      element,
      'bpmn-replace',
      { x: pad.left, y: pad.bottom + 5 },
      { title: this.#text.changeKind, width: 260, search: false },
    );
  }
}

// helpers //////////////////////

/** The flow out of a step that has just this one and does not branch. */
function onlyWay(element: Element): Connection | null {
  const flows = (element.outgoing as Connection[]).filter((flow) => is(flow as Element, 'bpmn:SequenceFlow'));
  return flows.length === 1 && !is(element, 'bpmn:Gateway') ? (flows[0] ?? null) : null;
}
