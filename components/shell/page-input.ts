import type { TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '@/server/trpc/root';

/** Infinite queries put `direction` beside the cursor; our lists only go forward, and their inputs refuse a field they do not know. */
export const plainPages: TRPCLink<AppRouter> = () => {
  return ({ op, next }) =>
    observable((observer) => next({ ...op, input: op.type === 'query' ? withoutDirection(op.input) : op.input }).subscribe(observer));
};

export function withoutDirection(input: unknown): unknown {
  if (
    typeof input !== 'object' ||
    input === null ||
    !('direction' in input) ||
    !(input.direction === 'forward' || input.direction === 'backward')
  )
    return input;
  const { direction: _, ...rest } = input;
  return rest;
}
