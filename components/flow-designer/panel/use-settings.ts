'use client';

import type { Element } from 'bpmn-js/lib/model/Types';
import type { z } from 'zod';
import { useDesigner } from '../designer-context';
import { rawSettings, updateSettings } from '../modeler/settings';

/**
 * The settings of an element with the defaults filled in, and the way to change some of them.
 * What is stored may be of an older shape or hand-written: unknown keys are dropped by merging into the defaults.
 */
export function useSettings<T extends object>(element: Element, schema: z.ZodType<T>, defaults: T): [T, (change: Partial<T>) => void] {
  const { modeler } = useDesigner();
  const merged = { ...defaults, ...rawSettings(element) };
  const parsed = schema.safeParse(merged);
  const settings = parsed.success ? parsed.data : { ...defaults, ...known(defaults, merged) };
  const change = (part: Partial<T>) => updateSettings(modeler, element, withoutUndefined({ ...settings, ...part }));
  return [settings, change];
}

// helpers //////////////////////

function known<T extends object>(defaults: T, values: object): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => Object.hasOwn(defaults, key))) as Partial<T>;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
