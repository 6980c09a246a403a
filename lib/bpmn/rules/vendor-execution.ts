import { child, children, type ModdleElement } from '../moddle';
import type { Problem } from '../problem';
import { nodesOf, problemAt, problemOf, type Rule } from '../rule';

/** Code and listeners that another engine would run at this place. */
const executed = new Set(['class', 'delegateExpression', 'expression', 'executionListener', 'taskListener', 'script', 'resultVariable', 'taskDefinition', 'connector', 'ioMapping', 'eventListener', 'executionListeners', 'taskListeners']);
const engines = /^(https?:\/\/)?([\w.-]*\.)?(camunda|activiti|flowable|zeebe|jboss|drools|bpmn\.io\/schema\/zeebe)/i;

/** What another product would execute is refused, never silently left out: a process must not do less than it says. */
export const vendorExecution: Rule = ({ model }) => {
  const namespaces = vendorPrefixes(model.definitions);
  const ofProcess = found(model.process, namespaces).map((name) => problemOf('vendorExecution', { params: { name: model.name, attribute: name } }));
  const ofNodes = [...nodesOf(model), ...model.flows.values()].flatMap((item): Problem[] => found(item.element, namespaces).map((name) => problemAt('vendorExecution', item, { params: { attribute: name } })));
  return [...ofProcess, ...ofNodes];
};

// helpers //////////////////////

function vendorPrefixes(definitions: ModdleElement): ReadonlySet<string> {
  const declared = Object.entries(definitions.$attrs ?? {}).flatMap(([name, uri]) => (name.startsWith('xmlns:') && isEngine(uri) ? [name.slice(6)] : []));
  return new Set(['camunda', 'activiti', 'flowable', 'zeebe', ...declared]);
}

function isEngine(uri: string): boolean {
  return engines.test(uri) || /\/(camunda|activiti|flowable|zeebe)(\/|$)/i.test(uri);
}

function found(element: ModdleElement, prefixes: ReadonlySet<string>): string[] {
  const attributes = Object.keys(element.$attrs ?? {});
  const extension = child(element, 'extensionElements');
  const elements = extension ? children(extension, 'values').map((value) => value.$type) : [];
  return [...attributes, ...elements].filter((name) => {
    const [prefix = '', local = ''] = name.split(':');
    return prefixes.has(prefix) && executed.has(local);
  });
}
