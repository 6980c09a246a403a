/** The static type of an expression; every type also admits null. `duration` is days and time, `yearsMonths` years and months. */
export type FeelType =
  | 'any'
  | 'number'
  | 'string'
  | 'boolean'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'duration'
  | 'yearsMonths'
  | 'null'
  | { list: FeelType }
  | { context: Record<string, FeelType> };

/** The names an expression may use, with their types; nothing else is reachable. */
export type NameSchema = Record<string, FeelType>;

export type ExpressionErrorCode =
  | 'EXPR_SYNTAX'
  | 'EXPR_INCOMPLETE'
  | 'EXPR_UNCLOSED'
  | 'EXPR_ELSE_MISSING'
  | 'EXPR_SYMBOL'
  | 'EXPR_LITERAL'
  | 'EXPR_UNSUPPORTED'
  | 'EXPR_UNKNOWN_NAME'
  | 'EXPR_UNKNOWN_FUNCTION'
  | 'EXPR_UNKNOWN_FIELD'
  | 'EXPR_ARGUMENT_COUNT'
  | 'EXPR_ARGUMENT_NAME'
  | 'EXPR_ARGUMENT_TYPE'
  | 'EXPR_PATTERN'
  | 'EXPR_TYPE'
  | 'EXPR_TYPE_PAIR'
  | 'EXPR_TYPE_RESULT'
  | 'EXPR_BUDGET'
  | 'EXPR_INPUT'
  | 'EXPR_NAME_INVALID'
  | 'EXPR_NAME_TAKEN';

/**
 * Why an expression was refused or stopped, and where: `from` (inclusive) and `to` (exclusive) count UTF-16 units of the source.
 * The text of a code is messages/<lang>/expression.json under `errors`; `params` fill its slots.
 */
export type ExpressionError = {
  code: ExpressionErrorCode;
  from: number;
  to: number;
  params: Readonly<Record<string, string | number>>;
};
