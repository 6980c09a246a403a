import type { Locale } from '@/lib/json';
import type { Definition } from './definition';

const english = new WeakMap<Definition, Definition>();

/** The definition with the names that a reader of this language sees: the English ones where the designer gave them. */
export function inLanguage(definition: Definition, locale: Locale): Definition {
  if (locale !== 'en') return definition;
  const known = english.get(definition);
  if (known) return known;
  const translated = {
    ...definition,
    elements: mapValues(definition.elements, (element) => (element.nameEn ? { ...element, name: element.nameEn } : element)),
    flows: mapValues(definition.flows, (flow) => (flow.nameEn ? { ...flow, name: flow.nameEn } : flow)),
  };
  english.set(definition, translated);
  return translated;
}

// helpers //////////////////////

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
