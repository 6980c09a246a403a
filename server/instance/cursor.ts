import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { instant } from '@/server/input';

/** Where the next page goes on: the sort values of the last row, opaque to the client. */
export function encodeCursor(values: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a cursor that must fit the shape; anything else was not made here. */
export function decodeCursor<T>(cursor: string | undefined, shape: z.ZodType<T>): T | null {
  if (cursor === undefined) return null;
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new AppError('CURSOR_INVALID', { path: 'cursor' });
  }
}

/** Before every id, and after every time: the start of a list without a cursor, so that a range stays a range for the planner. */
export const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** An id alone: newest first by UUIDv7. */
export const idCursor = z.tuple([z.uuid()]);
/** A time, then an id. */
export const timeCursor = z.tuple([instant, z.uuid()]);
