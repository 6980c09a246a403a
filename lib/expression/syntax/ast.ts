import type { FeelValue } from '../values/value';

/** Where a piece of syntax stands: UTF-16 units of the source, `to` exclusive. */
export type Span = { from: number; to: number };

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type LiteralNode = Span & { kind: 'literal'; value: FeelValue };
export type NameNode = Span & { kind: 'name'; name: string };
export type PathNode = Span & { kind: 'path'; source: Node; field: NameNode };
export type FilterNode = Span & { kind: 'filter'; source: Node; condition: Node };
export type Argument = { name: NameNode | null; value: Node };
export type CallNode = Span & { kind: 'call'; callee: NameNode; args: readonly Argument[] };
export type ArithmeticNode = Span & { kind: 'arithmetic'; operator: ArithmeticOperator; left: Node; right: Node };
export type NegateNode = Span & { kind: 'negate'; operand: Node };
export type CompareNode = Span & { kind: 'compare'; operator: CompareOperator; left: Node; right: Node };
export type LogicNode = Span & { kind: 'logic'; operator: 'and' | 'or'; left: Node; right: Node };
export type BetweenNode = Span & { kind: 'between'; value: Node; low: Node; high: Node };
/** `x in test`, `x in (test, test)`. */
export type InNode = Span & { kind: 'in'; value: Node; tests: readonly Node[] };
export type IfNode = Span & { kind: 'if'; condition: Node; met: Node; otherwise: Node };
/** `name in source`, or `name in source..end`. */
export type Iterator = { name: NameNode; source: Node; end: Node | null };
export type ForNode = Span & { kind: 'for'; iterators: readonly Iterator[]; body: Node };
export type QuantifiedNode = Span & { kind: 'quantified'; quantifier: 'some' | 'every'; iterators: readonly Iterator[]; body: Node };
export type ListNode = Span & { kind: 'list'; items: readonly Node[] };
export type ContextNode = Span & { kind: 'context'; entries: readonly { key: NameNode; value: Node }[] };
export type RangeNode = Span & { kind: 'range'; start: Node | null; end: Node | null; startIncluded: boolean; endIncluded: boolean };
/** `= x` and `!= x` standing alone: a test without its left side. */
export type EqualTestNode = Span & { kind: 'equalTest'; operator: '=' | '!='; operand: Node };
export type InstanceOfNode = Span & { kind: 'instanceOf'; value: Node; type: TypeNode };
/** Only the second argument of `sort` may be one. */
export type LambdaNode = Span & { kind: 'lambda'; parameters: readonly NameNode[]; body: Node };
/** A whole decision-table cell; `tests` is null for `-`. */
export type UnaryTestsNode = Span & { kind: 'unaryTests'; negated: boolean; tests: readonly Node[] | null };

export type TypeNode = Span & { name: string; element: TypeNode | null };

export type Node =
  | LiteralNode
  | NameNode
  | PathNode
  | FilterNode
  | CallNode
  | ArithmeticNode
  | NegateNode
  | CompareNode
  | LogicNode
  | BetweenNode
  | InNode
  | IfNode
  | ForNode
  | QuantifiedNode
  | ListNode
  | ContextNode
  | RangeNode
  | EqualTestNode
  | InstanceOfNode
  | LambdaNode
  | UnaryTestsNode;
