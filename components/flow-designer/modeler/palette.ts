import type Create from 'diagram-js/lib/features/create/Create';
import type HandTool from 'diagram-js/lib/features/hand-tool/HandTool';
import type LassoTool from 'diagram-js/lib/features/lasso-tool/LassoTool';
import type GlobalConnect from 'diagram-js/lib/features/global-connect/GlobalConnect';
import type Palette from 'diagram-js/lib/features/palette/Palette';
import type { PaletteEntries } from 'diagram-js/lib/features/palette/PaletteProvider';
import type SpaceTool from 'diagram-js/lib/features/space-tool/SpaceTool';
import type ElementFactory from 'bpmn-js/lib/features/modeling/ElementFactory';
import { modelerText, type ModelerText } from './text';

type Parts = {
  palette: Palette;
  create: Create;
  elementFactory: ElementFactory;
  spaceTool: SpaceTool;
  lassoTool: LassoTool;
  handTool: HandTool;
  globalConnect: GlobalConnect;
};
type ShapeAttributes = { type: string; eventDefinitionType?: string };

/** The palette offers what the engine executes, and nothing else: what can be drawn can be run. Takes the place of bpmn-js's own provider. */
export class FlowPalette {
  static $inject = ['palette', 'create', 'elementFactory', 'spaceTool', 'lassoTool', 'handTool', 'globalConnect', 'config.vermilion'];
  readonly #parts: Parts;
  readonly #text: ModelerText;

  constructor(...injected: [Palette, Create, ElementFactory, SpaceTool, LassoTool, HandTool, GlobalConnect, { locale: 'zh' | 'en' }]) {
    const [palette, create, elementFactory, spaceTool, lassoTool, handTool, globalConnect, config] = injected;
    this.#parts = { palette, create, elementFactory, spaceTool, lassoTool, handTool, globalConnect };
    this.#text = modelerText[config.locale];
    palette.registerProvider(this as unknown as Parameters<Palette['registerProvider']>[0] & object);
  }

  getPaletteEntries(): PaletteEntries {
    const { spaceTool, lassoTool, handTool, globalConnect } = this.#parts;
    const text = this.#text;
    return {
      'hand-tool': tool('bpmn-icon-hand-tool', text.hand, (event) => handTool.activateHand(event)),
      'lasso-tool': tool('bpmn-icon-lasso-tool', text.lasso, (event) => lassoTool.activateSelection(event as MouseEvent)),
      'space-tool': tool('bpmn-icon-space-tool', text.space, (event) => spaceTool.activateSelection(event as MouseEvent, false, false)),
      'global-connect-tool': tool('bpmn-icon-connection-multi', text.connect, (event) => globalConnect.start(event, false)),
      'tool-separator': { group: 'tools', separator: true, action: {} },
      'create.start-event': this.#create('event', 'bpmn-icon-start-event-none', text.startEvent, { type: 'bpmn:StartEvent' }),
      'create.timer': this.#create('event', 'bpmn-icon-intermediate-event-catch-timer', text.timer, {
        type: 'bpmn:IntermediateCatchEvent',
        eventDefinitionType: 'bpmn:TimerEventDefinition',
      }),
      'create.end-event': this.#create('event', 'bpmn-icon-end-event-none', text.endEvent, { type: 'bpmn:EndEvent' }),
      'create.user-task': this.#create('activity', 'bpmn-icon-user-task', text.userTask, { type: 'bpmn:UserTask' }),
      'create.send-task': this.#create('activity', 'bpmn-icon-send-task', text.sendTask, { type: 'bpmn:SendTask' }),
      'create.service-task': this.#create('activity', 'bpmn-icon-service-task', text.serviceTask, { type: 'bpmn:ServiceTask' }),
      'create.sub-process': this.#subProcess(),
      'create.exclusive': this.#create('gateway', 'bpmn-icon-gateway-xor', text.exclusive, { type: 'bpmn:ExclusiveGateway' }),
      'create.parallel': this.#create('gateway', 'bpmn-icon-gateway-parallel', text.parallel, { type: 'bpmn:ParallelGateway' }),
      'create.inclusive': this.#create('gateway', 'bpmn-icon-gateway-or', text.inclusive, { type: 'bpmn:InclusiveGateway' }),
    };
  }

  #create(group: string, className: string, title: string, attributes: ShapeAttributes) {
    const { create, elementFactory } = this.#parts;
    const start = (event: Event) => create.start(event, elementFactory.createShape(attributes));
    return { group, className, title, action: { dragstart: start, click: start } };
  }

  #subProcess() {
    const { create, elementFactory } = this.#parts;
    const start = (event: Event) => {
      const subProcess = elementFactory.createShape({ type: 'bpmn:SubProcess', x: 0, y: 0, isExpanded: true });
      const inner = elementFactory.createShape({ type: 'bpmn:StartEvent', x: 40, y: 82, parent: subProcess });
      create.start(event, [subProcess, inner], { hints: { autoSelect: [subProcess] } });
    };
    return {
      group: 'activity',
      className: 'bpmn-icon-subprocess-expanded',
      title: this.#text.subProcess,
      action: { dragstart: start, click: start },
    };
  }
}

// helpers //////////////////////

function tool(className: string, title: string, click: (event: Event) => void) {
  return { group: 'tools', className, title, action: { click } };
}
