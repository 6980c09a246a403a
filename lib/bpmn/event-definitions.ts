import { parseJson, settingsText } from './element-settings';
import { child, children, type ModdleElement, text } from './moddle';
import { type TimerSettings, timerSettingsSchema } from './settings';

/** What a timer event says: <vm:settings>, else the standard <timeDuration> (ISO 8601) or <timeDate> (ISO 8601 or FEEL). A cycle is not run. */
export type ReadTimer =
  | { state: 'set'; timer: TimerSettings }
  | { state: 'missing' }
  | { state: 'cycle'; source: string }
  | { state: 'invalid'; source: string };

const durationPattern = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/;
const isoDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;

export function readTimer(event: ModdleElement): ReadTimer {
  const own = settingsText(event);
  if (own !== null) return fromSettings(own);
  const definition = eventDefinition(event, 'bpmn:TimerEventDefinition');
  if (!definition) return { state: 'missing' };
  const cycle = bodyOf(definition, 'timeCycle');
  if (cycle) return { state: 'cycle', source: cycle };
  const duration = bodyOf(definition, 'timeDuration');
  if (duration)
    return durationPattern.test(duration)
      ? { state: 'set', timer: { kind: 'duration', duration } }
      : { state: 'invalid', source: duration };
  const date = bodyOf(definition, 'timeDate');
  if (!date) return { state: 'missing' };
  return { state: 'set', timer: { kind: 'date', expression: isoDate.test(date) ? feelDate(date) : date } };
}

/** The code of an error event: '' when an end event names none, undefined when a boundary event catches all. */
export function readErrorCode(event: ModdleElement): string | undefined {
  const definition = eventDefinition(event, 'bpmn:ErrorEventDefinition');
  const error = definition && child(definition, 'errorRef');
  return error ? text(error, 'errorCode').trim() || error.id : undefined;
}

export function eventDefinition(event: ModdleElement, type: string): ModdleElement | undefined {
  return children(event, 'eventDefinitions').find((definition) => definition.$type === type);
}

// helpers //////////////////////

function fromSettings(source: string): ReadTimer {
  const parsed = timerSettingsSchema.safeParse(parseJson(source));
  return parsed.success ? { state: 'set', timer: parsed.data } : { state: 'invalid', source: source.slice(0, 100) };
}

function bodyOf(definition: ModdleElement, name: string): string {
  const expression = child(definition, name);
  return expression ? text(expression, 'body').trim() : '';
}

function feelDate(iso: string): string {
  return iso.includes('T') ? `date and time("${iso}")` : `date("${iso}")`;
}
