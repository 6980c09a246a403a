import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { AppError, type ErrorCode, type Issue, errorStatus } from '@/lib/errors';
import type { Locale } from '@/lib/json';
import { errorText } from '../i18n/error-text';
import { issuesOf } from './zod-issues';

/** What every refusal looks like on the wire, whatever threw it. */
export type WireError = {
  code: ErrorCode;
  message: string;
  path: string | null;
  issues: { code: ErrorCode; path: string; message: string }[];
  params: Record<string, string | number>;
  requestId: string;
  httpStatus: number;
};

/** Turns whatever was thrown into the refusal that a person can act on; what is no refusal is INTERNAL and says nothing. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof z.core.$ZodError) return fromIssues(issuesOf(thrown), thrown);
  if (!(thrown instanceof TRPCError)) return new AppError('INTERNAL', { cause: thrown });
  const { cause } = thrown;
  if (cause instanceof AppError) return cause;
  if (cause instanceof z.core.$ZodError) return fromIssues(issuesOf(cause), cause);
  return new AppError(ownCode(thrown), { cause: thrown });
}

export function toWireError(thrown: unknown, locale: Locale, requestId: string): WireError {
  const error = toAppError(thrown);
  return {
    code: error.code,
    message: errorText(error.code, error.params, locale),
    path: error.path ?? null,
    issues: error.issues.map((issue) => ({
      code: issue.code,
      path: issue.path,
      message: errorText(issue.code, issue.params ?? {}, locale),
    })),
    params: error.params,
    requestId,
    httpStatus: errorStatus[error.code],
  };
}

function fromIssues(issues: Issue[], cause: unknown): AppError {
  const first = issues[0];
  if (!first) return new AppError('BODY_INVALID', { cause });
  return new AppError(first.code, {
    issues,
    cause,
    ...(first.path ? { path: first.path } : {}),
    ...(first.params ? { params: first.params } : {}),
  });
}

/** The refusals that tRPC itself makes before a procedure runs. */
function ownCode(error: TRPCError): ErrorCode {
  switch (error.code) {
    case 'PARSE_ERROR':
    case 'BAD_REQUEST':
      return 'BODY_INVALID';
    case 'NOT_FOUND':
      return 'NOT_FOUND';
    case 'METHOD_NOT_SUPPORTED':
      return 'METHOD_NOT_ALLOWED';
    case 'UNSUPPORTED_MEDIA_TYPE':
      return 'CONTENT_TYPE';
    case 'PAYLOAD_TOO_LARGE':
      return 'BODY_TOO_LARGE';
    case 'UNAUTHORIZED':
      return 'UNAUTHENTICATED';
    case 'FORBIDDEN':
      return 'FORBIDDEN';
    default:
      return 'INTERNAL';
  }
}
