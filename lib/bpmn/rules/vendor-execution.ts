import { child, children, type ModdleElement } from '../moddle';
import type { Problem } from '../problem';
import { nodesOf, problemAt, problemOf, type Rule } from '../rule';

/** Code and listeners that another engine would run at this place, whatever prefix it gives itself. */
const code = new Set([
  'class',
  'delegateExpression',
  'script',
  'executionListener',
  'executionListeners',
  'taskListener',
  'taskListeners',
  'taskDefinition',
]);
/** Words that are code only in the vocabulary of an engine. */
const ambiguous = new Set(['expression', 'resultVariable', 'connector', 'ioMapping', 'inputOutput', 'eventListener', 'type', 'topic']);
const engines = /camunda|activiti|flowable|zeebe|jboss|drools/i;
const ours = new Set(['bpmn', 'bpmndi', 'dc', 'di', 'vm', 'xsi', 'xmlns', 'xml', 'color', 'bioc', '']);

/** What another product would execute is refused, never silently left out: a process must not do less than it says. */
export const vendorExecution: Rule = ({ model }) => {
  const namespaces = enginePrefixes(model.definitions, model.process);
  const ofProcess = found(model.process, namespaces).map((name) =>
    problemOf('vendorExecution', { params: { name: model.name, attribute: name } }),
  );
  const ofNodes = [...nodesOf(model), ...model.flows.values()].flatMap((item): Problem[] =>
    found(item.element, namespaces).map((name) => problemAt('vendorExecution', item, { params: { attribute: name } })),
  );
  return [...ofProcess, ...ofNodes];
};

// helpers //////////////////////

function enginePrefixes(...elements: readonly ModdleElement[]): ReadonlySet<string> {
  const declared = elements.flatMap((element) =>
    Object.entries(element.$attrs ?? {}).flatMap(([name, uri]) => (name.startsWith('xmlns:') && engines.test(uri) ? [name.slice(6)] : [])),
  );
  return new Set(['camunda', 'activiti', 'flowable', 'zeebe', ...declared]);
}

function found(element: ModdleElement, prefixes: ReadonlySet<string>): string[] {
  const extension = child(element, 'extensionElements');
  const elements = extension ? children(extension, 'values').map((value) => value.$type) : [];
  return [...Object.keys(element.$attrs ?? {}), ...elements].filter((name) => {
    const colon = name.indexOf(':');
    const prefix = name.slice(0, Math.max(colon, 0));
    const local = name.slice(colon + 1);
    return !ours.has(prefix) && (code.has(local) || (prefixes.has(prefix) && ambiguous.has(local)));
  });
}
