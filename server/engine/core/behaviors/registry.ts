import type { ElementKind } from '@/lib/bpmn/element-kinds';
import type { ElementDef, ElementOf } from '@/server/bpmn/definition';
import type { Behavior } from './behavior';
import { endEvent } from './end-event';
import { errorBoundaryEvent } from './error-boundary-event';
import { errorEndEvent } from './error-end-event';
import { exclusiveGateway } from './exclusive-gateway';
import { inclusiveGateway } from './inclusive-gateway';
import { parallelGateway } from './parallel-gateway';
import { sendTask } from './send-task';
import { serviceTask } from './service-task';
import { startEvent } from './start-event';
import { subProcess } from './sub-process';
import { terminateEndEvent } from './terminate-end-event';
import { timerBoundaryEvent } from './timer-boundary-event';
import { timerCatchEvent } from './timer-catch-event';
import { userTask } from './user-task';

type Behaviors = { [K in ElementKind]: Behavior<K> };

/** One behavior for each kind: the compiler refuses a missing one. */
export const behaviors = {
  startEvent,
  endEvent,
  terminateEndEvent,
  errorEndEvent,
  userTask,
  serviceTask,
  sendTask,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  subProcess,
  timerCatchEvent,
  timerBoundaryEvent,
  errorBoundaryEvent,
} as const satisfies Behaviors;

export function behaviorOf<K extends ElementKind>(element: ElementOf<K> | ElementDef): Behavior<K> {
  const all: Behaviors = behaviors;
  return all[element.kind as K];
}
