import { isA, type ModdleElement } from '@/lib/bpmn/moddle';
import type { Problem } from '@/lib/bpmn/problem';

export type ParserWarning = { message: string; element?: ModdleElement; property?: string; value?: string };
type Reference = { element: ModdleElement; property: string; id: string };

/** References without which a model runs differently; a broken one elsewhere (a diagram's shape, a data type) loses nothing that runs. */
const vital = new Set(['sourceRef', 'targetRef', 'attachedToRef', 'default', 'errorRef', 'incoming', 'outgoing']);

/** References are QNames: `tns:x` means x. The parser does not know, so they are set here; the answer names those that now stand. */
export function resolvePrefixed(
  references: readonly Reference[],
  elementsById: Readonly<Record<string, ModdleElement>>,
): ReadonlySet<string> {
  const done = new Set<string>();
  for (const { element, property, id } of references) {
    const target = elementsById[id] === undefined && id.includes(':') ? elementsById[id.slice(id.indexOf(':') + 1)] : undefined;
    if (!target) continue;
    const present = element.get(property);
    if (Array.isArray(present)) present.push(target);
    else element.set(property, target);
    done.add(`${element.id} ${local(property)} ${id}`).add(`${element.id} ${property} ${id}`);
  }
  return done;
}

/** What a warning of the parser means for its reader. */
export function warningProblem(warning: ParserWarning, lines: ReadonlyMap<string, readonly number[]>): Problem {
  const { message, element, property = '', value = '' } = warning;
  const elementId = element?.id ?? null;
  if (message.startsWith('unresolved reference')) {
    const breaks = vital.has(local(property)) && element !== undefined && isA(element, 'bpmn:BaseElement');
    return {
      code: 'referenceBroken',
      level: breaks ? 'error' : 'warning',
      elementId,
      params: { name: nameOf(element), property: local(property), target: value },
    };
  }
  const line = Number(/line: (\d+)/.exec(message)?.[1] ?? -1) + 1;
  const at = line > 0 ? { line } : {};
  const twice = /duplicate ID <([^>]*)>/.exec(message)?.[1];
  if (twice !== undefined)
    return {
      code: 'idDuplicate',
      level: 'error',
      elementId: twice,
      params: { name: twice, lines: (lines.get(twice) ?? []).join(', ') },
      ...at,
    };
  const illegal = /illegal ID <([^>]*)>/.exec(message)?.[1];
  if (illegal !== undefined) return { code: 'idInvalid', level: 'error', elementId: null, params: { name: illegal }, ...at };
  if (message.startsWith('unknown attribute'))
    return { code: 'attributeUnknown', level: 'warning', elementId, params: { name: nameOf(element), attribute: property } };
  const tag = /unparsable content <\/?([^\s>]+)/.exec(message)?.[1] ?? '';
  return { code: 'contentLost', level: 'error', elementId, params: { tag, line: line > 0 ? line : 0 }, ...at };
}

// helpers //////////////////////

function local(property: string): string {
  return property.slice(property.indexOf(':') + 1);
}

function nameOf(element: ModdleElement | undefined): string {
  return element?.name || element?.id || '';
}
