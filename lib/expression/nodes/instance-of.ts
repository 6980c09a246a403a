import type { EmitNode } from '../check/emitter';
import { typed } from '../check/typed';
import type { TypeNode } from '../syntax/ast';
import { type FeelValue, isList, type Kind, kindOf } from '../values/value';

const kinds: ReadonlyMap<string, Kind | 'any'> = new Map([
  ['Any', 'any'],
  ['Null', 'null'],
  ['number', 'number'],
  ['string', 'string'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['time', 'time'],
  ['date and time', 'dateTime'],
  ['days and time duration', 'duration'],
  ['years and months duration', 'yearsMonths'],
  ['list', 'list'],
  ['context', 'context'],
  ['range', 'range'],
]);

export const emitInstanceOf: EmitNode<'instanceOf'> = (node, scope, emitter) => {
  const value = emitter.emit(node.value, scope);
  const unknown = findUnknown(node.type);
  if (unknown !== null) return emitter.refuse('EXPR_UNSUPPORTED', unknown, { feature: unknown.name });
  return typed(node, 'boolean', (machine) => isInstance(value.run(machine), node.type));
};

function findUnknown(type: TypeNode): TypeNode | null {
  if (!kinds.has(type.name)) return type;
  return type.element === null ? null : findUnknown(type.element);
}

function isInstance(value: FeelValue, type: TypeNode): boolean {
  const kind = kinds.get(type.name);
  if (kind === 'any') return value !== null;
  if (kindOf(value) !== kind) return false;
  const { element } = type;
  return element === null || !isList(value) || value.every((item) => isInstance(item, element));
}
