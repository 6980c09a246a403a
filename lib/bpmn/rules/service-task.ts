import type { FieldInfo } from '../check-context';
import { readSettings } from '../element-settings';
import type { Problem } from '../problem';
import type { FlowNode } from '../process-model';
import { nodesOf, problemAt, type Rule, type RuleInput } from '../rule';
import type { ServiceTaskSettings } from '../settings';

/** A service task calls a registered connector below its address, and writes where something can be written. */
export const serviceTask: Rule = (input) =>
  nodesOf(input.model).flatMap((node) => {
    if (node.kind !== 'serviceTask') return [];
    const read = readSettings(node.element, 'serviceTask');
    if (read.state === 'unset') return [problemAt('connectorMissing', node)];
    if (read.state === 'invalid') return [];
    return [
      ...connectorProblems(input, node, read.value),
      ...pathProblems(input, node, read.value),
      ...outputProblems(input, node, read.value),
    ];
  });

// helpers //////////////////////

function connectorProblems({ context }: RuleInput, node: FlowNode, { connectorId }: ServiceTaskSettings): Problem[] {
  const unknown = context.connectorIds !== null && !context.connectorIds.includes(connectorId);
  return unknown ? [problemAt('connectorUnknown', node, { path: 'connectorId' })] : [];
}

/** Always there beside the form's fields. */
const ownKeys = ['number', 'businessKey'];

function pathProblems({ context, names }: RuleInput, node: FlowNode, { path }: ServiceTaskSettings): Problem[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break would end the request line
  if (!path.startsWith('/') || path.startsWith('//') || /[\u0000-\u0020\u007f\\]|(^|\/)\.\.(\/|$)/.test(path))
    return [problemAt('pathInvalid', node, { path: 'path' })];
  if (!context.form) return [];
  const keys = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, key]) => key ?? '');
  return keys
    .filter((key) => !Object.hasOwn(names, key) && !ownKeys.includes(key))
    .map((key) => problemAt('pathKeyUnknown', node, { path: 'path', params: { key } }));
}

function outputProblems({ context }: RuleInput, node: FlowNode, { output }: ServiceTaskSettings): Problem[] {
  return output.flatMap((item, index) => {
    const path = `output.${index}.name`;
    const twice = output.findIndex((other) => other.target === item.target && other.name === item.name) < index;
    if (twice) return [problemAt('outputTwice', node, { path, params: { field: item.name } })];
    if (item.target === 'variable' || !context.form) return [];
    const field = context.form.fields.find((candidate: FieldInfo) => candidate.key === item.name && candidate.parentId === undefined);
    if (!field) return [problemAt('fieldUnknown', node, { path, params: { field: item.name } })];
    return field.readonly ? [problemAt('outputReadonly', node, { path, params: { field: item.name } })] : [];
  });
}
