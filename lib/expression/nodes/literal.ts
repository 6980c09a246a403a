import type { EmitNode } from '../check/emitter';
import { typed } from '../check/typed';
import type { Type } from '../check/type';
import { kindOf } from '../values/value';

export const emitLiteral: EmitNode<'literal'> = ({ value, ...span }) => {
  const kind = kindOf(value);
  const type: Type = kind === 'list' || kind === 'context' || kind === 'range' ? 'any' : kind;
  return { ...typed(span, type, () => value), literal: value };
};
