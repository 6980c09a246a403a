import type { z } from 'zod';
import { defaultProcess, defaultSendTask, defaultUserTask } from './default-settings';
import { child, children, type ModdleElement, text } from './moddle';
import {
  type ProcessSettings,
  processSettingsSchema,
  type SendTaskSettings,
  sendTaskSettingsSchema,
  type ServiceTaskSettings,
  serviceTaskSettingsSchema,
  type UserTaskSettings,
  userTaskSettingsSchema,
} from './settings';

export type SettingsByKind = {
  process: ProcessSettings;
  userTask: UserTaskSettings;
  sendTask: SendTaskSettings;
  serviceTask: ServiceTaskSettings;
};
export type SettingsKind = keyof SettingsByKind;

/** `fault` when the text is no JSON or the schema refuses it: dotted path and zod's code. */
export type ReadSettings<K extends SettingsKind> =
  | { state: 'set'; value: SettingsByKind[K] }
  | { state: 'unset'; value: SettingsByKind[K] | null }
  | { state: 'invalid'; faults: readonly SettingsFault[] };
export type SettingsFault = { path: string; reason: string };

const schemas: { readonly [K in SettingsKind]: z.ZodType<SettingsByKind[K]> } = {
  process: processSettingsSchema,
  userTask: userTaskSettingsSchema,
  sendTask: sendTaskSettingsSchema,
  serviceTask: serviceTaskSettingsSchema,
};

/** What counts while nothing is set; a service task has no meaning without a connector. */
const unset: { [K in SettingsKind]: SettingsByKind[K] | null } = {
  process: defaultProcess,
  userTask: defaultUserTask,
  sendTask: defaultSendTask,
  serviceTask: null,
};

/** Reads <vm:settings> of an element and checks it. */
export function readSettings<K extends SettingsKind>(element: ModdleElement, kind: K): ReadSettings<K> {
  const body = settingsText(element);
  if (body === null) return { state: 'unset', value: unset[kind] };
  const json = parseJson(body);
  if (json === undefined) return { state: 'invalid', faults: [{ path: '', reason: 'json' }] };
  const parsed = schemas[kind].safeParse(json);
  if (parsed.success) return { state: 'set', value: parsed.data };
  return {
    state: 'invalid',
    faults: parsed.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), reason: issue.code })),
  };
}

/** The JSON text of <vm:settings>, or null. */
export function settingsText(element: ModdleElement): string | null {
  const extension = child(element, 'extensionElements');
  const settings = extension && children(extension, 'values').find((value) => value.$type === 'vm:Settings');
  return settings ? text(settings, 'body') : null;
}

/** Undefined when it is no JSON. */
export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}
