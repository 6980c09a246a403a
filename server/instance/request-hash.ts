import type { Ctx } from '@/server/context';
import { hashOf } from '@/server/idempotent';

/** What makes a repeat the same request: the verb, the person and the whole input. */
export function requestHash(ctx: Ctx, verb: string, input: { commandId: string }): string {
  const { commandId: _, ...rest } = input;
  return hashOf({ verb, actor: ctx.actor.kind === 'user' ? ctx.actor.userId : ctx.actor.name, input: rest });
}
