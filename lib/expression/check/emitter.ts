import type { Run } from '../run/machine';
import type { Node, Span } from '../syntax/ast';
import type { ExpressionErrorCode } from '../types';
import type { FeelValue } from '../values/value';
import type { Type } from './type';

/** A checked and compiled piece of an expression. */
export type Typed = {
  span: Span;
  type: Type;
  run: Run;
  /** The input it passes on unchanged, as a dotted path: what makes `明细[…].小计` a use of `明细.小计`. */
  origin: string | null;
  /** The value of a literal, for checks that need it before anything runs. */
  literal?: FeelValue;
};

/** What a name stands for. */
export type Binding = {
  type: Type;
  run: Run;
  origin: string | null;
  /** Whether the name is that of an input or a column, which a rename has to follow; loop variables are not. */
  renamable: boolean;
  used: boolean;
};

export type Scope = {
  find(name: string): Binding | undefined;
  /** Everything in reach, for suggestions. */
  names(): readonly string[];
};

export type HostSignature = { params: readonly { name: string; type: Type }[]; result: Type };

/** What the emitters of the node kinds need from each other. */
export type Emitter = {
  /** Compiles a node whose value is used as a whole. */
  emit(node: Node, scope: Scope): Typed;
  /** Compiles a node that a path, filter or loop looks into; the looker says what is used. */
  look(node: Node, scope: Scope): Typed;
  /** Notes that an input is used; `rows` when only its number of elements matters. */
  use(typed: Typed, how?: 'whole' | 'rows'): void;
  /** Notes where a name of an input or column stands. */
  mark(path: string, span: Span): void;
  /** Records an error and stands in for the broken piece. */
  refuse(code: ExpressionErrorCode, span: Span, params?: Record<string, string | number>): Typed;
  /** A place for a local variable. */
  slot(): number;
  /** How many nodes have been compiled: the size of a loop body is a difference of two readings. */
  emitted(): number;
  host(name: string): HostSignature | undefined;
  hostNames(): readonly string[];
};

export type EmitNode<K extends Node['kind']> = (node: Extract<Node, { kind: K }>, scope: Scope, emitter: Emitter) => Typed;
