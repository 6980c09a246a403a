import { AppError, type ErrorCode } from '@/lib/errors';
import type { Ctx } from '@/server/context';
import { toRefusal } from '@/server/db/sql-error';
import { errorText } from '@/server/i18n/error-text';
import { log } from '@/server/log';

/** Why one row of several was not done, in the reader's language; what nobody foresaw is logged with the row's ids. */
export function rowRefusal(ctx: Ctx, thrown: unknown, ids: Readonly<Record<string, string>>): { code: ErrorCode; message: string } {
  const refusal = toRefusal(thrown);
  const error = refusal instanceof AppError ? refusal : new AppError('INTERNAL', { cause: thrown });
  if (error !== refusal) log.error({ err: thrown, ...ids }, 'a row of several failed');
  return { code: error.code, message: errorText(error.code, error.params, ctx.locale) };
}
