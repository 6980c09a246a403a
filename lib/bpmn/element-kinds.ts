/** What the engine executes. A new kind = one entry here, one behavior, one compile case: the compiler checks the rest. */
export const elementKinds = [
  'startEvent',
  'endEvent',
  'terminateEndEvent',
  'errorEndEvent',
  'userTask',
  'serviceTask',
  'sendTask',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'subProcess',
  'timerCatchEvent',
  'timerBoundaryEvent',
  'errorBoundaryEvent',
] as const;
export type ElementKind = (typeof elementKinds)[number];
