import { type CreateElement, child, children, type ModdleElement, text } from './moddle';
import type { TimerSettings } from './settings';

/** What a timer event says: standard <timeDuration> (ISO 8601) or <timeDate> (ISO 8601 or FEEL). `cycle` is not run. */
export type ReadTimer = { state: 'set'; timer: TimerSettings } | { state: 'missing' } | { state: 'cycle'; source: string } | { state: 'invalid'; source: string };

export const durationPattern = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/;
const isoDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;

export function readTimer(event: ModdleElement): ReadTimer {
  const definition = eventDefinition(event, 'bpmn:TimerEventDefinition');
  if (!definition) return { state: 'missing' };
  const cycle = bodyOf(definition, 'timeCycle');
  if (cycle) return { state: 'cycle', source: cycle };
  const duration = bodyOf(definition, 'timeDuration');
  if (duration) return durationPattern.test(duration) ? { state: 'set', timer: { kind: 'duration', duration } } : { state: 'invalid', source: duration };
  const date = bodyOf(definition, 'timeDate');
  if (!date) return { state: 'missing' };
  return { state: 'set', timer: { kind: 'date', expression: isoDate.test(date) ? feelDate(date) : date } };
}

/** New attributes for the timer event definition; `modeling.updateModdleProperties(shape, definition, …)` in the designer. */
export function timerAttributes(definition: ModdleElement, timer: TimerSettings, create: CreateElement): { timeDuration: ModdleElement | undefined; timeDate: ModdleElement | undefined; timeCycle: undefined } {
  const body = create('bpmn:FormalExpression', { body: timer.kind === 'duration' ? timer.duration : timer.expression });
  body.$parent = definition;
  return { timeDuration: timer.kind === 'duration' ? body : undefined, timeDate: timer.kind === 'date' ? body : undefined, timeCycle: undefined };
}

/** The code of an error event: '' when an end event names none, undefined when a boundary event catches all. */
export function readErrorCode(event: ModdleElement): string | undefined {
  const definition = eventDefinition(event, 'bpmn:ErrorEventDefinition');
  const error = definition && child(definition, 'errorRef');
  return error ? text(error, 'errorCode').trim() || error.id : undefined;
}

/** The <bpmn:error> with this code: one that the model has, else a new one for `definitions.rootElements` (then `isNew`). */
export function errorFor(definitions: ModdleElement, code: string, create: CreateElement): { error: ModdleElement; isNew: boolean } {
  const present = children(definitions, 'rootElements').find((element) => element.$type === 'bpmn:Error' && text(element, 'errorCode') === code);
  if (present) return { error: present, isNew: false };
  const error = create('bpmn:Error', { id: `Error_${code.replace(/[^\w-]/g, '_')}_${Math.random().toString(36).slice(2, 8)}`, name: code, errorCode: code });
  error.$parent = definitions;
  return { error, isNew: true };
}

export function eventDefinition(event: ModdleElement, type: string): ModdleElement | undefined {
  return children(event, 'eventDefinitions').find((definition) => definition.$type === type);
}

// helpers //////////////////////

function bodyOf(definition: ModdleElement, name: string): string {
  const expression = child(definition, name);
  return expression ? text(expression, 'body').trim() : '';
}

function feelDate(iso: string): string {
  return iso.includes('T') ? `date and time("${iso}")` : `date("${iso}")`;
}
