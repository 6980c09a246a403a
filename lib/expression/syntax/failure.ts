import type { ExpressionError, ExpressionErrorCode } from '../types';
import type { Span } from './ast';

/** Carries an error out of a deep place; `compile` and `evaluate` turn it into a value. */
export class ExpressionFailure extends Error {
  readonly error: ExpressionError;

  constructor(error: ExpressionError) {
    super(error.code);
    this.error = error;
  }
}

export function failure(code: ExpressionErrorCode, span: Span, params: Record<string, string | number> = {}): ExpressionFailure {
  return new ExpressionFailure({ code, from: span.from, to: span.to, params });
}
