import type { CompareOperator, Node } from './syntax/ast';
import { ExpressionFailure } from './syntax/failure';
import { parse } from './syntax/parse';
import { FeelDecimal } from './values/number';

/*
 * The conditions that people can make by choosing: comparisons of a name with a fixed value, joined by one `and` or one `or`.
 * They are kept as expressions; what was written by hand in the same shape can be chosen again, anything else stays text.
 */

export type ClauseOperator =
  | 'equal'
  | 'notEqual'
  | 'less'
  | 'lessOrEqual'
  | 'greater'
  | 'greaterOrEqual'
  /** A text is one of several. */
  | 'oneOf'
  /** A list has the value, a text has the part. */
  | 'contains'
  | 'blank'
  | 'filled';

/** `list` names are blank when they have no entry. */
export type ClauseKind = 'text' | 'number' | 'date' | 'boolean' | 'list' | 'other';
export type Clause = { name: string; operator: ClauseOperator; values: readonly string[] };
export type SimpleCondition = { join: 'and' | 'or'; clauses: readonly Clause[] };

/** Null when the text says more than clauses can; an empty text is no clause at all. */
export function readCondition(source: string, kindOf: (name: string) => ClauseKind | null): SimpleCondition | null {
  if (source.trim() === '') return { join: 'and', clauses: [] };
  try {
    const node = parse(source, 'expression', []);
    const join = node.kind === 'logic' ? node.operator : 'and';
    const clauses = flatten(node, join).map((part) => clauseOf(part, kindOf));
    return clauses.every((clause) => clause !== null) ? { join, clauses } : null;
  } catch (error) {
    if (error instanceof ExpressionFailure) return null;
    throw error;
  }
}

/** The expression of a condition; empty for one without clauses. */
export function writeCondition({ join, clauses }: SimpleCondition, kindOf: (name: string) => ClauseKind | null): string {
  return clauses.map((clause) => writeClause(clause, kindOf(clause.name) ?? 'other')).join(` ${join} `);
}

// helpers //////////////////////

const symbols = { equal: '=', notEqual: '!=', less: '<', lessOrEqual: '<=', greater: '>', greaterOrEqual: '>=' } as const;
const operators = new Map<CompareOperator, ClauseOperator>(
  Object.entries(symbols).map(([operator, symbol]) => [symbol, operator as ClauseOperator]),
);

function flatten(node: Node, join: 'and' | 'or'): Node[] {
  return node.kind === 'logic' && node.operator === join ? [...flatten(node.left, join), ...flatten(node.right, join)] : [node];
}

function clauseOf(node: Node, kindOf: (name: string) => ClauseKind | null): Clause | null {
  if (node.kind === 'name') return kindOf(node.name) === 'boolean' ? { name: node.name, operator: 'equal', values: ['true'] } : null;
  if (node.kind === 'compare') return comparison(node, kindOf);
  if (node.kind === 'in') return oneOf(node, kindOf);
  if (node.kind === 'call') return containing(node, kindOf);
  return null;
}

function comparison(
  { left, operator, right }: Extract<Node, { kind: 'compare' }>,
  kindOf: (name: string) => ClauseKind | null,
): Clause | null {
  const chosen = operators.get(operator);
  if (chosen === undefined) return null;
  if (left.kind === 'call') {
    // An empty list: count(name) = 0.
    const [only] = left.args;
    const zero = valueOf(right) === '0' && right.kind === 'literal';
    if (left.callee.name !== 'count' || left.args.length !== 1 || only?.value.kind !== 'name' || !zero) return null;
    if (kindOf(only.value.name) !== 'list' || (chosen !== 'equal' && chosen !== 'greater')) return null;
    return { name: only.value.name, operator: chosen === 'equal' ? 'blank' : 'filled', values: [] };
  }
  if (left.kind !== 'name') return null;
  const kind = kindOf(left.name);
  if (kind === null) return null;
  if (right.kind === 'literal' && right.value === null) {
    if (kind === 'list') return null;
    if (chosen === 'equal') return { name: left.name, operator: 'blank', values: [] };
    return chosen === 'notEqual' ? { name: left.name, operator: 'filled', values: [] } : null;
  }
  const value = valueOf(right, kind);
  return value === null ? null : { name: left.name, operator: chosen, values: [value] };
}

function oneOf({ value, tests }: Extract<Node, { kind: 'in' }>, kindOf: (name: string) => ClauseKind | null): Clause | null {
  if (value.kind !== 'name' || kindOf(value.name) !== 'text') return null;
  const [only] = tests;
  const items = tests.length === 1 && only?.kind === 'list' ? only.items : tests;
  const values = items.map((item) => valueOf(item, 'text'));
  return values.length > 0 && values.every((item) => item !== null) ? { name: value.name, operator: 'oneOf', values } : null;
}

function containing({ callee, args }: Extract<Node, { kind: 'call' }>, kindOf: (name: string) => ClauseKind | null): Clause | null {
  const [list, part] = args;
  if (args.length !== 2 || list?.name || part?.name || list?.value.kind !== 'name' || !part) return null;
  const wanted = { contains: 'text', 'list contains': 'list' }[callee.name];
  const value = valueOf(part.value, 'text');
  if (wanted === undefined || kindOf(list.value.name) !== wanted || value === null) return null;
  return { name: list.value.name, operator: 'contains', values: [value] };
}

/** A fixed value as people type it; null when it is something else, or not of the kind. */
function valueOf(node: Node, kind?: ClauseKind): string | null {
  if (node.kind === 'negate') {
    const inner = valueOf(node.operand, kind);
    return inner !== null && kind === 'number' && !inner.startsWith('-') ? `-${inner}` : null;
  }
  if (node.kind === 'call') {
    const [only] = node.args;
    if (kind !== 'date' || node.callee.name !== 'date' || node.args.length !== 1 || only?.name) return null;
    return only?.value.kind === 'literal' && typeof only.value.value === 'string' ? only.value.value : null;
  }
  if (node.kind !== 'literal') return null;
  const { value } = node;
  if (typeof value === 'string') return kind === undefined || kind === 'text' ? value : null;
  if (typeof value === 'boolean') return kind === undefined || kind === 'boolean' ? String(value) : null;
  return value instanceof FeelDecimal && (kind === undefined || kind === 'number') ? value.toFixed() : null;
}

function writeClause({ name, operator, values }: Clause, kind: ClauseKind): string {
  const [value = ''] = values;
  switch (operator) {
    case 'blank':
      return kind === 'list' ? `count(${name}) = 0` : `${name} = null`;
    case 'filled':
      return kind === 'list' ? `count(${name}) > 0` : `${name} != null`;
    case 'contains':
      return kind === 'list' ? `list contains(${name}, ${quote(value)})` : `contains(${name}, ${quote(value)})`;
    case 'oneOf':
      return `${name} in (${(values.length > 0 ? values : ['']).map(quote).join(', ')})`;
    case 'equal':
    case 'notEqual':
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return `${name} ${symbols[operator]} ${literal(value, kind)}`;
  }
}

function literal(value: string, kind: ClauseKind): string {
  if (kind === 'number') return value || '0';
  if (kind === 'boolean') return value === 'false' ? 'false' : 'true';
  return kind === 'date' ? `date(${quote(value)})` : quote(value);
}

function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, (char) => `\\${char}`).replace(/\n/g, '\\n')}"`;
}
