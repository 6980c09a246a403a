/**
 * A refusal that a person can act on: a stable code, the place it concerns and what to fill into the message.
 * The text of a code is messages/<lang>/errors.json; anything that is not an AppError is a bug and leaks nothing.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  /** Field path, element id or other place the refusal names, e.g. `lines[2].price`. */
  readonly path: string | undefined;
  /** Values for the slots of the message; never secrets. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Further findings of the same refusal (one entry per field or element). */
  readonly issues: readonly Issue[];

  constructor(
    code: ErrorCode,
    options: { path?: string; params?: Record<string, string | number>; issues?: readonly Issue[]; cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.path = options.path;
    this.params = options.params ?? {};
    this.issues = options.issues ?? [];
  }
}

export type Issue = { code: ErrorCode; path: string; params?: Record<string, string | number> };

/** HTTP status of every code; the codes are API: never rename one. */
export const errorStatus = {
  UNAUTHENTICATED: 401,
  SIGN_IN_FAILED: 401,
  FORBIDDEN: 403,
  SOD_VIOLATION: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT_STALE: 409,
  STALE_VIEW: 409,
  ALREADY_DONE: 409,
  IDEMPOTENCY_MISMATCH: 409,
  STATE_CONFLICT: 409,
  CLAIMED: 409,
  REMINDED: 409,
  NAME_TAKEN: 409,
  IN_USE: 409,
  PROCESS_RETIRED: 409,
  BODY_INVALID: 400,
  BODY_ENCODING: 400,
  BODY_DEPTH: 400,
  BODY_TOO_LARGE: 413,
  BATCH_TOO_LARGE: 400,
  CURSOR_INVALID: 400,
  SORT_UNKNOWN: 400,
  CONTENT_TYPE: 415,
  RATE_LIMITED: 429,
  BUSY: 503,
  STORAGE_FULL: 507,
  INTERNAL: 500,
  PASSWORD_CHANGE_REQUIRED: 403,
  PASSWORD_WEAK: 400,
  PASSWORD_WRONG: 400,
  PASSWORD_SAME: 400,
  REASON_REQUIRED: 400,
  COMMENT_REQUIRED: 400,
  FIELD_TYPE: 400,
  FIELD_REQUIRED: 400,
  FIELD_UNKNOWN: 400,
  FIELD_READONLY: 400,
  FIELD_OPTION: 400,
  FIELD_LENGTH: 400,
  FIELD_FORMAT: 400,
  FIELD_NUMBER: 400,
  FIELD_PRECISION: 400,
  FIELD_RANGE: 400,
  FIELD_DATE: 400,
  FIELD_REF: 400,
  FIELD_LIMIT: 400,
  FIELD_RULE: 400,
  FIELD_UNIQUE: 409,
  ADDRESS_REFUSED: 400,
  TEXT_CONTROL_CHAR: 400,
  TEXT_INVALID_UNICODE: 400,
  TEXT_BIDI: 400,
  FILE_EMPTY: 400,
  FILE_SIZE: 413,
  FILE_COUNT: 413,
  FILE_TYPE: 415,
  FILE_PIXELS: 413,
  FORM_FIELD_DUPLICATE: 422,
  FORM_KEY_INVALID: 422,
  FORM_LIMIT: 422,
  FORM_EMPTY: 422,
  FORM_OPTION_DUPLICATE: 422,
  FORM_TYPE_UNKNOWN: 422,
  FORM_TOO_DEEP: 422,
  FORM_CYCLE: 422,
  FORM_PATTERN_UNSAFE: 422,
  FORM_RANGE: 422,
  FORM_DEFAULT_INVALID: 422,
  FORM_FORMULA_CYCLE: 422,
  FORM_EXPR_INVALID: 422,
  FORM_REF_BROKEN: 422,
  FORM_CHANGE_DESTRUCTIVE: 422,
  FORM_IN_USE: 422,
  FORM_SCHEMA_INVALID: 422,
  MODEL_DTD_FORBIDDEN: 422,
  MODEL_TOO_LARGE: 413,
  MODEL_ENCODING: 422,
  MODEL_XML_INVALID: 422,
  MODEL_TOO_DEEP: 422,
  MODEL_DUPLICATE_ID: 422,
  MODEL_REF_BROKEN: 422,
  MODEL_ID_INVALID: 422,
  MODEL_NAMESPACE: 422,
  MODEL_PROCESS_COUNT: 422,
  MODEL_UNSOUND: 422,
  MODEL_NO_DEFAULT: 422,
  MODEL_EXPR_INVALID: 422,
  MODEL_TIMER_INVALID: 422,
  MODEL_ELEMENT_UNSUPPORTED: 422,
  MODEL_RECURSION: 422,
  MODEL_SETTING_INVALID: 422,
  EXPR_SYNTAX: 422,
  EXPR_TYPE: 422,
  EXPR_BUDGET: 422,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatus;
