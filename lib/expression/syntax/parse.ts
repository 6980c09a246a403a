import { limits } from '../limits';
import type { Argument, ArithmeticOperator, CompareOperator, Iterator, NameNode, Node, Span, TypeNode } from './ast';
import { failure } from './failure';
import { atLiteral, numberLiteral, unquote } from './literals';
import { normalize } from './normalize';
import { children, type Cst, type Mode, parseTree, parts } from './tree';

/** What may stand before the arguments of a call: a name, never a value. */
const callable = new Set(['VariableName', 'SpecialFunctionName', 'DateTimeConstructor']);

/** Source to syntax tree; throws an ExpressionFailure that says where and why. */
export function parse(source: string, mode: Mode, spaced: Iterable<string>): Node {
  const text = normalize(source);
  return new Builder(text).root(parseTree(text, mode, spaced));
}

class Builder {
  readonly #text: string;
  #nodes = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  root(top: Cst): Node {
    if (top.name === 'UnaryTests') return this.#unaryTests(top);
    return this.#node(this.#first(top));
  }

  #node(cst: Cst): Node {
    this.#nodes += 1;
    this.#depth += 1;
    const span = this.#span(cst);
    if (this.#nodes > limits.nodes) throw failure('EXPR_BUDGET', span, { limit: 'nodes', max: limits.nodes });
    if (this.#depth > limits.depth) throw failure('EXPR_BUDGET', span, { limit: 'depth', max: limits.depth });
    const node = this.#build(cst, span);
    this.#depth -= 1;
    return node;
  }

  #build(cst: Cst, span: Span): Node {
    switch (cst.name) {
      case 'ParenthesizedExpression':
      case 'PositiveUnaryTest':
        return this.#node(this.#first(cst));
      case 'null':
        return { kind: 'literal', ...span, value: null };
      case 'BooleanLiteral':
        return { kind: 'literal', ...span, value: this.#read(cst) === 'true' };
      case 'NumericLiteral':
        return this.#number(cst, span);
      case 'StringLiteral':
        return { kind: 'literal', ...span, value: this.#string(cst) };
      case 'DateTimeLiteral':
        return this.#first(cst).name === 'AtLiteral' ? this.#at(cst, span) : this.#call(cst, span);
      case '?':
      case 'VariableName':
        return this.#name(cst);
      case 'PathExpression':
        return { kind: 'path', ...span, source: this.#node(this.#first(cst)), field: this.#name(this.#part(cst, 1)) };
      case 'FilterExpression':
        return { kind: 'filter', ...span, source: this.#node(this.#first(cst)), condition: this.#node(this.#part(cst, 1)) };
      case 'FunctionInvocation':
        return this.#call(cst, span);
      case 'ArithmeticExpression':
        return this.#arithmetic(cst, span);
      case 'Comparison':
        return this.#comparison(cst, span);
      case 'Conjunction':
        return { kind: 'logic', ...span, operator: 'and', left: this.#node(this.#first(cst)), right: this.#node(this.#part(cst, 2)) };
      case 'Disjunction':
        return { kind: 'logic', ...span, operator: 'or', left: this.#node(this.#first(cst)), right: this.#node(this.#part(cst, 2)) };
      case 'IfExpression':
        return {
          kind: 'if',
          ...span,
          condition: this.#node(this.#part(cst, 1)),
          met: this.#node(this.#part(cst, 3)),
          otherwise: this.#node(this.#part(cst, 5)),
        };
      case 'ForExpression':
        return { kind: 'for', ...span, iterators: this.#iterators(this.#part(cst, 1)), body: this.#node(this.#part(cst, 3)) };
      case 'QuantifiedExpression':
        return {
          kind: 'quantified',
          ...span,
          quantifier: this.#first(cst).name === 'some' ? 'some' : 'every',
          iterators: this.#iterators(this.#part(cst, 1)),
          body: this.#node(this.#part(cst, 3)),
        };
      case 'List':
        return { kind: 'list', ...span, items: parts(cst).map((item) => this.#node(item)) };
      case 'Context':
        return {
          kind: 'context',
          ...span,
          entries: parts(cst).map((entry) => ({ key: this.#key(this.#first(entry)), value: this.#node(this.#part(entry, 1)) })),
        };
      case 'SimplePositiveUnaryTest':
        return this.#simpleTest(cst, span);
      case 'Interval':
        return this.#interval(cst, span);
      case 'InstanceOfExpression':
        return { kind: 'instanceOf', ...span, value: this.#node(this.#first(cst)), type: this.#type(this.#part(cst, 3)) };
      case 'FunctionDefinition':
        return this.#lambda(cst, span);
      default:
        throw failure('EXPR_UNSUPPORTED', span, { feature: cst.name });
    }
  }

  #unaryTests(top: Cst): Node {
    const span = this.#span(top);
    const all = parts(top);
    if (all[0]?.name === 'Wildcard') return { kind: 'unaryTests', ...span, negated: false, tests: null };
    const tests = all.find((part) => part.name === 'PositiveUnaryTests');
    if (tests === undefined) throw failure('EXPR_INCOMPLETE', span);
    return { kind: 'unaryTests', ...span, negated: all[0]?.name === 'not', tests: parts(tests).map((test) => this.#node(test)) };
  }

  #number(cst: Cst, span: Span): Node {
    const value = numberLiteral(this.#read(cst));
    if (value === null) throw failure('EXPR_LITERAL', span, { token: this.#read(cst) });
    return { kind: 'literal', ...span, value };
  }

  #string(cst: Cst): string {
    const text = unquote(this.#read(cst));
    if (text === null) throw failure('EXPR_LITERAL', this.#span(cst), { token: this.#read(cst).slice(0, 40) });
    return text;
  }

  #at(cst: Cst, span: Span): Node {
    const token = this.#read(cst);
    const text = unquote(token.slice(token.indexOf('"')));
    const value = text === null ? null : atLiteral(text);
    if (value === null) throw failure('EXPR_LITERAL', span, { token: token.slice(0, 40) });
    return { kind: 'literal', ...span, value };
  }

  #call(cst: Cst, span: Span): Node {
    const callee = this.#first(cst);
    if (!callable.has(callee.name)) throw failure('EXPR_UNSUPPORTED', this.#span(callee), { feature: 'call' });
    const list = this.#part(cst, 1);
    const args: Argument[] =
      list.name === 'NamedParameters'
        ? parts(list).map((argument) => ({ name: this.#key(this.#first(argument)), value: this.#node(this.#part(argument, 1)) }))
        : parts(list).map((value) => ({ name: null, value: this.#node(value) }));
    return { kind: 'call', ...span, callee: this.#name(callee), args };
  }

  #arithmetic(cst: Cst, span: Span): Node {
    const [first, second, third] = parts(cst);
    if (first?.name === 'ArithOp') return { kind: 'negate', ...span, operand: this.#node(this.#present(second, cst)) };
    const operator = this.#read(this.#present(second, cst)) as ArithmeticOperator;
    return {
      kind: 'arithmetic',
      ...span,
      operator,
      left: this.#node(this.#present(first, cst)),
      right: this.#node(this.#present(third, cst)),
    };
  }

  #comparison(cst: Cst, span: Span): Node {
    const all = parts(cst);
    const operator = this.#present(all[1], cst);
    if (operator.name === 'between') {
      return {
        kind: 'between',
        ...span,
        value: this.#node(this.#first(cst)),
        low: this.#node(this.#part(cst, 2)),
        high: this.#node(this.#part(cst, 4)),
      };
    }
    if (operator.name === 'in') {
      const test = this.#present(all[2], cst);
      const tests = test.name === 'PositiveUnaryTests' ? parts(test) : [test];
      return { kind: 'in', ...span, value: this.#node(this.#first(cst)), tests: tests.map((part) => this.#node(part)) };
    }
    return {
      kind: 'compare',
      ...span,
      operator: this.#read(operator) as CompareOperator,
      left: this.#node(this.#first(cst)),
      right: this.#node(this.#part(cst, 2)),
    };
  }

  #iterators(cst: Cst): Iterator[] {
    return parts(cst).map((part) => {
      const [source, end] = parts(this.#part(part, 2));
      return {
        name: this.#key(this.#first(part)),
        source: this.#node(this.#present(source, part)),
        end: end === undefined ? null : this.#node(end),
      };
    });
  }

  #simpleTest(cst: Cst, span: Span): Node {
    const [first, second] = parts(cst);
    if (first?.name === 'Interval') return this.#node(first);
    const operator = this.#read(this.#present(first, cst)) as CompareOperator;
    const operand = this.#node(this.#present(second, cst));
    if (operator === '=' || operator === '!=') return { kind: 'equalTest', ...span, operator, operand };
    const included = operator.endsWith('=');
    return operator.startsWith('<')
      ? { kind: 'range', ...span, start: null, end: operand, startIncluded: false, endIncluded: included }
      : { kind: 'range', ...span, start: operand, end: null, startIncluded: included, endIncluded: false };
  }

  #interval(cst: Cst, span: Span): Node {
    const all = children(cst);
    const [start, end] = parts(cst);
    return {
      kind: 'range',
      ...span,
      start: this.#node(this.#present(start, cst)),
      end: this.#node(this.#present(end, cst)),
      startIncluded: all[0]?.name === '[',
      endIncluded: all.at(-1)?.name === ']',
    };
  }

  #lambda(cst: Cst, span: Span): Node {
    const [, parameters, body] = parts(cst);
    if (children(cst).some((part) => part.name === 'external')) throw failure('EXPR_UNSUPPORTED', span, { feature: 'external' });
    const names = parts(this.#present(parameters, cst)).map((parameter) => this.#key(this.#first(parameter)));
    return { kind: 'lambda', ...span, parameters: names, body: this.#node(this.#first(this.#present(body, cst))) };
  }

  #type(cst: Cst): TypeNode {
    const inner = this.#first(cst);
    if (inner.name === 'ListType') return { ...this.#span(cst), name: 'list', element: this.#type(this.#part(inner, 1)) };
    return { ...this.#span(cst), name: this.#words(inner), element: null };
  }

  #name(cst: Cst): NameNode {
    return { kind: 'name', ...this.#span(cst), name: this.#words(cst) };
  }

  /** A name being defined: a context key, a loop variable, a parameter. */
  #key(cst: Cst): NameNode {
    const inner = cst.name === 'Key' || cst.name === 'ParameterName' ? this.#first(cst) : cst;
    return inner.name === 'StringLiteral' ? { kind: 'name', ...this.#span(inner), name: this.#string(inner) } : this.#name(inner);
  }

  #words(cst: Cst): string {
    return this.#read(cst).trim().replace(/\s+/g, ' ');
  }

  #read(cst: Cst): string {
    return this.#text.slice(cst.from, cst.to);
  }

  #span(cst: Cst): Span {
    return { from: cst.from, to: cst.to };
  }

  #first(cst: Cst): Cst {
    return this.#part(cst, 0);
  }

  #part(cst: Cst, index: number): Cst {
    return this.#present(parts(cst)[index], cst);
  }

  #present(part: Cst | undefined, owner: Cst): Cst {
    if (part === undefined) throw failure('EXPR_INCOMPLETE', { from: owner.to, to: owner.to });
    return part;
  }
}
