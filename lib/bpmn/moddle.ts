/** What bpmn-moddle gives on the server and bpmn-js in the browser: the same tree, so the same checks read both. */
export type ModdleElement = {
  readonly $type: string;
  id?: string;
  name?: string;
  $parent?: ModdleElement;
  $attrs?: Record<string, string>;
  $instanceOf?(type: string): boolean;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  [property: string]: unknown;
};

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && typeof (value as { $type?: unknown }).$type === 'string';
}

/** The single child or reference `name`, or undefined. */
export function child(element: ModdleElement, name: string): ModdleElement | undefined {
  const value = element[name];
  return isElement(value) ? value : undefined;
}

/** The children or references `name`; empty when there are none. */
export function children(element: ModdleElement, name: string): readonly ModdleElement[] {
  const value = element[name];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

export function text(element: ModdleElement, name: string): string {
  const value = element[name];
  return typeof value === 'string' ? value : '';
}

/** Whether the element is of this type or of one derived from it. */
export function isA(element: ModdleElement, type: string): boolean {
  return element.$type === type || element.$instanceOf?.(type) === true;
}

/** The English name beside `name` (vm:nameEn); empty where the model gives none. */
export function englishName(element: ModdleElement): string {
  const value = element.get('vm:nameEn');
  return typeof value === 'string' ? value : '';
}
