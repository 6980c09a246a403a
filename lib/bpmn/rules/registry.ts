import type { Rule } from '../rule';
import { serviceTask } from './service-task';
import { settingsValid } from './settings-valid';
import { startEvent } from './start-event';
import { supportedElement } from './supported-element';
import { timer } from './timer';

/** Every rule, in the order in which problems are told: structure first, then settings, then how it runs. */
export const rules: readonly Rule[] = [startEvent, supportedElement, timer, settingsValid, serviceTask];
