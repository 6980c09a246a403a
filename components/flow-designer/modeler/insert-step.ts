import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { middleBetween, roomBetween, type Step } from './room';

type Insertion = { flow: Connection; shape: Shape };
const COMMAND = 'vermilion.insertStep';

/** Puts a new step into a flow, with room made for it, as one command that one undo takes back. */
export class InsertStep {
  static $inject = ['commandStack', 'modeling', 'eventBus'];
  readonly #stack: CommandStack;
  readonly #events: EventBus;

  constructor(stack: CommandStack, modeling: Modeling, events: EventBus) {
    this.#stack = stack;
    this.#events = events;
    stack.register(COMMAND, {
      preExecute: (context: Insertion) => insert(context, modeling, events),
      execute: () => [],
      revert: () => [],
    });
  }

  into(flow: Connection, shape: Shape): void {
    const context: Insertion = { flow, shape };
    this.#stack.execute(COMMAND, context);
    // As after any placing by itself: it is selected, in sight, and its name can be typed.
    this.#events.fire('autoPlace.end', { source: flow.source, shape: context.shape });
  }
}

// helpers //////////////////////

function insert(context: Insertion, modeling: Modeling, events: EventBus): void {
  const { flow, shape } = context;
  const [source, target] = [flow.source as Shape, flow.target as Shape];
  const [from, to] = [stepOf(source), stepOf(target)];
  const isAhead = to.x >= from.x + from.width;
  const { moved, by } = isAhead ? roomBetween(from, to, shape.width) : { moved: [], by: 0 };
  if (by > 0) modeling.moveElements(moved.map(shapeOf), { x: by, y: 0 });
  // A flow that leads back or down has no room between its ends: the free place beside the step is as good.
  const at = isAhead
    ? { x: middleBetween(from, to, shape.width, by), y: middleOf(source).y }
    : (events.fire('autoPlace', { source, shape }) as { x: number; y: number });
  context.shape = modeling.createShape(shape, at, source.parent as Shape);
  modeling.reconnectStart(flow, context.shape, middleOf(context.shape));
  modeling.connect(source, context.shape, { type: 'bpmn:SequenceFlow' } as never);
}

type CanvasStep = Step & { shape: Shape };

/** What stands on the edge of a step moves and leads on with it. */
function stepOf(shape: Shape): CanvasStep {
  const outgoing = [shape, ...((shape.attachers ?? []) as Shape[])].flatMap((at) => at.outgoing as Connection[]);
  return {
    shape,
    id: shape.id,
    x: shape.x,
    width: shape.width,
    get next() {
      return outgoing.filter((flow) => is(flow as Element, 'bpmn:SequenceFlow')).map((flow) => stepOf(flow.target as Shape));
    },
  };
}

function shapeOf(step: Step): Shape {
  return (step as CanvasStep).shape;
}

function middleOf({ x, y, width, height }: Shape): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}
