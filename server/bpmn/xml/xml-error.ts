import { AppError, type ErrorCode } from '@/lib/errors';

/** The text is refused before anything interprets it; `line` counts from 1. */
export function xmlError(code: ErrorCode, detail: string, line: number | null = null): AppError {
  return new AppError(code, { params: { detail, line: line ?? 1 }, ...(line === null ? {} : { path: `line ${line}` }) });
}
