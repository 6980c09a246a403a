import type { Json } from '@/lib/json';
import type { EmitNode } from '../check/emitter';
import { fits, typeName } from '../check/type';
import { typed } from '../check/typed';
import { fromJson } from '../values/from-json';
import { toJson } from '../values/to-json';

/** A function of the program around: it sees plain data and gives plain data back. */
export const emitHostCall: EmitNode<'call'> = (node, scope, emitter) => {
  const { name } = node.callee;
  const signature = emitter.host(name);
  const args = node.args.map(({ value }) => emitter.emit(value, scope));
  if (signature === undefined) return emitter.refuse('EXPR_UNKNOWN_FUNCTION', node.callee, { name, suggestion: '' });
  const { params, result } = signature;
  if (args.length !== params.length) {
    return emitter.refuse('EXPR_ARGUMENT_COUNT', node, { function: name, min: params.length, max: params.length, actual: args.length });
  }
  for (const [index, param] of params.entries()) {
    const argument = args[index];
    if (argument === undefined || fits(argument.type, param.type)) continue;
    return emitter.refuse('EXPR_ARGUMENT_TYPE', argument.span, {
      function: name,
      parameter: param.name,
      expected: typeName(param.type),
      actual: typeName(argument.type),
    });
  }
  return typed(node, result, (machine) => {
    const values: Json[] = args.map((argument) => toJson(argument.run(machine)));
    machine.at = node;
    machine.work(100);
    const call = machine.hostFunction(name);
    return call === undefined ? null : fromJson(call(values), result, machine.zone, name);
  });
};
