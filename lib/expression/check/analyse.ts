import { emitArithmetic, emitNegate } from '../nodes/arithmetic';
import { emitCall } from '../nodes/call';
import { emitContext, emitList, emitRange } from '../nodes/collections';
import { emitBetween, emitCompare } from '../nodes/compare';
import { emitFilter } from '../nodes/filter';
import { emitFor } from '../nodes/for';
import { emitIf } from '../nodes/if';
import { emitEqualTest, emitIn, emitUnaryTests } from '../nodes/in';
import { emitInstanceOf } from '../nodes/instance-of';
import { emitLiteral } from '../nodes/literal';
import { emitLogic } from '../nodes/logic';
import { emitName } from '../nodes/name';
import { emitPath } from '../nodes/path';
import { emitQuantified } from '../nodes/quantified';
import type { Run } from '../run/machine';
import type { Node, Span } from '../syntax/ast';
import type { ExpressionError } from '../types';
import type { Emitter, EmitNode, HostSignature, Scope, Typed } from './emitter';
import { inputScope } from './scope';
import type { Type } from './type';
import { typed } from './typed';

const emitLambda: EmitNode<'lambda'> = (node, _, emitter) => emitter.refuse('EXPR_UNSUPPORTED', node, { feature: 'function' });

const emitters: { [K in Node['kind']]: EmitNode<K> } = {
  literal: emitLiteral,
  name: emitName,
  path: emitPath,
  filter: emitFilter,
  call: emitCall,
  arithmetic: emitArithmetic,
  negate: emitNegate,
  compare: emitCompare,
  logic: emitLogic,
  between: emitBetween,
  in: emitIn,
  if: emitIf,
  for: emitFor,
  quantified: emitQuantified,
  list: emitList,
  context: emitContext,
  range: emitRange,
  equalTest: emitEqualTest,
  instanceOf: emitInstanceOf,
  lambda: emitLambda,
  unaryTests: emitUnaryTests,
};

/** A place where the name of an input or column stands; `path` says which. */
export type Mark = Span & { path: string };

export type Analysis = {
  typed: Typed;
  errors: readonly ExpressionError[];
  /** Inputs used, as dotted paths; false for lists of which only the number of elements matters. */
  uses: ReadonlyMap<string, boolean>;
  marks: readonly Mark[];
  slots: number;
};

/** Wraps the code of a node, to watch it run. */
export type Watch = (node: Node, run: Run) => Run;

/** Checks a tree against the names in reach and compiles it to closures, in one walk. */
export function analyse(
  root: Node,
  names: Readonly<Record<string, Type>>,
  hosts: Readonly<Record<string, HostSignature>>,
  watch?: Watch,
): Analysis {
  const errors: ExpressionError[] = [];
  const uses = new Map<string, boolean>();
  const marks: Mark[] = [];
  let slots = 0;
  let emitted = 0;
  const look = (node: Node, scope: Scope): Typed => {
    emitted += 1;
    // the table pairs every kind with its own emitter; the compiler cannot follow that through an index
    const emit = emitters[node.kind] as EmitNode<Node['kind']>;
    const piece = emit(node, scope, emitter);
    return watch === undefined ? piece : { ...piece, run: watch(node, piece.run) };
  };
  const emitter: Emitter = {
    look,
    emit(node, scope) {
      const piece = look(node, scope);
      emitter.use(piece);
      return piece;
    },
    use({ origin }, how = 'whole') {
      if (origin !== null) uses.set(origin, how === 'whole' || uses.get(origin) === true);
    },
    mark: (path, { from, to }) => marks.push({ path, from, to }),
    refuse(code, { from, to }, params = {}) {
      errors.push({ code, from, to, params });
      return typed({ from, to }, 'any', () => null);
    },
    slot: () => slots++,
    emitted: () => emitted,
    host: (name) => (Object.hasOwn(hosts, name) ? hosts[name] : undefined),
    hostNames: () => Object.keys(hosts),
  };
  const result = emitter.emit(root, inputScope(names));
  return { typed: result, errors: errors.toSorted((a, b) => a.from - b.from), uses, marks, slots };
}
