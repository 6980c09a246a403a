import type { EmitNode } from '../check/emitter';
import { nearest } from '../check/nearest';
import { propertiesOf, propertyType } from '../check/property-type';
import { fieldsOf, type Type } from '../check/type';
import type { Machine } from '../run/machine';
import { property } from '../values/property';
import { type FeelValue, isList } from '../values/value';

/** `source.field`; of a list it is the list of the elements' fields. */
export const emitPath: EmitNode<'path'> = (node, scope, emitter) => {
  const source = emitter.look(node.source, scope);
  const { name } = node.field;
  const type = propertyType(source.type, name);
  if (type === null) {
    return emitter.refuse('EXPR_UNKNOWN_FIELD', node.field, {
      name,
      suggestion: nearest(name, Object.keys(propertiesOf(source.type) ?? {})),
    });
  }
  const span = { from: node.from, to: node.to };
  const run = (machine: Machine): FeelValue => read(source.run(machine), name, machine);
  if (source.origin === null || !holdsFields(source.type)) {
    emitter.use(source);
    return { span, type, run, origin: null };
  }
  const origin = `${source.origin}.${name}`;
  emitter.mark(origin, node.field);
  return { span, type, run, origin };
};

/** `日期.year` uses 日期; there is no input `日期.year`. */
function holdsFields(type: Type): boolean {
  if (typeof type === 'object' && 'list' in type) return holdsFields(type.list);
  return type === 'any' || fieldsOf(type) !== null;
}

function read(source: FeelValue, name: string, machine: Machine): FeelValue {
  if (!isList(source)) return property(source, name);
  machine.work(source.length);
  return source.map((element) => read(element, name, machine));
}
