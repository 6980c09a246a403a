import type { Rule } from '../rule';
import { assignment } from './assignment';
import { boundaryEvent } from './boundary-event';
import { busyLoop } from './busy-loop';
import { emptyCondition } from './empty-condition';
import { endEvent } from './end-event';
import { errorEvent } from './error-event';
import { expression } from './expression';
import { fieldAccess } from './field-access';
import { flowCondition } from './flow-condition';
import { ids } from './ids';
import { processCount } from './process-count';
import { processSettings } from './process-settings';
import { reachability } from './reachability';
import { sendTask } from './send-task';
import { sequenceFlow } from './sequence-flow';
import { serviceTask } from './service-task';
import { settingsValid } from './settings-valid';
import { soundness } from './soundness';
import { startEvent } from './start-event';
import { supportedElement } from './supported-element';
import { timer } from './timer';
import { userTask } from './user-task';
import { vendorExecution } from './vendor-execution';

/** Every rule, in the order in which problems are told: structure first, then how it runs, then settings. */
export const rules: readonly Rule[] = [
  processCount,
  ids,
  supportedElement,
  vendorExecution,
  startEvent,
  endEvent,
  sequenceFlow,
  boundaryEvent,
  reachability,
  busyLoop,
  soundness,
  flowCondition,
  expression,
  emptyCondition,
  timer,
  errorEvent,
  processSettings,
  settingsValid,
  userTask,
  assignment,
  sendTask,
  serviceTask,
  fieldAccess,
];
