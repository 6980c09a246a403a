import { AppError } from '@/lib/errors';
import type { AnonymousCtx, Ctx, UserActor } from '../context';
import type { Permission } from './permissions';

/** Refuses everybody who does not hold the permission; workers act by their own code and pass. */
export function requirePermission(ctx: Ctx, permission: Permission): void {
  if (!can(ctx, permission)) throw new AppError('FORBIDDEN', { params: { permission } });
}

export function can(ctx: Ctx, permission: Permission): boolean {
  return ctx.actor.kind === 'system' || ctx.actor.permissions.has(permission);
}

/** The person who asks; a verb that acts in somebody's own name has no meaning for a worker. */
export function requireUser(ctx: Ctx): UserActor {
  if (ctx.actor.kind !== 'user') throw new AppError('UNAUTHENTICATED');
  return ctx.actor;
}

/** Who asks, in good standing: signed in, and with a password that nobody else knows. Every way in from outside asks for this first. */
export function requireEntry(ctx: AnonymousCtx): Ctx {
  const { actor } = ctx;
  if (!actor) throw new AppError('UNAUTHENTICATED');
  if (actor.kind === 'user' && actor.mustChangePassword) throw new AppError('PASSWORD_CHANGE_REQUIRED');
  return { ...ctx, actor };
}
