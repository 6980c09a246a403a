import { analyse, type Mark } from './check/analyse';
import { fits, publicType, typeName } from './check/type';
import { spacedFunctionNames } from './builtins/registry';
import type { Run } from './run/machine';
import type { Node } from './syntax/ast';
import { ExpressionFailure } from './syntax/failure';
import { parse } from './syntax/parse';
import type { Mode } from './syntax/tree';
import type { ExpressionError, FeelType, NameSchema } from './types';

/** Functions of the program around that an expression may call; their code comes with `evaluate`. */
export type FunctionSchema = Readonly<Record<string, { params: readonly { name: string; type: FeelType }[]; result: FeelType }>>;

export type CompileOptions = {
  /** Everything the expression may name. A name with a dot or an operator in it can never be reached. */
  names: NameSchema;
  /** Refuse an expression that surely has another type. */
  expect?: FeelType;
  /** `unaryTests` is a cell of a decision table: `< 5, [10..20]` about the name `?`. */
  mode?: Mode;
  functions?: FunctionSchema;
};

/** What evaluation needs; of no use to anybody else. */
export type Program = {
  readonly run: Run;
  readonly slots: number;
  readonly tree: Node;
  readonly names: NameSchema;
  readonly functions: FunctionSchema;
  readonly marks: readonly Mark[];
  /** The references of which more than the number of elements matters. */
  readonly contents: ReadonlySet<string>;
};

export interface Compiled {
  readonly source: string;
  readonly type: FeelType;
  /** The inputs used, as deep as they are used: `金额`, `明细.小计`. */
  readonly references: readonly string[];
  readonly program: Program;
}

export type CompileResult = { ok: true; expression: Compiled } | { ok: false; errors: ExpressionError[] };

/** Parses, checks and compiles an expression. Pure: the same source and names give the same program everywhere. */
export function compile(source: string, options: CompileOptions): CompileResult {
  const { names, expect, mode = 'expression', functions = {} } = options;
  try {
    const spaced = [...Object.keys(functions), ...Object.keys(names)].filter((name) => name.includes(' '));
    const tree = parse(source, mode, [...spacedFunctionNames, ...spaced]);
    const { typed, errors, uses, marks, slots } = analyse(tree, names, functions);
    if (errors.length > 0) return { ok: false, errors: [...errors] };
    if (expect !== undefined && !fits(typed.type, expect))
      return { ok: false, errors: [resultError(source, typeName(expect), typeName(typed.type))] };
    const contents = new Set([...uses].filter(([, whole]) => whole).map(([path]) => path));
    const program: Program = { run: typed.run, slots, tree, names, functions, marks, contents };
    return { ok: true, expression: { source, type: publicType(typed.type), references: [...uses.keys()], program } };
  } catch (error) {
    if (error instanceof ExpressionFailure) return { ok: false, errors: [error.error] };
    throw error;
  }
}

const resultError = (source: string, expected: string, actual: string): ExpressionError => ({
  code: 'EXPR_TYPE_RESULT',
  from: source.length - source.trimStart().length,
  to: source.trimEnd().length,
  params: { expected, actual },
});
